import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/',
    name: 'home',
    component: () => import('./views/HomeView.vue'),
    meta: { title: 'home.title', ofCycle: true },
  },
] satisfies RouteRecordRaw[]
