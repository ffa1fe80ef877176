import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/assessment',
    name: 'assessment',
    component: () => import('./views/AssessmentView.vue'),
    meta: { title: 'assessment.title', ofCycle: true },
  },
  {
    path: '/assessment/kpi/:code',
    name: 'kpi',
    component: () => import('./views/KpiView.vue'),
    meta: { title: 'assessment.kpiTitle', fill: true, ofCycle: true },
  },
  {
    path: '/assessment/figure/:code',
    name: 'figure',
    component: () => import('./views/FigureView.vue'),
    meta: { title: 'assessment.own.title', ofCycle: true },
  },
  {
    path: '/assessment/focus/:code?',
    name: 'focus',
    component: () => import('./views/FocusView.vue'),
    meta: { title: 'assessment.focus.title', fill: true, ofCycle: true },
  },
  {
    path: '/assessment/sheet/:dimension?',
    name: 'sheet',
    component: () => import('./views/SheetView.vue'),
    meta: { title: 'assessment.sheet.title', fill: true, ofCycle: true },
  },
  {
    path: '/assessment/earlier',
    name: 'earlier',
    component: () => import('./views/EarlierView.vue'),
    meta: { title: 'assessment.earlier.title', ofCycle: true },
  },
  {
    path: '/assessment/instruments',
    name: 'instruments',
    component: () => import('./views/InstrumentsView.vue'),
    meta: { title: 'assessment.instruments.title', ofCycle: true },
  },
  {
    path: '/assessment/submit',
    name: 'submit',
    component: () => import('./views/SubmitView.vue'),
    meta: { title: 'assessment.submit.title', ofCycle: true },
  },
] satisfies RouteRecordRaw[]
