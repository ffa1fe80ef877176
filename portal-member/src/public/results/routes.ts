import type { RouteRecordRaw } from 'vue-router'

const release = {
  component: () => import('./views/ReleaseView.vue'),
  props: true,
  meta: { open: true, title: 'results.title' },
}

// Nested under one address, so that the navigation marks its entry on every page below.
export default [
  {
    path: '/results',
    children: [
      { path: '', name: 'results', ...release },
      { path: ':release', name: 'release', ...release },
      {
        path: ':release/:kpi',
        name: 'released-kpi',
        component: () => import('./views/ReleasedKpiView.vue'),
        props: true,
        meta: { open: true },
      },
    ],
  },
] satisfies RouteRecordRaw[]
