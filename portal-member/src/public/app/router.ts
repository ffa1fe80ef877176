import { routesOf } from '@pmm/portal-kit'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'

// Each noun brings its own routes, so that a new one touches no file here.
const nouns = import.meta.glob<RouteRecordRaw[]>('../*/routes.ts', {
  eager: true,
  import: 'default',
})

export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  routes: routesOf(nouns, () => import('./NotFound.vue')),
  scrollBehavior: (to, from, saved) => {
    if (saved) return saved
    if (to.hash) return { el: to.hash }
    // A choice within a page changes its address and moves nothing.
    return to.path === from.path ? false : { top: 0 }
  },
})
