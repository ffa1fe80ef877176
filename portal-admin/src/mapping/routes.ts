import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/versions/:code/mappings',
    name: 'version-mappings',
    component: () => import('./views/MappingsView.vue'),
    props: true,
    meta: { title: 'mapping.title' },
  },
] satisfies RouteRecordRaw[]
