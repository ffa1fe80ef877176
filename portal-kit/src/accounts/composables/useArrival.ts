import { useRouter } from 'vue-router'
import { forgetViewer, useApollo } from '../../index'
import type { Workspace } from '../../generated/graphql'
import { arrival } from '../guard'
import { homes } from '../portal'
import { announceSession } from '../session-channel'
import { forgetWho, identityOf, reloadViewer } from '../viewer'

/** What follows a change of the session: nothing of the former viewer stays, and the other tabs hear of it. */
export function useArrival() {
  const session = useApollo()
  const router = useRouter()

  /** Goes on in this tab as the person who has just signed in. */
  async function arrive(wanted: unknown): Promise<void> {
    forgetWho()
    await forgetViewer(session)
    announceSession(identityOf(await reloadViewer(session.client)))
    await router.replace(arrival(wanted))
  }

  /** Starts a workspace afresh: the page is loaded anew, so that nothing of the former hat remains. */
  async function startAfresh(workspace: Workspace | null, wanted?: string): Promise<void> {
    const viewer = workspace ? await reloadViewer(session.client) : null
    announceSession(identityOf(viewer))
    const base = import.meta.env.BASE_URL
    window.location.assign(workspace ? (wanted ?? homes[workspace]) : `${base}sign-in`)
  }

  return { arrive, startAfresh }
}
