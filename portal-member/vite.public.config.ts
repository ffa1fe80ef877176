import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { portalConfig } from '../portal-kit/vite.ts'

export default defineConfig(
  portalConfig({
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: '/',
    outDir: 'dist/public',
    html: 'public.html',
    iconFiles: ['src/public/**/*.{vue,ts}'],
    generated: 'src/public/generated',
    port: 5175,
  }),
)
