import type { Actor } from './cast.ts'

export type StoredRow = Readonly<Record<string, unknown>>

/** What a condition may look up beside the row itself. */
export interface Facts {
  readonly versionStatus: ReadonlyMap<string, string>
  readonly assessmentStatus: ReadonlyMap<string, string>
  readonly review: ReadonlyMap<string, { readonly status: string; readonly isConfirmed: boolean }>
  readonly releaseStatus: ReadonlyMap<string, string>
  /** `person:administration` of every present role. */
  readonly colleagues: ReadonlySet<string>
  /** Present roles by person. */
  readonly homes: ReadonlyMap<string, readonly { readonly row: StoredRow }[]>
  /** Lines of evidence frozen at submissions. */
  readonly attached: readonly StoredRow[]
  /** Uses of evidence by item. */
  readonly backed: ReadonlyMap<string, readonly StoredRow[]>
  /** Item of each revision of evidence. */
  readonly evidenceOf: ReadonlyMap<string, string>
  /** Data elements of each KPI, as `version:kpi`. */
  readonly askedBy: ReadonlyMap<string, readonly string[]>
  /** Framework version of each assessment. */
  readonly versionOf: ReadonlyMap<string, string>
  /** Evidence the administration opens to the cycle officer. */
  readonly sharedEvidence: ReadonlySet<string>
  /** `message:person` of every message in an inbox. */
  readonly told: ReadonlySet<string>
  /** Who sent each message of a cycle. */
  readonly senders: ReadonlyMap<string, unknown>
  readonly now: Date
}

type Holds = (row: StoredRow, actor: Actor, facts: Facts) => boolean

const READING = ['IN_PROGRESS', 'SHARED', 'RESPONDED']
const AFTER_SHARING = ['SHARED', 'RESPONDED', 'CONCLUDED']
const SERVED = ['PUBLISHED', 'SUPERSEDED']
const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000

const own: Holds = (row, actor) =>
  actor.administrationId !== null && row['administration_id'] === actor.administrationId

/** Reviews whose rows are open to a reviewer: from ACCEPTED until 30 days after CONCLUDED. */
export function openReviews(actor: Actor, now: Date, isDeclared: boolean): Actor['reviews'] {
  return actor.reviews.filter(({ status, declaration, concludedAt }) => {
    if (isDeclared && declaration !== 'NO_CONFLICT') return false
    if (status === 'ACCEPTED' || READING.includes(status)) return true
    return (
      status === 'CONCLUDED' &&
      concludedAt !== null &&
      now.getTime() < new Date(concludedAt).getTime() + THIRTY_DAYS
    )
  })
}

/** Reviews in which the submitted copy is open to a reviewer. */
export const readingReviews = (actor: Actor, now: Date): Actor['reviews'] =>
  openReviews(actor, now, true).filter(({ status }) => READING.includes(status))

const ofMyReview: Holds = (row, actor, { now }) =>
  openReviews(actor, now, true).some(({ reviewId, assessmentId }) =>
    row['review_id'] === undefined
      ? row['id'] === reviewId || row['id'] === assessmentId
      : row['review_id'] === reviewId,
  )

// The secretariat discusses a submission until it is accepted.
const isAnswered: Holds = (row, _actor, { assessmentStatus }) =>
  ['SUBMITTED', 'RETURNED'].includes(assessmentStatus.get(String(row['assessment_id'])) ?? '')
const isSent: Holds = (row) => row['status'] === 'SENT'
const afterSharing: Holds = (row, _actor, { review }) =>
  AFTER_SHARING.includes(review.get(String(row['review_id']))?.status ?? '')
const edition =
  (name: string, holds: Holds): Holds =>
  (row, actor, facts) =>
    row['edition'] === name && holds(row, actor, facts)
const statusOfRelease = (row: StoredRow, { releaseStatus }: Facts) =>
  releaseStatus.get(String(row['release_id'] ?? row['id'])) ?? ''
