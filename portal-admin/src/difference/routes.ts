import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/versions/:code/difference/:other',
    name: 'version-difference',
    component: () => import('./views/DifferenceView.vue'),
    props: true,
    meta: { title: 'difference.title' },
  },
] satisfies RouteRecordRaw[]
