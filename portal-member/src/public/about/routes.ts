import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/about',
    name: 'about',
    component: () => import('./views/AboutView.vue'),
    meta: { open: true, title: 'about.title' },
  },
] satisfies RouteRecordRaw[]
