import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const prefix = 'virtual:pmm-document/'
const call =
  /\bgraphql\(\s*(?:\/\*[^*]*\*\/\s*)?(`[^`]*`|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*,?\s*\)/g
const definition = /\b(query|mutation|subscription|fragment)\s+([_A-Za-z]\w*)/

/**
 * Replaces each `graphql(…)` call by the one generated document it names. Left alone, the generated lookup table
 * pulls every document of the portal into the first chunk.
 */
export function splitDocuments(generatedDir: string): Plugin {
  return {
    name: 'pmm:split-documents',
    enforce: 'post',
    apply: 'build',
    resolveId(id) {
      return id.startsWith(prefix) ? `\0${id}` : undefined
    },
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return
      const name = id.slice(prefix.length + 1)
      return `export default ${generatedDocument(generatedDir, name)}`
    },
    transform(code, id) {
      if (id.includes('/node_modules/') || id.startsWith(generatedDir)) return
      if (!code.includes('graphql(')) return
      return inlineDocuments(code)
    },
  }
}

/** Rewrites the calls of one module to imports of their documents; `undefined` when there are none. */
export function inlineDocuments(code: string): { code: string; map: null } | undefined {
  const imports: string[] = []
  const rewritten = code.replace(call, (whole, literal: string) => {
    const [, kind, name] = definition.exec(literal) ?? []
    if (!kind || !name) return whole
    const exported = kind === 'fragment' ? `${name}FragmentDoc` : `${name}Document`
    const local = `__pmm_${exported}`
    imports.push(`import ${local} from '${prefix}${exported}'`)
    return local
  })
  if (imports.length === 0) return
  return { code: `${[...new Set(imports)].join('\n')}\n${rewritten}`, map: null }
}

function generatedDocument(generatedDir: string, name: string): string {
  const source = readFileSync(join(generatedDir, 'graphql.ts'), 'utf8')
  const start = `export const ${name} = `
  const line = source.split('\n').find((candidate) => candidate.startsWith(start))
  if (!line) throw new Error(`No generated document ${name}; run the generate script.`)
  return line.slice(start.length, line.lastIndexOf(' as unknown as '))
}
