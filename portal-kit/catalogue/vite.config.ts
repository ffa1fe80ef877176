import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { kitPlugins } from '../vite.ts'

// Shows every component in its states; never shipped.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  define: { __VUE_I18N_FULL_INSTALL__: 'false', __VUE_I18N_LEGACY_API__: 'false' },
  plugins: [kitPlugins({ iconFiles: ['**/*.vue'] })],
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0 },
})
