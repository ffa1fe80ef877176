import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/staff',
    name: 'staff',
    component: () => import('./views/StaffView.vue'),
    meta: { title: 'people.staff.title' },
  },
  {
    path: '/reviewers',
    name: 'reviewers',
    component: () => import('./views/ReviewersView.vue'),
    meta: { title: 'people.reviewers.title' },
  },
] satisfies RouteRecordRaw[]
