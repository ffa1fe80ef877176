import { entranceRoutes, security, settings } from '@pmm/portal-kit/accounts/routes'
import type { RouteRecordRaw } from 'vue-router'

export default [
  ...entranceRoutes,
  {
    path: '/settings',
    component: settings,
    meta: { title: 'accounts.settings.title', twins: { REVIEW: '/review/settings' } },
  },
  {
    path: '/settings/security',
    component: security,
    meta: { title: 'accounts.security.title', twins: { REVIEW: '/review/settings/security' } },
  },
  {
    path: '/review/settings',
    component: settings,
    meta: { layout: 'review', title: 'accounts.settings.title' },
  },
  {
    path: '/review/settings/security',
    component: security,
    meta: { layout: 'review', title: 'accounts.security.title' },
  },
] satisfies RouteRecordRaw[]
