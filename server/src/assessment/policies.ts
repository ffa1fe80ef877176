import { actsFor, allow, deny, firstDenial, wears, type Permission, type Viewer } from '#access'
import type { AssessmentStatus } from './enums'

/** What the rules on an assessment look at. */
export interface AssessmentFacts {
  readonly id: string
  readonly administrationId: string
  readonly status: AssessmentStatus
  readonly dueAt: Date | string | null
  readonly withdrawalProposedBy: string | null
  readonly requiresApproval: boolean
  readonly cycleStatus: string
  readonly cycleClosesAt: Date | string
  readonly extendedUntil: Date | string | null
}

/** The same, with who entered the figures, which only the signature asks for. */
export interface SignatureFacts extends AssessmentFacts {
  /** People who entered the figures of the assessment, each once. */
  readonly enteredBy: readonly string[]
}

/** Where in a returned assessment something may be written. */
export interface OpenPlaces {
  /** KPIs returned by the secretariat; null unless the assessment is returned. */
  readonly kpis: ReadonlySet<string> | null
  /** Data elements those KPIs use; null unless the assessment is returned. */
  readonly elements: ReadonlySet<string> | null
}

const after = (moment: Date | string | null, now: Date) =>
  moment !== null && new Date(moment).getTime() > now.getTime()

/** Whether entry still runs: in the open cycle, under an extension, or until a return is due. */
export function isInTime(facts: AssessmentFacts, now: Date): boolean {
  if (facts.cycleStatus === 'OPEN' && after(facts.cycleClosesAt, now)) return true
  if (['OPEN', 'CLOSED'].includes(facts.cycleStatus) && after(facts.extendedUntil, now)) return true
  return facts.status === 'RETURNED' && after(facts.dueAt, now)
}

const isOwn = (viewer: Viewer, facts: { readonly administrationId: string }): Permission => {
  if (viewer.hat === null) return deny('SIGN_IN_REQUIRED', 'Sign in first.')
  return actsFor(viewer, facts.administrationId)
    ? allow
    : deny('NOT_YOURS', 'Only the administration itself may do this.')
}

const isCoordinator = (viewer: Viewer): Permission =>
  wears(viewer, 'COORDINATOR') ? allow : deny('WRONG_HAT', 'The coordinator does this.')

const isApprover = (viewer: Viewer): Permission =>
  wears(viewer, 'APPROVER') ? allow : deny('WRONG_HAT', 'The approver does this.')

const isEditor = (viewer: Viewer): Permission =>
  wears(viewer, 'CONTRIBUTOR', 'COORDINATOR')
    ? allow
    : deny('WRONG_HAT', 'Contributors and the coordinator enter content.')

const isOfficer = (viewer: Viewer): Permission => {
  if (viewer.hat === null) return deny('SIGN_IN_REQUIRED', 'Sign in first.')
  return wears(viewer, 'CYCLE_OFFICER')
    ? allow
    : deny('WRONG_HAT', 'A cycle officer of the secretariat does this.')
}

const isIn = (
  facts: AssessmentFacts,
  states: readonly AssessmentStatus[],
  words: string,
): Permission => (states.includes(facts.status) ? allow : deny('WRONG_STATE', words))

const inTime = (facts: AssessmentFacts, now: Date): Permission =>
  isInTime(facts, now) ? allow : deny('OUT_OF_TIME', 'The period of entry is over.')

const LOCKED = 'The assessment is locked in its present state.'

/** May the viewer start, or take up again, the assessment of the own administration? */
export const canStart = (
  viewer: Viewer,
  cycle: {
    readonly status: string
    readonly closesAt: Date | string
    readonly isInvited: boolean
  },
  extendedUntil: Date | string | null = null,
): Permission =>
  firstDenial(
    viewer.hat === null ? deny('SIGN_IN_REQUIRED', 'Sign in first.') : isCoordinator(viewer),
    () =>
      ['OPEN', 'CLOSED'].includes(cycle.status)
        ? allow
        : deny('WRONG_STATE', 'The cycle is not open for entry.'),
    () =>
      cycle.isInvited
        ? allow
        : deny('NOT_INVITED', 'The administration is not invited to this cycle.'),
    () =>
      (cycle.status === 'OPEN' && after(cycle.closesAt, viewer.now)) ||
      after(extendedUntil, viewer.now)
        ? allow
        : deny('OUT_OF_TIME', 'The period of entry is over.'),
  )

/** May the viewer take the withdrawn assessment up again? */
export const canResume = (viewer: Viewer, facts: AssessmentFacts): Permission =>
  firstDenial(
    facts.status === 'WITHDRAWN' ? allow : deny('WRONG_STATE', 'It was not withdrawn.'),
    () =>
      canStart(
        viewer,
        { status: facts.cycleStatus, closesAt: facts.cycleClosesAt, isInvited: true },
        facts.extendedUntil,
      ),
  )

