import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/support',
    name: 'support',
    component: () => import('./views/SupportView.vue'),
    meta: { title: 'support.doors.title' },
  },
] satisfies RouteRecordRaw[]
