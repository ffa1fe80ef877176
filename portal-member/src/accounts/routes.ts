import type { RouteRecordRaw } from 'vue-router'

const settings = () => import('./views/SettingsView.vue')

export default [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./views/SignInView.vue'),
    meta: { layout: 'plain', open: true, title: 'accounts.signIn.title' },
  },
  {
    path: '/set-password',
    name: 'set-password',
    component: () => import('./views/SetPasswordView.vue'),
    meta: { layout: 'plain', open: true, title: 'accounts.setPassword.title' },
  },
  {
    path: '/unreachable',
    name: 'unreachable',
    component: () => import('./views/UnreachableView.vue'),
    meta: { layout: 'plain', open: true, title: 'accounts.unreachable.title' },
  },
  {
    path: '/other-hat',
    name: 'other-hat',
    component: () => import('./views/OtherHatView.vue'),
    meta: { layout: 'plain', title: 'accounts.otherHat.title' },
  },
  { path: '/settings', component: settings, meta: { title: 'accounts.settings.title' } },
  {
    path: '/review/settings',
    component: settings,
    meta: { layout: 'review', title: 'accounts.settings.title' },
  },
] satisfies RouteRecordRaw[]
