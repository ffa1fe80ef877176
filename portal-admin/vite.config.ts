import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { portalConfig } from '../portal-kit/vite.ts'

export default defineConfig(
  portalConfig({
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: '/admin/',
    outDir: 'dist',
    iconFiles: ['src/**/*.{vue,ts}'],
    generated: 'src/generated',
    port: 5174,
    listsRoutes: true,
  }),
)
