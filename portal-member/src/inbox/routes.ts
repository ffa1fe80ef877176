import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/inbox',
    name: 'inbox',
    component: () => import('./views/InboxView.vue'),
    meta: { title: 'notification.title' },
  },
] satisfies RouteRecordRaw[]
