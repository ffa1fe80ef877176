import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/versions',
    name: 'versions',
    component: () => import('./views/VersionsView.vue'),
    meta: { title: 'framework.versions' },
  },
  {
    path: '/versions/:code',
    name: 'version',
    component: () => import('./views/VersionView.vue'),
    props: true,
    meta: { title: 'framework.version' },
  },
  {
    path: '/versions/:code/kpis/:kpi',
    name: 'version-kpi',
    component: () => import('./views/KpiEditorView.vue'),
    props: true,
    meta: { title: 'framework.kpi', fill: true },
  },
  {
    path: '/versions/:code/rules',
    name: 'version-rules',
    component: () => import('./views/RulesView.vue'),
    props: true,
    meta: { title: 'framework.rules.title' },
  },
  {
    path: '/versions/:code/:kind(dimension|outcome|element|instrument)/:node',
    name: 'version-texts',
    component: () => import('./views/NodeTextsView.vue'),
    props: true,
    meta: { title: 'framework.texts', fill: true },
  },
  {
    path: '/versions/:code/texts',
    name: 'version-own-texts',
    component: () => import('./views/VersionTextsView.vue'),
    props: true,
    meta: { title: 'framework.versionTexts.title', fill: true },
  },
  {
    path: '/versions/:code/history',
    name: 'version-history',
    component: () => import('./views/HistoryView.vue'),
    props: true,
    meta: { title: 'framework.history.title' },
  },
] satisfies RouteRecordRaw[]
