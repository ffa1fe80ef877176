import '../src/main.css'
import uiPlugin from '@nuxt/ui/vue-plugin'
import { createApp } from 'vue'
import { createRouter, createWebHashHistory } from 'vue-router'
import { installHead } from '../src/head'
import { createPortalI18n } from '../src/i18n'
import { readStored } from '../src/stored'
import Catalogue from './Catalogue.vue'

document.documentElement.classList.toggle('dark', readStored('pmm.theme') === 'dark')

const sections = import.meta.glob('./sections/*.vue')
const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: '/blocks' },
    ...Object.entries(sections).map(([file, component]) => ({
      path: `/${file.replace('./sections/', '').replace('.vue', '').toLowerCase()}`,
      component,
    })),
  ],
})

const kit = {
  en: async () => ({ default: { kit: (await import('../src/locales/en.json')).default } }),
  fr: async () => ({ default: { kit: (await import('../src/locales/fr.json')).default } }),
}
const app = createApp(Catalogue)
installHead(app)
app.use(await createPortalI18n({ first: kit }))
app.use(router)
app.use(uiPlugin)
await router.isReady()
app.mount('#app')
