import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

/** The addresses a portal knows, as its routes write them, under the path it is served at. */
export function routePatterns(files: string, base: string): readonly string[] {
  const patterns = globSync(join(ROOT, files)).flatMap((file) => {
    let above = ''
    return [...readFileSync(file, 'utf8').matchAll(/\bpath: '([^']*)'/g)].map(([, path = '']) => {
      // A path that begins at the root is the parent of those below that do not.
      if (path.startsWith('/')) above = path
      return path.startsWith('/') ? path : `${above}/${path}`.replace(/\/$/, '')
    })
  })
  return [...new Set(patterns.map((path) => `${base}${path}`))].toSorted()
}

/** Whether an address is one of those a pattern stands for. */
export const matches = (pattern: string, path: string): boolean =>
  new RegExp(
    `^${pattern.replaceAll(/\/:\w+\?/g, '(/[^/]+)?').replaceAll(/:\w+(\([^)]*\))?/g, '[^/]+')}/?$`,
  ).test(path)

export const hasParameters = (pattern: string): boolean =>
  /:\w+(?!\?)\b/.test(pattern.replaceAll(/:\w+\?/g, ''))
