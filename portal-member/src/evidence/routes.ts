import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/evidence',
    name: 'evidence',
    component: () => import('./views/EvidenceView.vue'),
    meta: { title: 'evidence.title', ofCycle: true },
  },
] satisfies RouteRecordRaw[]
