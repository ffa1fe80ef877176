import { entranceRoutes, security, settings } from '@pmm/portal-kit/accounts/routes'
import type { RouteRecordRaw } from 'vue-router'

export default [
  ...entranceRoutes,
  { path: '/settings', component: settings, meta: { title: 'accounts.settings.title' } },
  { path: '/settings/security', component: security, meta: { title: 'accounts.security.title' } },
] satisfies RouteRecordRaw[]
