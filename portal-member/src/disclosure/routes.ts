import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/disclosure',
    name: 'disclosure',
    component: () => import('./views/DisclosureView.vue'),
    meta: { title: 'disclosure.title' },
  },
] satisfies RouteRecordRaw[]