const served: Holds = (row, _actor, facts) => SERVED.includes(statusOfRelease(row, facts))
// A row of no KPI in particular, such as a member's scores, is of all of them.
function isCovered(row: StoredRow, { kpiSets }: Actor): boolean {
  if (kpiSets.length === 0 || !('edition' in row)) return true
  const code = String(row['kpi_code'] ?? '')
  return kpiSets.some((set) => code === set || code.startsWith(`${set}-`))
}
const embargoedForMe: Holds = (row, actor, facts) =>
  statusOfRelease(row, facts) === 'EMBARGOED' &&
  (actor.hat === 'B' || (actor.hasEmbargoScope && isCovered(row, actor)))
const statusOfVersion = (row: StoredRow, { versionStatus }: Facts) =>
  versionStatus.get(String(row['version_id'] ?? row['id'])) ?? ''
const published: Holds = (row, _actor, facts) =>
  ['PUBLISHED', 'RETIRED'].includes(statusOfVersion(row, facts))
const laterThanDraft: Holds = (row, _actor, facts) => statusOfVersion(row, facts) !== 'DRAFT'

const hasStatus =
  (...states: readonly string[]): Holds =>
  (row) =>
    states.includes(String(row['status']))
const both =
  (one: Holds, other: Holds): Holds =>
  (row, actor, facts) =>
    one(row, actor, facts) && other(row, actor, facts)
const goesOn: Holds = (row) =>
  !['DECLINED', 'WITHDRAWN', 'CONCLUDED'].includes(String(row['status']))
const mine: Holds = (row, actor) => row['author_id'] === actor.personId
const given: Holds = (row, actor) =>
  ['kpi_code', 'element_code'].some(
    (of) => row[of] != null && actor.assigned.has(`${row['assessment_id']}:${row[of]}`),
  )
// A line of a submission names its KPIs itself; an item and where it lies by the uses of the item.
const isBackingGiven: Holds = (row, actor, { backed, evidenceOf }) => {
  const item = String(row['id'] ?? evidenceOf.get(String(row['revision_id'])))
  const codes =
    (row['kpi_codes'] as string[] | undefined) ??
    (backed.get(item) ?? []).map((use) => String(use['kpi_code']))
  return codes.some((code) => actor.assigned.has(`${row['assessment_id']}:${code}`))
}
// A returned KPI opens its data elements too.
const isOpeningGiven: Holds = (row, actor, { askedBy, versionOf }) => {
  const id = String(row['assessment_id'])
  const elements = askedBy.get(`${versionOf.get(id)}:${row['kpi_code']}`) ?? []
  return [String(row['kpi_code']), ...elements].some((code) => actor.assigned.has(`${id}:${code}`))
}
const ofMyTeam: Holds = (row, actor, { now }) =>
  openReviews(actor, now, false).some(({ reviewId }) => reviewId === row['review_id'])
const led: Holds = (row, actor, { now }) =>
  openReviews(actor, now, true).some(
    ({ reviewId, isLead }) => isLead && reviewId === (row['review_id'] ?? row['id']),
  )
const isPresent: Holds = (row) => row['ended_at'] === null
const ownRole: Holds = (row, actor, facts) =>
  own(row, actor, facts) && isMemberRole(row, actor, facts)
const isWaiting: Holds = (row) => row['accepted_at'] === null
const BELOW_COORDINATOR = ['CONTRIBUTOR', 'APPROVER', 'VIEWER']
const isMemberRole: Holds = (row) =>
  [...BELOW_COORDINATOR, 'COORDINATOR'].includes(String(row['role']))

function boundToMyReview(row: StoredRow, actor: Actor, { now }: Facts): boolean {
  return readingReviews(actor, now).some(
    ({ submissionId }) => submissionId === (row['submission_id'] ?? row['id']),
  )
}
const isNotWithdrawn: Holds = (row, _actor, { assessmentStatus }) =>
  assessmentStatus.get(String(row['assessment_id'])) !== 'WITHDRAWN'
