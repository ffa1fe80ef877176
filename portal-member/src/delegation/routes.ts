import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/assessment/delegation',
    name: 'delegation',
    component: () => import('./views/DelegationView.vue'),
    meta: { title: 'delegation.title', ofCycle: true },
  },
] satisfies RouteRecordRaw[]
