import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/framework/:version?',
    name: 'framework',
    component: () => import('./views/FrameworkView.vue'),
    props: true,
    meta: { open: true, title: 'framework.title' },
  },
  {
    path: '/framework/:version/:kpi',
    name: 'framework-kpi',
    component: () => import('./views/KpiView.vue'),
    props: true,
    meta: { open: true },
  },
] satisfies RouteRecordRaw[]
