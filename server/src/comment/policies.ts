import { actsFor, allow, deny, firstDenial, wears, type Permission, type Viewer } from '#access'

/** Who hears a comment: the own administration alone, or coordinator, approver and secretariat. */
export type Hearers = 'INTERNAL' | 'SECRETARIAT'

/** What the rules on comments ask of the assessment. */
export interface CommentedAssessment {
  readonly id: string
  readonly administrationId: string
  readonly status: string
}

/** Where a comment stands: at a KPI or at a data element. */
export interface CommentPlace {
  readonly kpiCode: string | null
  readonly elementCode: string | null
}

/** What the rules ask of a comment that is there already. */
export interface CommentFacts extends CommentPlace {
  readonly id: string
  readonly threadId: string
  readonly authorId: string
  readonly removedAt: unknown
  readonly resolvedAt: unknown
}

const isOwn = (viewer: Viewer, { administrationId }: CommentedAssessment): Permission => {
  if (viewer.hat === null) return deny('SIGN_IN_REQUIRED', 'Sign in first.')
  return actsFor(viewer, administrationId)
    ? allow
    : deny('NOT_YOURS', 'Only the administration itself may do this.')
}

const isGiven = (viewer: Viewer, { id }: CommentedAssessment, place: CommentPlace | null) =>
  place === null ||
  !wears(viewer, 'CONTRIBUTOR') ||
  viewer.assignedKpis.has(`${id}:${place.kpiCode}`) ||
  viewer.assignedElements.has(`${id}:${place.elementCode}`)
    ? allow
    : deny('NOT_ASSIGNED', 'This place is not assigned to you.')

const canSpeakInside = (
  viewer: Viewer,
  assessment: CommentedAssessment,
  place: CommentPlace | null,
): Permission =>
  firstDenial(
    isOwn(viewer, assessment),
    () =>
      wears(viewer, 'CONTRIBUTOR', 'COORDINATOR', 'APPROVER')
        ? allow
        : deny('WRONG_HAT', 'Contributors, the coordinator and the approver comment.'),
    () => isGiven(viewer, assessment, place),
  )

const canSpeakWithSecretariat = (viewer: Viewer, assessment: CommentedAssessment): Permission =>
  firstDenial(
    wears(viewer, 'CYCLE_OFFICER') ? allow : isOwn(viewer, assessment),
    () =>
      wears(viewer, 'COORDINATOR', 'APPROVER', 'CYCLE_OFFICER')
        ? allow
        : deny('WRONG_HAT', 'The coordinator and the approver write to the secretariat.'),
    () =>
      ['SUBMITTED', 'RETURNED'].includes(assessment.status)
        ? allow
        : deny('WRONG_STATE', 'The secretariat discusses what is submitted and not yet accepted.'),
  )

/** May the viewer comment, at this place where one is given? */
export const canComment = (
  viewer: Viewer,
  assessment: CommentedAssessment,
  hearers: Hearers,
  place: CommentPlace | null = null,
): Permission =>
  hearers === 'INTERNAL'
    ? canSpeakInside(viewer, assessment, place)
    : canSpeakWithSecretariat(viewer, assessment)

/** May the viewer change, or take back, what was said? Only whoever said it. */
export const canReword = (
  viewer: Viewer,
  assessment: CommentedAssessment,
  hearers: Hearers,
  comment: CommentFacts,
): Permission =>
  firstDenial(
    canComment(viewer, assessment, hearers, comment),
    () =>
      comment.authorId === viewer.personId
        ? allow
        : deny('NOT_YOURS', 'Only the author changes a comment.'),
    () => (comment.removedAt === null ? allow : deny('WRONG_STATE', 'The comment was removed.')),
  )

/** May the viewer mark the thread as resolved? */
export const canResolve = (
  viewer: Viewer,
  assessment: CommentedAssessment,
  hearers: Hearers,
  comment: CommentFacts,
): Permission =>
  firstDenial(
    canComment(viewer, assessment, hearers, comment),
    () => isFirst(comment),
    () => (comment.resolvedAt === null ? allow : deny('WRONG_STATE', 'It is resolved already.')),
  )

/** May the viewer open the thread again? */
export const canReopenThread = (
  viewer: Viewer,
  assessment: CommentedAssessment,
  hearers: Hearers,
  comment: CommentFacts,
): Permission =>
  firstDenial(
    canComment(viewer, assessment, hearers, comment),
    () => isFirst(comment),
    () => (comment.resolvedAt === null ? deny('WRONG_STATE', 'It is not resolved.') : allow),
  )

const isFirst = ({ id, threadId }: CommentFacts): Permission =>
  id === threadId
    ? allow
    : deny('WRONG_STATE', 'A thread is resolved at its first comment, not at an answer.')
