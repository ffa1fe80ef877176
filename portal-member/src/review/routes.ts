import type { RouteRecordRaw } from 'vue-router'

// Two places that never mix: the workspace of a reviewer, and the own administration's requests.
const routes: RouteRecordRaw[] = [
  { path: '/review', redirect: { name: 'review' } },
  {
    path: '/review/assignments',
    name: 'review',
    component: () => import('./views/AssignmentsView.vue'),
    meta: { layout: 'review', title: 'review.assignments.title' },
  },
  {
    path: '/review/declaration/:id',
    name: 'review-declaration',
    component: () => import('./views/DeclarationView.vue'),
    props: true,
    meta: { layout: 'review', title: 'review.declaration.title' },
  },
  {
    path: '/review/report/:id',
    name: 'review-report',
    component: () => import('./views/ReportView.vue'),
    props: true,
    meta: { layout: 'review', title: 'review.report.title' },
  },
  {
    path: '/review/desk/:id/:kpi?',
    name: 'review-desk',
    component: () => import('./views/DeskView.vue'),
    props: true,
    meta: { layout: 'review', fill: true, title: 'review.desk.title' },
  },
  {
    path: '/peer-review',
    name: 'peer-reviews',
    component: () => import('./views/PeerReviewsView.vue'),
    meta: { title: 'review.peer.title' },
  },
  {
    path: '/peer-review/request',
    name: 'peer-review-request',
    component: () => import('./views/RequestView.vue'),
    meta: { title: 'review.request.title' },
  },
  {
    path: '/peer-review/:id',
    name: 'peer-review',
    component: () => import('./views/PeerReviewView.vue'),
    props: true,
    meta: { title: 'review.peer.one' },
  },
]

export default routes
