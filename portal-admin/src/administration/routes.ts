import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/administrations',
    name: 'administrations',
    component: () => import('./views/RegisterView.vue'),
    meta: { title: 'administration.title' },
  },
  {
    path: '/administrations/:code',
    name: 'administration',
    component: () => import('./views/AdministrationView.vue'),
    meta: { title: 'administration.title' },
  },
] satisfies RouteRecordRaw[]
