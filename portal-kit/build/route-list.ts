import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { runnerImport, type Plugin } from 'vite'
import { createRouterMatcher, type RouteRecordRaw } from 'vue-router'

/**
 * Writes which addresses the routes of a portal know, as the router itself matches them, so that the
 * server answers 404 for all others. Addresses stand below the base of the portal.
 */
export function routeList(root: string): Plugin {
  return {
    name: 'pmm:route-list',
    apply: 'build',
    async generateBundle() {
      const nouns = await Promise.all(
        globSync('src/*/routes.ts', { cwd: root }).map((file) =>
          runnerImport<{ default: RouteRecordRaw[] }>(resolve(root, file), { configFile: false }),
        ),
      )
      const routes = nouns.flatMap(({ module }) => module.default)
      const patterns = createRouterMatcher(routes, {})
        .getRoutes()
        .map(({ re }) => re.source)
      this.emitFile({
        type: 'asset',
        fileName: '.vite/routes.json',
        source: JSON.stringify(patterns.toSorted(), null, 2),
      })
    },
  }
}
