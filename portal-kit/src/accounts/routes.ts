import type { RouteRecordRaw } from 'vue-router'

export const settings = () => import('./views/SettingsView.vue')
export const security = () => import('./views/SecurityView.vue')

/** The pages every portal has before its own; where the settings stand, each says itself. */
export const entranceRoutes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./views/SignInView.vue'),
    meta: { layout: 'plain', entrance: true, open: true, title: 'accounts.signIn.title' },
  },
  {
    path: '/set-password',
    name: 'set-password',
    component: () => import('./views/SetPasswordView.vue'),
    meta: { layout: 'plain', entrance: true, open: true, title: 'accounts.setPassword.title' },
  },
  {
    path: '/forgotten-password',
    name: 'forgotten-password',
    component: () => import('./views/ForgottenPasswordView.vue'),
    meta: { layout: 'plain', entrance: true, open: true, title: 'accounts.forgotten.title' },
  },
  {
    path: '/second-factor',
    name: 'second-factor',
    component: () => import('./views/SecondFactorView.vue'),
    meta: { layout: 'plain', entrance: true, title: 'accounts.secondFactor.title' },
  },
  {
    path: '/unreachable',
    name: 'unreachable',
    component: () => import('./views/UnreachableView.vue'),
    meta: { layout: 'plain', entrance: true, open: true, title: 'accounts.unreachable.title' },
  },
  {
    path: '/other-hat',
    name: 'other-hat',
    component: () => import('./views/OtherHatView.vue'),
    meta: { layout: 'plain', entrance: true, title: 'accounts.otherHat.title' },
  },
]
