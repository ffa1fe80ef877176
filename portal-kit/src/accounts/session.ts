import { readonly, ref } from 'vue'
import type { Router } from 'vue-router'
import { holdResending, releaseResending, type ApolloSession } from '../index'
import { followOtherTabs, guardRoutes, watchReturn } from './guard'
import { isSomebodyIn } from './viewer'

const hasEnded = ref(false)

/** Whether the server said the session is over; the sign-in dialog stands over the page meanwhile. */
export const isSessionOver = readonly(hasEnded)

/** Reports that the server no longer knows the session. */
export function sessionEnded(): void {
  hasEnded.value = isSomebodyIn()
  if (hasEnded.value) holdResending()
}

/** Reports that the person closed the sign-in dialog and stays on the page without a session. */
export function sessionLeft(): void {
  hasEnded.value = false
}

/** Reports that the person signed in again over the page; drafts were kept and go on their way now. */
export function sessionResumed(): void {
  hasEnded.value = false
  releaseResending()
}

/** Runs once before the first route: asks who the viewer is, and hears what other tabs do to the session. */
export function prepareSession(session: ApolloSession, router: Router): void {
  hasEnded.value = false
  guardRoutes(session, router)
  followOtherTabs(sessionResumed)
  watchReturn(session, sessionEnded)
}
