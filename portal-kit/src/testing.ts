import uiPlugin from '@nuxt/ui/vue-plugin'
import { mount, type VueWrapper } from '@vue/test-utils'
import type { Component, Plugin } from 'vue'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter, type RouteRecordRaw } from 'vue-router'
import en from './locales/en.json'
import fr from './locales/fr.json'

export interface KitMounting {
  props?: Record<string, unknown>
  slots?: Record<string, unknown>
  locale?: 'en' | 'fr'
  /** Texts by noun, as a portal has them. */
  messages?: Record<string, unknown>
  /** More plugins, such as one that provides an Apollo client. */
  plugins?: Plugin[]
  /** Routes of a portal, where links lead to them by name. */
  routes?: RouteRecordRaw[]
}

/** Mounts a component as a person would meet it: with texts, a router and a document around it. */
export function mountKit(component: Component, mounting: KitMounting = {}): VueWrapper {
  const { locale = 'en', messages = {}, plugins = [], routes = [], ...options } = mounting
  const i18n = createI18n({
    legacy: false,
    locale,
    messages: { en: { kit: en, ...messages }, fr: { kit: fr, ...messages } } as never,
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [...routes, { path: '/:path(.*)*', component: { render: () => null } }],
  })
  return mount(component, {
    attachTo: document.body,
    ...options,
    global: { plugins: [i18n, router, uiPlugin, ...plugins] },
  } as never) as VueWrapper
}
