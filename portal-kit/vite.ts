import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import type { Plugin, PluginOption, UserConfig } from 'vite'
import { kitIcons } from './icons.ts'
import { offlineWorker, type OfflineWorker } from './build/offline-worker.ts'
import { plainColours } from './build/plain-colours.ts'
import { precompress } from './build/precompress.ts'
import { routeList } from './build/route-list.ts'
import { splitDocuments } from './build/split-documents.ts'
import { themeScript } from './build/theme-script.ts'
import { uiTheme } from './build/ui-theme.ts'

export interface PortalBuild {
  /** Folder of the portal package. */
  root: string
  /** Path under which the server serves the portal, with both slashes. */
  base: string
  /** Folder of the finished files, relative to `root`. */
  outDir: string
  /** HTML template, relative to `root`; it always leaves the build as `index.html`. */
  html?: string
  /** Files searched for icon names, as globs relative to `root`. */
  iconFiles: string[]
  /** Folder of the generated GraphQL documents, relative to `root`. */
  generated: string
  /** Port of the development server. */
  port: number
  /** Whether the server asks which addresses the routes know. */
  listsRoutes?: boolean
  /** Worker that keeps the shell of the portal on the device. */
  offline?: OfflineWorker
}

const i18nFlags = {
  __VUE_I18N_FULL_INSTALL__: 'false',
  __VUE_I18N_LEGACY_API__: 'false',
  __INTLIFY_PROD_DEVTOOLS__: 'false',
}

interface KitPluginOptions {
  /** Where icons are resolved and generated styles are written; the root of the build unless given. */
  root?: string
  iconFiles?: string[]
  /** Packages searched for components in use; styles of all components are taken when absent. */
  scanned?: string[]
}

/** Plugins every portal, the catalogue and the component tests have in common. */
export function kitPlugins({
  root,
  iconFiles = [],
  scanned = [],
}: KitPluginOptions = {}): PluginOption[] {
  return [
    vue(),
    plainColours(),
    ui({
      root,
      colorMode: false,
      autoImport: false,
      dts: false,
      components: { dirs: [] },
      theme: { defaultVariants: { size: 'md' } },
      experimental: { componentDetection: scanned.length > 0 },
      scanPackages: scanned,
      icon: {
        clientBundle: {
          icons: [...kitIcons],
          scan: { globInclude: iconFiles, globExclude: ['**/node_modules/**', '**/dist/**'] },
        },
      },
      ui: uiTheme,
    }),
  ]
}

/** Configuration of one portal build: hashed names, no inline script, one stylesheet per chunk. */
export function portalConfig(portal: PortalBuild): UserConfig {
  const html = portal.html ?? 'index.html'
  return {
    root: portal.root,
    base: portal.base,
    publicDir: false,
    define: i18nFlags,
    plugins: [
      splitDocuments(resolve(portal.root, portal.generated)),
      kitPlugins({ iconFiles: portal.iconFiles, scanned: ['@pmm/portal-kit'] }),
      themeScript(readFileSync(new URL('./theme-boot.js', import.meta.url), 'utf8')),
      templateAsIndex(html),
      ...(portal.listsRoutes ? [routeList(portal.root)] : []),
      ...(portal.offline ? [offlineWorker(portal.root, portal.offline)] : []),
      precompress(),
    ],
    resolve: { dedupe: ['vue', 'vue-router', 'vue-i18n', 'graphql', '@apollo/client', 'reka-ui'] },
    build: {
      outDir: resolve(portal.root, portal.outDir),
      emptyOutDir: true,
      manifest: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve(portal.root, html) },
    },
    server: {
      port: portal.port,
      proxy: { '/graphql': 'http://127.0.0.1:4000', '/files': 'http://127.0.0.1:4000' },
    },
  }
}

function templateAsIndex(html: string): Plugin {
  return {
    name: 'pmm:template-as-index',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle[html]
      if (page && html !== 'index.html') page.fileName = 'index.html'
    },
  }
}
