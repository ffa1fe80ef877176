import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/',
    name: 'overview',
    component: () => import('./views/OverviewView.vue'),
    meta: { title: 'overview.title' },
  },
] satisfies RouteRecordRaw[]
