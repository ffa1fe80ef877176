import '@pmm/portal-kit/main.css'
import { startPortal } from '@pmm/portal-kit'
import App from './app/App.vue'
import { cache } from './app/cache'
import { texts } from './app/i18n'
import { router } from './app/router'

void startPortal({ root: App, router, texts, apollo: { cache } })
