import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/developers',
    name: 'developers',
    component: () => import('./views/DevelopersView.vue'),
    meta: { open: true, title: 'developers.title' },
  },
] satisfies RouteRecordRaw[]
