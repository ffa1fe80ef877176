import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

const worthwhile = /\.(js|css|svg|json)$/
const smallestSize = 1024

/**
 * Writes `.br` and `.gz` beside each asset, so that the server never compresses at run time.
 * HTML is left out: the server puts a fresh nonce into every answer.
 */
export function precompress(): Plugin {
  let outDir = ''
  return {
    name: 'pmm:precompress',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir
    },
    async writeBundle() {
      const entries = await readdir(outDir, { recursive: true, withFileTypes: true })
      for (const entry of entries) {
        if (!entry.isFile() || !worthwhile.test(entry.name)) continue
        await compressFile(join(entry.parentPath, entry.name))
      }
    },
  }
}

async function compressFile(file: string) {
  const content = await readFile(file)
  if (content.length < smallestSize) return
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  await writeFile(`${file}.br`, await brotli(content, quality))
  await writeFile(`${file}.gz`, await zip(content, { level: 9 }))
}
