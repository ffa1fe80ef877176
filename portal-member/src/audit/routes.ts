import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/audit',
    name: 'audit',
    component: () => import('./views/AuditView.vue'),
    meta: { title: 'audit.audit' },
  },
  {
    path: '/readers',
    name: 'readers',
    component: () => import('./views/AccessLogView.vue'),
    meta: { title: 'audit.reads.title' },
  },
] satisfies RouteRecordRaw[]
