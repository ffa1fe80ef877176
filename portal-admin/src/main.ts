import '@pmm/portal-kit/main.css'
import { startPortal } from '@pmm/portal-kit'
import { isSomebodyIn, prepareSession, sessionEnded } from '@pmm/portal-kit/accounts'
import App from './app/App.vue'
import { cache } from './app/cache'
import { locales } from './app/i18n'
import { router } from './app/router'

void startPortal({
  root: App,
  router,
  locales,
  apollo: {
    cache,
    onSessionEnd: sessionEnded,
    isSignedIn: isSomebodyIn,
    openQueries: ['SessionViewer', 'Entrance'],
  },
  prepare: (session) => prepareSession(session, router),
})
