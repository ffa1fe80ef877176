import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/versions/:code/publishing',
    name: 'version-publishing',
    component: () => import('./views/PublishingView.vue'),
    props: true,
    meta: { title: 'publishing.title' },
  },
] satisfies RouteRecordRaw[]
