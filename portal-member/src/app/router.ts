import { routesOf } from '@pmm/portal-kit'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { nameCycleOfWork } from '../assessment/cycle-address'

// Each noun brings its own routes, so that a new one touches no file here.
const nouns = import.meta.glob<RouteRecordRaw[]>('../*/routes.ts', {
  eager: true,
  import: 'default',
})

export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  routes: routesOf(nouns, () => import('./NotFound.vue')),
})

nameCycleOfWork(router)
