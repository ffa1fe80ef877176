import type { ApolloClient } from '@apollo/client'
import { readonly, shallowRef } from 'vue'
import { graphql } from '../generated'
import type { SessionViewerQuery } from '../generated/graphql'
import { rememberHat } from './last-hat'

const SessionViewer = graphql(`
  query SessionViewer {
    viewer {
      hat
      workspace
      places
      supportView {
        id
        endsAt
      }
      email
      hasPassword
      secondFactor {
        isOutstanding
        isSetUp
        takenAwayAt
      }
      person {
        id
        name
      }
      hats {
        id
        role
        workspace
        isWorn
        administration {
          id
          code
          en: name(locale: EN)
          fr: name(locale: FR)
        }
      }
    }
  }
`)

/** Who is signed in: the person and the roles they may change to. */
export type Viewer = NonNullable<SessionViewerQuery['viewer']>
export type HeldRole = Viewer['hats'][number]

const current = shallowRef<Viewer | null>()

/** Who is signed in, as a ref; null for nobody, undefined until the server was asked. */
export const useViewer = () => readonly(current)

/** Whether the portal takes somebody to be signed in. */
export const isSomebodyIn = (): boolean => Boolean(current.value)

/** Who is signed in, asked of the server once. */
export async function knownViewer(client: ApolloClient): Promise<Viewer | null> {
  return current.value === undefined ? reloadViewer(client) : current.value
}

/** Who is signed in now, as after a sign-in or when another window may have changed it. */
export async function reloadViewer(client: ApolloClient): Promise<Viewer | null> {
  const viewer = await askViewer(client)
  current.value = viewer
  const hat = viewer && !viewer.supportView && wornRole(viewer)
  if (hat) rememberHat(hat)
  return viewer
}

/** Who the server takes this browser for, without acting upon it. */
export async function askViewer(client: ApolloClient): Promise<Viewer | null> {
  const { data } = await client.query({ query: SessionViewer, fetchPolicy: 'network-only' })
  return data?.viewer ?? null
}

/** Takes nobody to be signed in, so that the server is asked again. */
export function forgetWho(): void {
  current.value = undefined
}

/** The role the session acts in. */
export const wornRole = (viewer: Viewer): HeldRole | undefined =>
  viewer.hats.find(({ isWorn }) => isWorn)

/** Tells two sessions apart by person and role; empty for nobody. */
export const identityOf = (viewer: Viewer | null): string =>
  viewer ? `${viewer.person?.id ?? ''} ${wornRole(viewer)?.id ?? ''}` : ''
