import type { RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  {
    path: '/reviews',
    name: 'reviews',
    component: () => import('./views/ReviewsView.vue'),
    meta: { title: 'review.list.title' },
  },
  {
    path: '/reviews/:id',
    name: 'review',
    component: () => import('./views/ReviewView.vue'),
    props: true,
    meta: { title: 'review.one.title' },
  },
]

export default routes
