import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/monitoring',
    name: 'monitoring',
    component: () => import('./views/MonitoringView.vue'),
    meta: { title: 'cycle.monitoring' },
  },
  {
    path: '/cycles',
    name: 'cycles',
    component: () => import('./views/CyclesView.vue'),
    meta: { title: 'cycle.cycles' },
  },
  {
    path: '/cycles/new',
    name: 'cycle-new',
    component: () => import('./views/CycleNewView.vue'),
    meta: { title: 'cycle.plan.title' },
  },
  {
    path: '/cycles/:code',
    name: 'cycle',
    component: () => import('./views/CycleView.vue'),
    props: true,
    meta: { title: 'cycle.cycle' },
  },
  {
    path: '/cycles/:code/edit',
    name: 'cycle-edit',
    component: () => import('./views/CycleEditView.vue'),
    props: true,
    meta: { title: 'cycle.correct.title' },
  },
  {
    path: '/cycles/:code/message',
    name: 'cycle-message',
    component: () => import('./views/CycleMessageView.vue'),
    props: true,
    meta: { title: 'cycle.message.write' },
  },
] satisfies RouteRecordRaw[]
