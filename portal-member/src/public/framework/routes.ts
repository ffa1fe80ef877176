import type { RouteRecordRaw } from 'vue-router'

// Nested under one address, so that the navigation marks its entry on every page below. Codes of versions and
// their parts have no lower case: what is written in it here never hides one.
export default [
  {
    path: '/framework',
    children: [
      {
        path: '',
        name: 'framework',
        component: () => import('./views/VersionsView.vue'),
        meta: { open: true, title: 'framework.title' },
      },
      {
        path: 'glossary',
        name: 'framework-glossary',
        component: () => import('./views/GlossaryView.vue'),
        meta: { open: true, title: 'framework.glossary.title' },
      },
      {
        path: ':version',
        name: 'framework-version',
        component: () => import('./views/VersionView.vue'),
        props: true,
        meta: { open: true },
      },
      {
        path: ':version/elements',
        name: 'framework-elements',
        component: () => import('./views/ElementsView.vue'),
        props: true,
        meta: { open: true },
      },
      {
        path: ':version/print',
        name: 'framework-print',
        component: () => import('./views/PrintView.vue'),
        props: true,
        meta: { open: true },
      },
      {
        path: ':version/:kpi',
        name: 'framework-kpi',
        component: () => import('./views/KpiView.vue'),
        props: true,
        meta: { open: true },
      },
    ],
  },
] satisfies RouteRecordRaw[]