/** Frozen lines that name the item, the revision or the bytes of a row. */
const attachments = (row: StoredRow, { attached }: Facts): readonly StoredRow[] =>
  attached.filter((line) => {
    if (row['revision_id'] !== undefined) return line['revision_id'] === row['revision_id']
    if (row['evidence_id'] !== undefined) return line['evidence_id'] === row['evidence_id']
    return (
      line['sha256'] === row['sha256'] && line['administration_id'] === row['administration_id']
    )
  })

/** The words of the last column of `tables.csv` and `writes.csv`. */
export const ROWS: Readonly<Record<string, Holds>> = {
  all: () => true,
  none: () => false,
  own,
  oneself: (row, actor) => (row['person_id'] ?? row['id']) === actor.personId,
  'mine to answer for': (row, actor) => row['owner_id'] === actor.personId,
  colleague: (row, actor, { colleagues }) =>
    colleagues.has(`${row['person_id'] ?? row['id']}:${actor.administrationId}`),
  published,
  planned: (row) => row['status'] === 'PLANNED',
  'of a cycle': (row) => row['cycle_id'] !== null,
  'of a published version': published,
  'later than draft': laterThanDraft,
  'of a version later than draft': laterThanDraft,
  'of my review': ofMyReview,
  'of my team': ofMyTeam,
  'bound to my review': boundToMyReview,
  'not withdrawn': isNotWithdrawn,
  'attached in my review': (row, actor, facts) =>
    attachments(row, facts).some((line) => boundToMyReview(line, actor, facts)),
  'attached and not withdrawn': (row, actor, facts) =>
    attachments(row, facts).some((line) => isNotWithdrawn(line, actor, facts)),
  'attached, shared and not withdrawn': (row, actor, facts) =>
    attachments(row, facts).some(
      (line) =>
        isNotWithdrawn(line, actor, facts) && facts.sharedEvidence.has(String(line['evidence_id'])),
    ),
  'own and closed': both(own, (row) => row['is_shared'] === false),
  'addressed to me': (row, actor, { told }) => told.has(`${row['id']}:${actor.personId}`),
  'sent by me': (row, actor) => row['sent_by'] === actor.personId,
  'of my message': (row, actor, { senders }) =>
    actor.personId !== null && senders.get(String(row['message_id'])) === actor.personId,
  confirmed: (row) => row['is_confirmed'] === true,
  'sent or mine in my review': (row, actor, facts) =>
    ofMyReview(row, actor, facts) &&
    (isSent(row, actor, facts) || row['author_id'] === actor.personId),
  'own and shared': (row, actor, facts) =>
    own(row, actor, facts) && isSent(row, actor, facts) && afterSharing(row, actor, facts),
  shared: (row, actor, facts) => isSent(row, actor, facts) && afterSharing(row, actor, facts),
  'own and after sharing': (row, actor, facts) =>
    own(row, actor, facts) && afterSharing(row, actor, facts),
  'after sharing': afterSharing,
  'signed in my review': (row, actor, facts) =>
    ofMyReview(row, actor, facts) && row['confirmed_at'] !== null,
  signed: (row) => row['confirmed_at'] !== null,
  served,
  'embargoed for me': embargoedForMe,
  'public edition served': edition('PUBLIC', served),
  "members' edition served": edition('MEMBERS', served),
  'public edition embargoed for me': edition('PUBLIC', embargoedForMe),
  draft: hasStatus('DRAFT'),
  approved: hasStatus('APPROVED'),
  'in review or approved': hasStatus('IN_REVIEW', 'APPROVED'),
  'of a draft version': (row, _actor, facts) => statusOfVersion(row, facts) === 'DRAFT',
  mine,
  'mine and open': both(mine, hasStatus('OPEN')),
  'open of another': both((row, actor) => row['author_id'] !== actor.personId, hasStatus('OPEN')),
  accepted: hasStatus('ACCEPTED'),
  'mine of a draft version': (row, actor, facts) =>
    row['person_id'] === actor.personId && statusOfVersion(row, facts) === 'DRAFT',
  'recorded by me': (row, actor) => row['recorded_by'] === actor.personId,
  'own and given to me': both(own, (row, actor) => row['person_id'] === actor.personId),
  'own and mine': both(own, mine),
  'while answered': isAnswered,
  'mine while answered': both(mine, isAnswered),
  'own while answered': both(own, isAnswered),
  'own and mine while answered': both(own, both(mine, isAnswered)),
  'own and mine while locked': both(
    own,
    both(
      mine,
      (row, _actor, { assessmentStatus }) =>
        ['SUBMITTED', 'ACCEPTED'].includes(
          assessmentStatus.get(String(row['assessment_id'])) ?? '',
        ) && row['status'] === 'OPEN',
    ),
  ),
  open: hasStatus('OPEN'),
  'own and open': both(own, hasStatus('OPEN')),
  'own and assigned': both(own, (row, actor) =>
    actor.assigned.has(`${row['assessment_id']}:${row['kpi_code']}`),
  ),
  'own and given': both(own, given),
  'own and given by now': both(own, (row, actor) =>
    ['kpi_code', 'element_code'].some(
      (of) => row[of] != null && actor.earlier.has(`${row['submission_id']}:${row[of]}`),
    ),
  ),
  'own and mine and given': both(own, both(mine, given)),
  'own and backing what I was given': both(own, isBackingGiven),
  'own and opening what I was given': both(own, isOpeningGiven),
  'own and entrusted': both(own, (row, actor) =>
    actor.entrusted.has(`${row['assessment_id']}:${row['element_code']}`),
  ),
  ready: hasStatus('READY'),
  'mine and not applied': (row, actor, facts) =>
    mine(row, actor, facts) && row['status'] !== 'APPLIED',
  'not sealed': (row) => !['PUBLISHED', 'RETIRED'].includes(String(row['status'])),
  'own draft': both(own, hasStatus('DRAFT')),
  'submitted or accepted': hasStatus('SUBMITTED', 'ACCEPTED'),
  'own request': both(own, hasStatus('REQUESTED')),
  'own and going on': both(own, goesOn),
  'led by me': led,
  'led by me and going on': both(led, goesOn),
  'confirmed and going on': both((row) => row['is_confirmed'] === true, goesOn),
  'mine in my team': both((row, actor) => row['person_id'] === actor.personId, ofMyTeam),
  'mine in my review': both(mine, ofMyReview),
  'mine in a review under way': both(
    mine,
    both(ofMyReview, (row, _actor, { review }) =>
      READING.includes(review.get(String(row['review_id']))?.status ?? ''),
    ),
  ),
  'my draft': both(mine, both(ofMyReview, hasStatus('DRAFT'))),
  'own and unsigned': both(own, (row) => row['confirmed_at'] === null),
  building: hasStatus('BUILDING'),
  'my own row': (row, actor) => row['id'] === actor.personId,
  'of us alone': (row, actor, facts) => {
    const roles = facts.homes.get(String(row['person_id'] ?? row['id'])) ?? []
    return roles.length > 0 && roles.every(({ row: role }) => ownRole(role, actor, facts))
  },
  present: isPresent,
  'own and present': both(ownRole, isPresent),
  'a role of a colleague': (row, actor, { colleagues, ...facts }) =>
    ownRole(row, actor, { colleagues, ...facts }) &&
    row['person_id'] !== actor.personId &&
    colleagues.has(`${row['person_id']}:${actor.administrationId}`),
  'a role an administrator gives': (row, actor) =>
    row['person_id'] !== actor.personId && !BELOW_COORDINATOR.includes(String(row['role'])),
  waiting: isWaiting,
  'own and by me': both(own, (row, actor) => row['invited_by'] === actor.personId),
  'own and waiting': both(own, isWaiting),
  'one an administrator makes': (row, actor) =>
    row['invited_by'] === actor.personId &&
    !(row['roles'] as string[]).some((role) => BELOW_COORDINATOR.includes(role)),
  'my proposal': (row, actor) => row['status'] === 'PROPOSED' && row['owner_id'] === actor.personId,
  granted: hasStatus('GRANTED'),
}
