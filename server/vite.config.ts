import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const src = (file: string) => fileURLToPath(new URL(`src/${file}`, import.meta.url))

const entries = [
  'main',
  'admin',
  'print',
  'bench',
  'bench-client',
  'bench-workshop',
  'demo-reset',
  'audit-dump',
].filter((name) => existsSync(src(`${name}.ts`)))

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  ssr: { external: true },
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        ...Object.fromEntries(entries.map((name) => [name, src(`${name}.ts`)])),
        'read-file-worker': src('exchange/reading/read-file.worker.ts'),
        'read-figures-worker': src('exchange/figures/reading/read-figures.worker.ts'),
        'pdf-worker': src('platform/pdf/pdf.worker.ts'),
      },
      output: {
        format: 'esm',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
})
