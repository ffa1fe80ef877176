import uiPlugin from '@nuxt/ui/vue-plugin'
import { createApp, type Component } from 'vue'
import type { Router } from 'vue-router'
import { createApollo, provideApollo, type ApolloOptions, type ApolloSession } from './apollo'
import { installHead } from './head'
import { createPortalI18n, type PortalTexts } from './i18n'

export interface PortalParts {
  root: Component
  router: Router
  texts: PortalTexts
  apollo?: ApolloOptions
  /** Runs after everything is installed and before the first route is resolved. */
  prepare?: (session: ApolloSession) => void
}

/** Puts an app together in the one order that works (head before Nuxt UI) and mounts it on `#app`. */
export async function startPortal({
  root,
  router,
  texts,
  apollo,
  prepare,
}: PortalParts): Promise<void> {
  const app = createApp(root)
  const i18n = await createPortalI18n(texts)
  installHead(app)
  const session = provideApollo(createApollo(apollo), app)
  app.use(i18n)
  prepare?.(session)
  // Asked for beside the view, and there before it is shown.
  router.beforeEach(({ meta }) => void (meta.entrance || i18n.loadRest().catch(() => undefined)))
  router.beforeResolve(async ({ meta }) => void (meta.entrance || (await i18n.loadRest())))
  app.use(router)
  app.use(uiPlugin)
  // A part that does not arrive, without a network or from a release before: the page that tries again is there.
  await router.isReady().catch((error: unknown) => {
    if (!router.hasRoute('unreachable')) throw error
    const to = router.options.history.location
    return router.replace({ name: 'unreachable', query: { to } })
  })
  app.mount('#app')
}
