import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/results/:release?',
    name: 'results',
    component: () => import('./views/ReleaseView.vue'),
    props: true,
    meta: { open: true, title: 'results.title' },
  },
  {
    path: '/results/:release/:kpi',
    name: 'results-kpi',
    component: () => import('./views/ReleasedKpiView.vue'),
    props: true,
    meta: { open: true },
  },
] satisfies RouteRecordRaw[]