/** May the viewer enter anything at all? Which places are open is a second question. */
export const canEdit = (viewer: Viewer, facts: AssessmentFacts): Permission =>
  firstDenial(
    isOwn(viewer, facts),
    () => isEditor(viewer),
    () => isIn(facts, ['DRAFT', 'RETURNED'], LOCKED),
    () => inTime(facts, viewer.now),
  )

/** May the viewer write the answer to this KPI: its reason, notes and justification? */
export const canEditKpi = (
  viewer: Viewer,
  facts: AssessmentFacts,
  kpiCode: string,
  open: OpenPlaces,
): Permission =>
  firstDenial(
    canEdit(viewer, facts),
    () =>
      wears(viewer, 'CONTRIBUTOR') && !viewer.assignedKpis.has(`${facts.id}:${kpiCode}`)
        ? deny('NOT_ASSIGNED', 'This KPI is not assigned to you.')
        : allow,
    () =>
      open.kpis && !open.kpis.has(kpiCode)
        ? deny('WRONG_STATE', 'Only the returned items can be changed.')
        : allow,
  )

/** May the viewer write this figure? */
export const canEditElement = (
  viewer: Viewer,
  facts: AssessmentFacts,
  elementCode: string,
  open: OpenPlaces,
): Permission =>
  firstDenial(
    canEdit(viewer, facts),
    () =>
      wears(viewer, 'CONTRIBUTOR') && !viewer.entrustedElements.has(`${facts.id}:${elementCode}`)
        ? deny('NOT_ASSIGNED', 'This figure is not assigned to you.')
        : allow,
    () =>
      open.elements && !open.elements.has(elementCode)
        ? deny('WRONG_STATE', 'Only figures of returned items can be changed.')
        : allow,
  )

/** May the viewer rate the application of instruments? They belong to one KPI, which the system fills in. */
export const canRateInstruments = (
  viewer: Viewer,
  facts: AssessmentFacts,
  kpiCode: string,
  open: OpenPlaces,
): Permission => canEditKpi(viewer, facts, kpiCode, open)

/** May the viewer write working notes, which never leave the administration? */
export const canNote = (viewer: Viewer, facts: AssessmentFacts, kpiCode: string): Permission =>
  firstDenial(
    isOwn(viewer, facts),
    () => isEditor(viewer),
    () => isIn(facts, ['DRAFT', 'INTERNAL_APPROVAL', 'SUBMITTED', 'RETURNED', 'WITHDRAWN'], LOCKED),
    () =>
      wears(viewer, 'CONTRIBUTOR') && !viewer.assignedKpis.has(`${facts.id}:${kpiCode}`)
        ? deny('NOT_ASSIGNED', 'This KPI is not assigned to you.')
        : allow,
  )

/** May the viewer delegate KPIs? */
export const canAssign = (viewer: Viewer, facts: AssessmentFacts): Permission =>
  firstDenial(
    isOwn(viewer, facts),
    () => isCoordinator(viewer),
    () => isIn(facts, ['DRAFT', 'RETURNED'], LOCKED),
  )

/** May the viewer say that their part of an assignment is done? */
export const canMarkAssignment = (
  viewer: Viewer,
  facts: AssessmentFacts,
  personId: string,
): Permission =>
  firstDenial(
    isOwn(viewer, facts),
    () =>
      wears(viewer, 'CONTRIBUTOR')
        ? allow
        : deny('WRONG_HAT', 'The contributor marks what was assigned to them.'),
    () =>
      viewer.personId === personId
        ? allow
        : deny('NOT_ASSIGNED', 'This is assigned to somebody else.'),
    () => isIn(facts, ['DRAFT', 'RETURNED'], LOCKED),
  )

/** May the viewer ask the approver for the signature? */
export const canRequestApproval = (viewer: Viewer, facts: AssessmentFacts): Permission =>
  firstDenial(
    isOwn(viewer, facts),
    () => isCoordinator(viewer),
    () =>
      isIn(
        facts,
        facts.requiresApproval ? ['DRAFT', 'RETURNED'] : ['DRAFT'],
        'Only a draft, or a returned assessment, waits for the signature.',
      ),
    () => inTime(facts, viewer.now),
  )

/** May the viewer hand the assessment back to the coordinator instead of signing, or take the request back as one? */
export const canSendBack = (viewer: Viewer, facts: AssessmentFacts): Permission =>
  firstDenial(
    isOwn(viewer, facts),
    () =>
      wears(viewer, 'COORDINATOR', 'APPROVER')
        ? allow
        : deny('WRONG_HAT', 'The approver sends it back, the coordinator takes the request back.'),
    () => isIn(facts, ['INTERNAL_APPROVAL'], 'It is not waiting for the signature.'),
  )

