import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/people',
    component: () => import('./views/PeopleView.vue'),
    meta: { title: 'people.title' },
  },
  {
    path: '/invitation',
    name: 'invitation',
    component: () => import('./views/InvitationView.vue'),
    meta: { layout: 'plain', open: true, title: 'people.accept.title' },
  },
] satisfies RouteRecordRaw[]
