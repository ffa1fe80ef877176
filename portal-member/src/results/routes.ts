import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/results',
    name: 'results',
    component: () => import('./views/ResultsView.vue'),
    meta: { title: 'results.title' },
  },
] satisfies RouteRecordRaw[]
