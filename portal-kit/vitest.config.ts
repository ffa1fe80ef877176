import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { kitPlugins } from './vite.ts'

// Compiles the components of all three portal packages for the test project `portals` of the root.
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [
    kitPlugins({
      root: fileURLToPath(new URL('.', import.meta.url)),
      // Without them a mounted icon asks a host on the network.
      iconFiles: ['../portal-*/src/**/*.{vue,ts}'],
    }),
  ],
})
