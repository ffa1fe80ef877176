import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/assessments/:id',
    name: 'assessment',
    component: () => import('./views/SubmittedView.vue'),
    props: true,
    meta: { title: 'assessment.title' },
  },
] satisfies RouteRecordRaw[]
