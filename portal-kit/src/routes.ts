import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'

declare module 'vue-router' {
  interface RouteMeta {
    /** Frame around the view: the portal's shell (default), the Review workspace, or nothing. */
    layout?: 'portal' | 'review' | 'plain'
    /** Work screen with panes of its own: rail navigation, the view fills the window. */
    fill?: boolean
    /** Stands before the portal: says nothing but the texts of the first page. */
    entrance?: boolean
    /** Reachable without a session. */
    open?: boolean
    /** Where the same page stands for those who work in another workspace of the portal, by workspace. */
    twins?: Readonly<Record<string, string>>
    /** Speaks of one cycle: its address names it while there is work in more than one. */
    ofCycle?: boolean
    /** Key of the text shown as the document's title. */
    title?: string
  }
}

/** All routes of a portal, with the page for unknown addresses last. */
export function routesOf(
  nouns: Record<string, RouteRecordRaw[]>,
  notFound: () => Promise<Component>,
): RouteRecordRaw[] {
  return [
    ...Object.values(nouns).flat(),
    { path: '/:unknown(.*)*', name: 'not-found', component: notFound, meta: { open: true } },
  ]
}
