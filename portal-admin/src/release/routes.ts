import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/releases',
    name: 'releases',
    component: () => import('./views/ReleasesView.vue'),
    meta: { title: 'release.releases' },
  },
  {
    path: '/releases/:code',
    name: 'release',
    component: () => import('./views/ReleaseView.vue'),
    props: true,
    meta: { title: 'release.release' },
  },
] satisfies RouteRecordRaw[]
