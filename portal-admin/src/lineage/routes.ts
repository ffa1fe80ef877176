import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/versions/:code/lineage',
    name: 'version-lineage',
    component: () => import('./views/LineageView.vue'),
    props: true,
    meta: { title: 'lineage.title' },
  },
] satisfies RouteRecordRaw[]
