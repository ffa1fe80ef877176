import type { ApolloClient } from '@apollo/client'
import {
  hasInjectionContext,
  inject,
  provide,
  shallowRef,
  type App,
  type InjectionKey,
  type ShallowRef,
} from 'vue'

/** The client and its generation; the generation rises whenever the store is cleared. */
export interface ApolloSession {
  readonly client: ApolloClient
  readonly generation: ShallowRef<number>
}

const apolloKey: InjectionKey<ApolloSession> = Symbol('apollo')

/** Makes the client available to `useQuery` and its siblings below this app or component. */
export function provideApollo(client: ApolloClient, app?: App): ApolloSession {
  const session: ApolloSession = { client, generation: shallowRef(0) }
  if (app) app.provide(apolloKey, session)
  else provide(apolloKey, session)
  return session
}

/** The client of the surrounding app; throws outside of one. */
export function useApollo(): ApolloSession {
  const session = hasInjectionContext() ? inject(apolloKey, null) : null
  if (!session) throw new Error('No Apollo client here: call provideApollo in the app first.')
  return session
}

/**
 * Forgets everything of the present viewer: requests under way are cancelled, the store is emptied, and mounted
 * queries start again. To be called at sign-out and when the acting role or administration changes.
 */
export async function forgetViewer({ client, generation }: ApolloSession): Promise<void> {
  client.stop()
  await client.clearStore()
  generation.value += 1
}
