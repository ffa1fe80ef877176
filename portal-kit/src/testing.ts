import uiPlugin from '@nuxt/ui/vue-plugin'
import { mount, type ComponentMountingOptions } from '@vue/test-utils'
import type { Component } from 'vue'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import en from './locales/en.json'
import fr from './locales/fr.json'

/** Mounts a component as a person would meet it: with texts, a router and a document around it. */
export function mountKit(
  component: Component,
  options: ComponentMountingOptions<unknown> & { locale?: 'en' | 'fr'; messages?: object } = {},
) {
  const { locale = 'en', messages = {}, ...mounting } = options
  const i18n = createI18n({
    legacy: false,
    locale,
    messages: { en: { kit: en, ...messages }, fr: { kit: fr, ...messages } },
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:path(.*)*', component: { render: () => null } }],
  })
  return mount(component as never, {
    attachTo: document.body,
    ...mounting,
    global: { plugins: [i18n, router, uiPlugin], ...mounting.global },
  })
}