/** May the viewer sign and submit? Nobody alone approves what they alone entered. */
export const canSubmit = (viewer: Viewer, facts: SignatureFacts): Permission =>
  firstDenial(
    isOwn(viewer, facts),
    () => (facts.requiresApproval ? isApprover(viewer) : isCoordinator(viewer)),
    () =>
      isIn(
        facts,
        facts.requiresApproval
          ? ['INTERNAL_APPROVAL', 'RETURNED']
          : ['DRAFT', 'INTERNAL_APPROVAL', 'RETURNED'],
        'It is not ready for the submission.',
      ),
    () => inTime(facts, viewer.now),
    () =>
      facts.requiresApproval && isAlone(viewer.personId, facts.enteredBy)
        ? deny('SECOND_PERSON', 'Somebody else must sign what you alone entered.')
        : allow,
  )

const isAlone = (personId: string | null, enteredBy: readonly string[]) =>
  enteredBy.length > 0 && enteredBy.every((each) => each === personId)

/** May the viewer answer the returned items? */
export const canAnswerItem = (
  viewer: Viewer,
  facts: AssessmentFacts,
  kpiCode: string,
): Permission =>
  firstDenial(
    isOwn(viewer, facts),
    () => isEditor(viewer),
    () => isIn(facts, ['RETURNED'], 'Only returned items are answered.'),
    () => inTime(facts, viewer.now),
    () =>
      wears(viewer, 'CONTRIBUTOR') && !viewer.assignedKpis.has(`${facts.id}:${kpiCode}`)
        ? deny('NOT_ASSIGNED', 'This KPI is not assigned to you.')
        : allow,
  )

/** May the viewer return items to the administration? */
export const canReturn = (viewer: Viewer, facts: AssessmentFacts): Permission =>
  firstDenial(isOfficer(viewer), () =>
    isIn(facts, ['SUBMITTED'], 'Only a submitted assessment can be returned.'),
  )

/** May the viewer accept the submission? */
export const canAccept = (viewer: Viewer, facts: AssessmentFacts): Permission =>
  firstDenial(isOfficer(viewer), () =>
    isIn(facts, ['SUBMITTED'], 'Only a submitted assessment can be accepted.'),
  )

/** May the viewer open it again at the request of the member or the lead reviewer? */
export const canReopen = (viewer: Viewer, facts: AssessmentFacts): Permission =>
  firstDenial(isOfficer(viewer), () =>
    isIn(
      facts,
      ['SUBMITTED', 'ACCEPTED'],
      'Only a submitted or accepted assessment can be reopened.',
    ),
  )

/** May the viewer let one administration go on after the end of the cycle? */
export const canExtend = (viewer: Viewer, cycle: { readonly status: string }): Permission =>
  firstDenial(isOfficer(viewer), () =>
    ['OPEN', 'CLOSED'].includes(cycle.status)
      ? allow
      : deny('WRONG_STATE', 'Only an open or closed cycle can be extended.'),
  )

/** May the viewer end a proposed withdrawal: take it back as coordinator, decline it as approver? */
export const canCancelWithdrawal = (viewer: Viewer, facts: AssessmentFacts): Permission =>
  firstDenial(
    isOwn(viewer, facts),
    () =>
      wears(viewer, 'COORDINATOR', 'APPROVER')
        ? allow
        : deny('WRONG_HAT', 'The coordinator takes a proposal back, the approver declines it.'),
    () =>
      facts.withdrawalProposedBy === null || facts.status === 'WITHDRAWN'
        ? deny('WRONG_STATE', 'No withdrawal waits for its confirmation.')
        : allow,
  )

/** May the viewer propose or confirm the withdrawal? */
export const canWithdraw = (viewer: Viewer, facts: AssessmentFacts): Permission =>
  firstDenial(
    isOwn(viewer, facts),
    () =>
      wears(viewer, 'COORDINATOR', 'APPROVER')
        ? allow
        : deny('WRONG_HAT', 'The coordinator proposes a withdrawal, the approver confirms it.'),
    () => (facts.status === 'WITHDRAWN' ? deny('WRONG_STATE', 'It is withdrawn already.') : allow),
    () =>
      wears(viewer, 'APPROVER') && facts.withdrawalProposedBy === null
        ? deny('NOT_READY', 'The coordinator proposes the withdrawal first.')
        : allow,
    () =>
      wears(viewer, 'APPROVER') && facts.withdrawalProposedBy === viewer.personId
        ? deny('SECOND_PERSON', 'Somebody else must confirm the withdrawal you proposed.')
        : allow,
    () =>
      wears(viewer, 'COORDINATOR') && facts.withdrawalProposedBy !== null && facts.requiresApproval
        ? deny('WRONG_STATE', 'The withdrawal waits for the approver.')
        : allow,
  )
