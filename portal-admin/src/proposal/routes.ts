import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/proposals',
    name: 'proposals',
    component: () => import('./views/ProposalsView.vue'),
    meta: { title: 'proposal.title' },
  },
  {
    path: '/proposals/:code',
    name: 'proposal',
    component: () => import('./views/ProposalView.vue'),
    props: true,
    meta: { title: 'proposal.one' },
  },
] satisfies RouteRecordRaw[]
