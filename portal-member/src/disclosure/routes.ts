import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/disclosure',
    name: 'disclosure',
    component: () => import('./views/DisclosureView.vue'),
    meta: { title: 'disclosure.title', ofCycle: true },
  },
] satisfies RouteRecordRaw[]
