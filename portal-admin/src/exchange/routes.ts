import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/versions/imports',
    name: 'imports',
    component: () => import('./views/ImportView.vue'),
    meta: { title: 'exchange.title' },
  },
  {
    path: '/versions/imports/:id',
    name: 'import',
    component: () => import('./views/DryRunView.vue'),
    props: true,
    meta: { title: 'exchange.dryRun' },
  },
] satisfies RouteRecordRaw[]
