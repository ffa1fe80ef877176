import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/partners',
    name: 'partners',
    component: () => import('./views/PartnersView.vue'),
    meta: { title: 'partner.title' },
  },
  {
    path: '/partners/:id',
    name: 'partner',
    component: () => import('./views/PartnerView.vue'),
    meta: { title: 'partner.title' },
  },
] satisfies RouteRecordRaw[]
