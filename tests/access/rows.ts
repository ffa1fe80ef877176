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
const embargoedForMe: Holds = (row, actor, facts) =>
  statusOfRelease(row, facts) === 'EMBARGOED' && (actor.hat === 'B' || actor.hasEmbargoScope)
const statusOfVersion = (row: StoredRow, { versionStatus }: Facts) =>
  versionStatus.get(String(row['version_id'] ?? row['id'])) ?? ''
const published: Holds = (row, _actor, facts) =>
  ['PUBLISHED', 'RETIRED'].includes(statusOfVersion(row, facts))
const laterThanDraft: Holds = (row, _actor, facts) => statusOfVersion(row, facts) !== 'DRAFT'

/** The words of the last column of `tables.csv`. */
export const ROWS: Readonly<Record<string, Holds>> = {
  all: () => true,
  none: () => false,
  own,
  oneself: (row, actor) => (row['person_id'] ?? row['id']) === actor.personId,
  'mine to answer for': (row, actor) => row['owner_id'] === actor.personId,
  colleague: (row, actor, { colleagues }) =>
    colleagues.has(`${row['person_id'] ?? row['id']}:${actor.administrationId}`),
  published,
  'of a cycle': (row) => row['cycle_id'] !== null,
  'of a published version': published,
  'later than draft': laterThanDraft,
  'of a version later than draft': laterThanDraft,
  'of my review': ofMyReview,
  'of my team': (row, actor, { now }) =>
    openReviews(actor, now, false).some(({ reviewId }) => reviewId === row['review_id']),
  'bound to my review': (row, actor, { now }) =>
    readingReviews(actor, now).some(
      ({ submissionId }) => submissionId === (row['submission_id'] ?? row['id']),
    ),
  'not withdrawn': (row, _actor, { assessmentStatus }) =>
    assessmentStatus.get(String(row['assessment_id'])) !== 'WITHDRAWN',
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
}
