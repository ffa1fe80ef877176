import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/versions/:code/translations',
    name: 'version-translations',
    component: () => import('./views/TranslationsView.vue'),
    props: true,
    meta: { title: 'translation.title' },
  },
  {
    path: '/terms',
    name: 'terms',
    component: () => import('./views/TermsView.vue'),
    meta: { title: 'translation.terms.title' },
  },
] satisfies RouteRecordRaw[]
