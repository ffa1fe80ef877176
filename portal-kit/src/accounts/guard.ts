import type { RouteLocationNormalized, RouteLocationRaw, Router } from 'vue-router'
import type { ApolloSession } from '../index'
import { homes, ownWorkspaces, workspaceOfRoute } from './portal'
import { announceSession, followSession } from './session-channel'
import { askViewer, identityOf, knownViewer, useViewer, type Viewer } from './viewer'
import { takeWanted } from './wanted-page'

/** Lets nobody past the open pages without a session, and no hat into a workspace that is not its own. */
export function guardRoutes({ client }: ApolloSession, router: Router): void {
  router.beforeEach(async (to) => {
    // The frame around an unknown address depends on who stands in it.
    if (to.name === 'not-found') await knownViewer(client).catch(() => null)
    if (to.meta.open && to.name !== 'sign-in') return true
    try {
      const viewer = await soon(knownViewer(client))
      // Whoever comes back from the organisation's page has other tabs that wait for them.
      if (to.name === 'sign-in' && viewer) announceSession(identityOf(viewer))
      return decide(viewer, to)
    } catch {
      return to.name === 'sign-in' ? true : { name: 'unreachable', query: { to: to.fullPath } }
    }
  })
}

const patience = 15_000

/** The answer, or an error where none comes: a page that says so instead of none. */
async function soon<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer yet.')), patience)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

/** Where a navigation leads: on, to the sign-in or what it lacks, or to the page about the other hat. */
export function decide(
  viewer: Viewer | null,
  to: Pick<RouteLocationNormalized, 'name' | 'meta' | 'fullPath' | 'path' | 'query'>,
): true | RouteLocationRaw {
  if (to.name === 'sign-in') return viewer ? arrival(to.query['to'] ?? takeWanted()) : true
  if (!viewer) return { name: 'sign-in', query: to.path === '/' ? {} : { to: to.fullPath } }
  if (viewer.secondFactor?.isOutstanding) {
    if (to.name === 'second-factor') return true
    return { name: 'second-factor', query: to.path === '/' ? {} : { to: to.fullPath } }
  }
  if (to.name === 'second-factor') return arrival(to.query['to'])
  const twin = to.meta.twins?.[viewer.workspace]
  if (twin) return { path: twin, query: to.query }
  if (to.name === 'other-hat' || viewer.workspace === workspaceOfRoute(to.meta)) return true
  // The bare address of the portal means "my work", wherever in this portal that is.
  if (to.path === '/' && ownWorkspaces().includes(viewer.workspace))
    return inPortal(homes[viewer.workspace])
  return { name: 'other-hat', query: { to: to.fullPath } }
}

/** The page somebody wanted before signing in, if it is one of ours. */
export function arrival(wanted: unknown): string {
  return typeof wanted === 'string' && /^\/(?![/\\])/.test(wanted) ? wanted : '/'
}

/** An address of this origin as one inside this portal. */
const inPortal = (address: string) => {
  const base = import.meta.env.BASE_URL
  return `/${address.startsWith(base) ? address.slice(base.length) : ''}`
}

const quietFor = 60_000

/** Asks anew who is signed in when the person comes back to a tab that has long been out of sight. */
export function watchReturn({ client }: ApolloSession, sessionEnded: () => void): void {
  const viewer = useViewer()
  let hiddenAt = 0
  document.addEventListener('visibilitychange', async () => {
    if (document.hidden) hiddenAt = Date.now()
    if (document.hidden || Date.now() - hiddenAt < quietFor || !viewer.value) return
    const now = await askViewer(client).catch(() => viewer.value as Viewer)
    if (!now) sessionEnded()
    else if (identityOf(now) !== identityOf(viewer.value as Viewer)) window.location.reload()
  })
}

/** Follows what other tabs do to the session they share; this tab's own session back again is welcome. */
export function followOtherTabs(sessionResumed: () => void): void {
  const viewer = useViewer()
  followSession((identity) => {
    if (viewer.value && identity === identityOf(viewer.value as Viewer)) sessionResumed()
    else window.location.reload()
  })
}
