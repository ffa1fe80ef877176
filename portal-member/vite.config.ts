import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { portalConfig } from '../portal-kit/vite.ts'

// The public pages have a build of their own: vite.public.config.ts.
export default defineConfig(
  portalConfig({
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: '/member/',
    outDir: 'dist/member',
    iconFiles: ['src/!(public)/**/*.{vue,ts}'],
    generated: 'src/generated',
    port: 5173,
    listsRoutes: true,
  }),
)
