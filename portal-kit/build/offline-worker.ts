import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'

export interface OfflineWorker {
  /** Source of the worker, relative to the root of the portal. */
  source: string
  /** Ends of the names of modules that are loaded late, and needed without a network all the same. */
  needs: string[]
  /** Files of styles that are kept with them. */
  assets: RegExp
}

/**
 * Writes `worker.js`, which knows by name what the shell of this build consists of: the page, all it loads at once, and
 * what of the rest is needed to say that there is no connection.
 */
export function offlineWorker(root: string, { source, needs, assets }: OfflineWorker): Plugin {
  let base = '/'
  return {
    name: 'pmm:offline-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      base = config.base
    },
    async generateBundle(_options, bundle) {
      const html = textOf(bundle['index.html'])
      const files = shellFiles(bundle, html, base, needs, assets)
      const release = createHash('sha256').update(html).update(files.join()).digest('hex')
      const shell = { release: release.slice(0, 16), page: base, files }
      this.emitFile({
        type: 'asset',
        fileName: 'worker.js',
        source: await bundled(resolve(root, source), { __PMM_SHELL__: JSON.stringify(shell) }),
      })
    },
  }
}

/** Paths of all files the page loads at once, and of those the needed modules load. */
export function shellFiles(
  bundle: Rolldown.OutputBundle,
  html: string,
  base: string,
  needs: readonly string[],
  assets: RegExp,
): string[] {
  const found = new Set<string>()
  const add = (name: string) => {
    const file = bundle[name]
    if (!file || found.has(name)) return
    found.add(name)
    if (file.type === 'chunk') {
      for (const next of [...file.imports, ...(file.viteMetadata?.importedCss ?? [])]) add(next)
    } else if (name.endsWith('.css')) {
      for (const next of namedIn(textOf(file), base)) if (assets.test(next)) add(next)
    }
  }
  namedIn(html, base).forEach(add)
  for (const need of needs) {
    const chunk = Object.values(bundle).find(
      (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(need),
    )
    if (!chunk) throw new Error(`No chunk of its own begins with ${need}.`)
    add(chunk.fileName)
  }
  return [...found].map((name) => base + name).toSorted()
}

const namedIn = (text: string, base: string) =>
  [...text.matchAll(/["'(]([^"'()\s]+)["')]/g)]
    .map(([, path = '']) => path)
    .filter((path) => path.startsWith(`${base}assets/`))
    .map((path) => path.slice(base.length))

function textOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): string {
  if (file?.type !== 'asset') throw new Error('A file of the build is missing.')
  return typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source)
}

/** One script without imports, as a worker is. */
async function bundled(entry: string, define: Record<string, string>): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    define,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'worker', fileName: 'worker' },
    },
  })
  const [chunk] = (made as Rolldown.RolldownOutput[])[0]!.output
  return chunk.code
}
