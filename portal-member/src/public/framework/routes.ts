import type { RouteRecordRaw } from 'vue-router'

const version = {
  component: () => import('./views/FrameworkView.vue'),
  props: true,
  meta: { open: true, title: 'framework.title' },
}

// Nested under one address, so that the navigation marks its entry on every page below.
export default [
  {
    path: '/framework',
    children: [
      { path: '', name: 'framework', ...version },
      { path: ':version', name: 'framework-version', ...version },
      {
        path: ':version/:kpi',
        name: 'framework-kpi',
        component: () => import('./views/KpiView.vue'),
        props: true,
        meta: { open: true },
      },
    ],
  },
] satisfies RouteRecordRaw[]
