import { fileURLToPath } from 'node:url'
import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

// Compiles the components of all three portal packages for the test project `portals` of the root.
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [
    vue(),
    ui({ autoImport: { dts: false }, components: { dts: false }, colorMode: false }),
  ],
})
