import { actsFor, allow, deny, firstDenial, wears, type Permission, type Viewer } from '#access'
import type { AssessmentFacts } from '../policies'

/** What the rules on a request for a reopening look at. */
export interface ReopenRequestFacts extends Pick<AssessmentFacts, 'administrationId' | 'status'> {
  /** Timestamp of the request that waits; null where none does. */
  readonly reopenRequestedAt: Date | string | null
}

const isOwnCoordinator = (viewer: Viewer, facts: ReopenRequestFacts): Permission => {
  if (viewer.hat === null) return deny('SIGN_IN_REQUIRED', 'Sign in first.')
  if (!actsFor(viewer, facts.administrationId)) {
    return deny('NOT_YOURS', 'Only the administration itself may do this.')
  }
  return wears(viewer, 'COORDINATOR') ? allow : deny('WRONG_HAT', 'The coordinator does this.')
}

const isOfficer = (viewer: Viewer): Permission => {
  if (viewer.hat === null) return deny('SIGN_IN_REQUIRED', 'Sign in first.')
  return wears(viewer, 'CYCLE_OFFICER')
    ? allow
    : deny('WRONG_HAT', 'A cycle officer of the secretariat does this.')
}

const isLocked = ({ status }: ReopenRequestFacts): Permission =>
  status === 'SUBMITTED' || status === 'ACCEPTED'
    ? allow
    : deny('WRONG_STATE', 'Only a submitted or accepted assessment can be reopened.')

const isWaiting = ({ reopenRequestedAt }: ReopenRequestFacts): Permission =>
  reopenRequestedAt === null ? deny('WRONG_STATE', 'No request waits.') : allow

/** May the viewer ask the secretariat to open the assessment again? */
export const canRequestReopening = (viewer: Viewer, facts: ReopenRequestFacts): Permission =>
  firstDenial(
    isOwnCoordinator(viewer, facts),
    () => isLocked(facts),
    () =>
      facts.reopenRequestedAt === null
        ? allow
        : deny('WRONG_STATE', 'The secretariat has been asked already.'),
  )

/** May the viewer take the request back? */
export const canTakeBackReopening = (viewer: Viewer, facts: ReopenRequestFacts): Permission =>
  firstDenial(isOwnCoordinator(viewer, facts), () => isWaiting(facts))

/** May the viewer decline the request? */
export const canDeclineReopening = (viewer: Viewer, facts: ReopenRequestFacts): Permission =>
  firstDenial(
    isOfficer(viewer),
    () => isLocked(facts),
    () => isWaiting(facts),
  )
