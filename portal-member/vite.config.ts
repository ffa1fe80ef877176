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
    offline: {
      source: 'src/offline/worker.ts',
      needs: [
        'portal-member/src/app/entrance-en.ts',
        'portal-member/src/app/entrance-fr.ts',
        'portal-kit/src/accounts/views/UnreachableView.vue',
      ],
      assets: /noto-sans-latin-wght-normal/,
    },
  }),
)
