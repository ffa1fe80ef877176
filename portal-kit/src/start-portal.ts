import uiPlugin from '@nuxt/ui/vue-plugin'
import { createApp, type Component } from 'vue'
import type { Router } from 'vue-router'
import { createApollo, provideApollo, type ApolloOptions, type ApolloSession } from './apollo'
import { installHead } from './head'
import { createPortalI18n, type LocaleLoaders } from './i18n'

export interface PortalParts {
  root: Component
  router: Router
  locales: LocaleLoaders
  apollo?: ApolloOptions
  /** Runs after everything is installed and before the first route is resolved. */
  prepare?: (session: ApolloSession) => void
}

/** Puts an app together in the one order that works (head before Nuxt UI) and mounts it on `#app`. */
export async function startPortal({
  root,
  router,
  locales,
  apollo,
  prepare,
}: PortalParts): Promise<void> {
  const app = createApp(root)
  const i18n = await createPortalI18n(locales)
  installHead(app)
  const session = provideApollo(createApollo(apollo), app)
  app.use(i18n)
  prepare?.(session)
  app.use(router)
  app.use(uiPlugin)
  await router.isReady()
  app.mount('#app')
}
