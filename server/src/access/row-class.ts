import { EVERYBODY, MEMBER, NOBODY, OWNER, PUBLIC, REVIEWER, SECRETARIAT } from './audience'
import type { AudienceMask } from './audience'
import { heldAsMember, heldAsPartner, heldInRelease } from './row-class.release'
import {
  heldAsReviewer,
  ownsContent,
  readsCopy,
  readsEarlier,
  readsReviewRows,
  takesPart,
} from './row-class.review'
import { column, type Row } from './row'
import { actsFor, wears, type Viewer } from './viewer'

/**
 * The closed list of row classes. Beside each, the columns a row of the class carries; a column may
 * be null, an absent one denies.
 */
export type RowClass =
  | 'CATALOGUE' // status of the framework version
  | 'PROPOSAL' // none
  | 'REGISTER' // administrationId on rows of one administration
  | 'PARTICIPATION' // administrationId; level where the cycle sets one
  | 'PERSON' // personId, administrationId
  | 'PERSON_CARD' // taken from the row it is shown on
  | 'INVITATION' // administrationId
  | 'SUPPORT' // personId of whoever opened the door
  | 'API_CLIENT' // personId of its owner
  | 'ASSESSMENT' // administrationId, assessmentId; of a release copy: copy, edition, status
  | 'CONTENT' // copy, and per copy: see below
  | 'OWN_CONTENT' // administrationId, assessmentId, kpiCode or elementCode
  | 'COMMENT' // administrationId
  | 'GAP' // administrationId; shareWithSecretariat where the condition stands
  | 'REVIEW' // administrationId, reviewId; of a release copy: copy, edition, status
  | 'REVIEW_TEAM' // administrationId, reviewId; authorId where the condition stands
  | 'REVIEW_ITEM' // administrationId, reviewId, authorId, itemStatus, reviewStatus
  | 'RELEASE' // status
  | 'CELL' // status, edition
  | 'RELEASE_INTERNAL' // none
  | 'CONSENT' // administrationId, assessmentId, kpiCode, confirmedAt
  | 'AUDIT' // administrationId, cycleId
  | 'NOTIFICATION' // personId of the addressee
  | 'SELF' // personId, apiClientId
  | 'REFERENCE' // none
  | 'PAYLOAD' // none
  | 'EMBEDDED' // taken from the row it is part of

export interface RowClassRule {
  /** Every audience a row of this class can give to anybody. */
  readonly gives: AudienceMask
  readonly audiences: (viewer: Viewer, row: Row) => AudienceMask
}

/** Classes whose rows stand under the rules of the row they are shown on. */
export const isEmbedded = (rowClass: RowClass): boolean =>
  rowClass === 'EMBEDDED' || rowClass === 'PERSON_CARD'

const is = (held: boolean, audience: AudienceMask): AudienceMask => (held ? audience : NOBODY)

const ALWAYS_THERE: ReadonlySet<RowClass> = new Set(['REGISTER', 'REFERENCE', 'PAYLOAD'])

/** Whether rows of this class do not exist for some viewers; embedded ones are as their row is. */
export const mayBeHidden = (rowClass: RowClass): boolean =>
  !ALWAYS_THERE.has(rowClass) && !isEmbedded(rowClass)

const LATER_THAN_DRAFT = ['IN_REVIEW', 'APPROVED', 'PUBLISHED', 'RETIRED']

const embedded: RowClassRule = {
  gives: EVERYBODY,
  audiences: () => {
    throw new Error('an embedded object was not handed its row')
  },
}

const RULES: Readonly<Record<RowClass, RowClassRule>> = {
  CATALOGUE: {
    gives: EVERYBODY & ~OWNER,
    audiences: (viewer, row) => {
      const status = String(column(row, 'status'))
      const isPublic = status === 'PUBLISHED' || status === 'RETIRED'
      return (
        is(isPublic, PUBLIC | heldAsPartner(viewer, row) | heldAsMember(viewer)) |
        is(isPublic && takesPart(viewer), REVIEWER) |
        is(wears(viewer, 'METHODOLOGY_EDITOR', 'CYCLE_OFFICER'), SECRETARIAT) |
        is(wears(viewer, 'PMMPT_OBSERVER') && LATER_THAN_DRAFT.includes(status), SECRETARIAT)
      )
    },
  },
  PROPOSAL: {
    gives: SECRETARIAT,
    audiences: (viewer) =>
      is(wears(viewer, 'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'PMMPT_OBSERVER'), SECRETARIAT),
  },
  REGISTER: {
    gives: EVERYBODY & ~REVIEWER,
    audiences: (viewer, row) =>
      PUBLIC |
      heldAsPartner(viewer, row) |
      heldAsMember(viewer) |
      is(actsFor(viewer, row.administrationId), OWNER) |
      is(keepsRegister(viewer), SECRETARIAT),
  },
  PARTICIPATION: {
    gives: EVERYBODY & ~REVIEWER,
    audiences: (viewer, row) => {
      const administrationId = column(row, 'administrationId')
      const level = row.level ?? 'WCO'
      return (
        is(level === 'PUBLIC', PUBLIC | heldAsPartner(viewer, row) | heldAsMember(viewer)) |
        is(level === 'WCO' && readsMembersCopies(viewer), MEMBER) |
        is(actsFor(viewer, administrationId), OWNER) |
        is(keepsRegister(viewer), SECRETARIAT)
      )
    },
  },
  PERSON: {
    gives: OWNER | SECRETARIAT,
    audiences: (viewer, row) => {
      const personId = column(row, 'personId')
      const administrationId = column(row, 'administrationId')
      return (
        is(isPerson(viewer, personId) || actsFor(viewer, administrationId), OWNER) |
        is(wears(viewer, 'ADMINISTRATOR'), SECRETARIAT)
      )
    },
  },
  PERSON_CARD: embedded,
  INVITATION: {
    gives: OWNER | SECRETARIAT,
    audiences: (viewer, row) =>
      // Who is invited is no colleague's business before they are one.
      is(wears(viewer, 'COORDINATOR') && actsFor(viewer, column(row, 'administrationId')), OWNER) |
      is(wears(viewer, 'ADMINISTRATOR'), SECRETARIAT),
  },
  SUPPORT: {
    gives: OWNER | SECRETARIAT,
    audiences: (viewer, row) =>
      is(isPerson(viewer, column(row, 'personId')), OWNER) |
      is(wears(viewer, 'ADMINISTRATOR'), SECRETARIAT),
  },
  API_CLIENT: {
    gives: OWNER | SECRETARIAT,
    audiences: (viewer, row) =>
      is(isPerson(viewer, column(row, 'personId')), OWNER) |
      is(wears(viewer, 'ADMINISTRATOR'), SECRETARIAT),
  },
  ASSESSMENT: {
    gives: EVERYBODY,
    audiences: (viewer, row) => {
      if (row.copy === 'RELEASED') return heldInRelease(viewer, row, readsMembersCopies(viewer))
      const administrationId = column(row, 'administrationId')
      const assessmentId = column(row, 'assessmentId')
      return (
        is(actsFor(viewer, administrationId), OWNER) |
        heldAsReviewer(
          viewer,
          administrationId,
          (review) => review.assessmentId === assessmentId && readsReviewRows(review, viewer.now),
        ) |
        is(wears(viewer, 'CYCLE_OFFICER'), SECRETARIAT)
      )
    },
  },
  CONTENT: {
    gives: EVERYBODY,
    audiences: (viewer, row) => {
      const copy = column(row, 'copy')
      if (copy === 'RELEASED') return heldInRelease(viewer, row, readsMembersCopies(viewer))
      if (copy === 'WORKING') return is(ownsContent(viewer, row), OWNER)
      if (copy === 'SUBMITTED') return heldForSubmitted(viewer, row)
      throw new Error('column copy holds an unknown value')
    },
  },
  OWN_CONTENT: {
    gives: OWNER,
    audiences: (viewer, row) => is(ownsContent(viewer, row), OWNER),
  },
  COMMENT: {
    gives: OWNER | SECRETARIAT,
    audiences: (viewer, row) =>
      is(actsFor(viewer, column(row, 'administrationId')), OWNER) |
      is(wears(viewer, 'CYCLE_OFFICER'), SECRETARIAT),
  },
  GAP: {
    gives: OWNER | SECRETARIAT,
    audiences: (viewer, row) =>
      is(actsFor(viewer, column(row, 'administrationId')), OWNER) |
      is(wears(viewer, 'CYCLE_OFFICER'), SECRETARIAT),
  },
  REVIEW: {
    gives: EVERYBODY,
    audiences: (viewer, row) => {
      if (row.copy === 'RELEASED') return heldInRelease(viewer, row, readsMembersCopies(viewer))
      return heldForReview(viewer, row)
    },
  },
  REVIEW_TEAM: {
    gives: OWNER | REVIEWER | SECRETARIAT,
    audiences: (viewer, row) => {
      const administrationId = column(row, 'administrationId')
      const reviewId = column(row, 'reviewId')
      return (
        is(actsFor(viewer, administrationId), OWNER) |
        // A reviewer declares before being cleared, hence sees the team before anything else.
        heldAsReviewer(
          viewer,
          administrationId,
          (review) =>
            review.reviewId === reviewId &&
            readsReviewRows({ ...review, isCleared: true }, viewer.now),
        ) |
        is(wears(viewer, 'CYCLE_OFFICER'), SECRETARIAT)
      )
    },
  },
  REVIEW_ITEM: {
    gives: OWNER | REVIEWER | SECRETARIAT,
    audiences: (viewer, row) => {
      column(row, 'authorId')
      column(row, 'itemStatus')
      column(row, 'reviewStatus')
      const held = heldForReview(viewer, row)
      // Scores and findings are no contributor's business, as the row policies say too.
      return wears(viewer, 'CONTRIBUTOR') ? held & ~OWNER : held
    },
  },
  RELEASE: {
    gives: EVERYBODY & ~(OWNER | REVIEWER),
    audiences: (viewer, row) =>
      heldInRelease(viewer, { edition: 'PUBLIC', ...row }, true) | heldByReleaseStaff(viewer, row),
  },
  CELL: {
    gives: EVERYBODY & ~(OWNER | REVIEWER),
    audiences: (viewer, row) => heldInRelease(viewer, row, true) | heldByReleaseStaff(viewer, row),
  },
  RELEASE_INTERNAL: {
    gives: SECRETARIAT,
    audiences: (viewer) => is(keepsRegister(viewer), SECRETARIAT),
  },
  CONSENT: {
    gives: OWNER | SECRETARIAT,
    audiences: (viewer, row) => {
      // A choice that nobody has signed is a draft, and the administration's own matter.
      const isSigned = column(row, 'confirmedAt') !== null
      return (
        is(ownsContent(viewer, row), OWNER) |
        is(isSigned && wears(viewer, 'CYCLE_OFFICER', 'ADMINISTRATOR'), SECRETARIAT)
      )
    },
  },
  AUDIT: {
    gives: OWNER | SECRETARIAT,
    audiences: (viewer, row) => {
      const administrationId = column(row, 'administrationId')
      const isOfCycle = column(row, 'cycleId') !== null
      return (
        is(actsFor(viewer, administrationId), OWNER) |
        is(wears(viewer, 'ADMINISTRATOR'), SECRETARIAT) |
        is(isOfCycle && wears(viewer, 'CYCLE_OFFICER'), SECRETARIAT)
      )
    },
  },
  NOTIFICATION: {
    gives: OWNER,
    audiences: (viewer, row) => is(isPerson(viewer, column(row, 'personId')), OWNER),
  },
  SELF: {
    gives: OWNER,
    audiences: (viewer, row) =>
      is(
        column(row, 'personId') === viewer.personId &&
          column(row, 'apiClientId') === viewer.apiClientId,
        OWNER,
      ),
  },
  REFERENCE: { gives: PUBLIC, audiences: () => PUBLIC },
  PAYLOAD: { gives: PUBLIC, audiences: () => PUBLIC },
  EMBEDDED: embedded,
}

/** The rule of a row class. */
export const ruleOf = (rowClass: RowClass): RowClassRule => RULES[rowClass]

/** All row classes, in alphabetical order. */
export const ROW_CLASSES = Object.keys(RULES).toSorted() as readonly RowClass[]

const isPerson = (viewer: Viewer, personId: unknown) =>
  viewer.personId !== null && viewer.personId === personId

const keepsRegister = (viewer: Viewer) =>
  wears(viewer, 'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR')

// Level WCO names the contact points and the peer reviewers, not everybody of a member.
const readsMembersCopies = (viewer: Viewer) =>
  wears(viewer, 'COORDINATOR', 'REVIEWER', 'LEAD_REVIEWER')

function heldForSubmitted(viewer: Viewer, row: Row): AudienceMask {
  const administrationId = column(row, 'administrationId')
  const assessmentId = column(row, 'assessmentId')
  const submissionId = column(row, 'submissionId')
  const isWithdrawn = column(row, 'assessmentStatus') === 'WITHDRAWN'
  return (
    is(ownsContent(viewer, row) || readsEarlier(viewer, row), OWNER) |
    heldAsReviewer(
      viewer,
      administrationId,
      (review) =>
        review.assessmentId === assessmentId &&
        review.submissionId === submissionId &&
        readsCopy(review),
    ) |
    is(!isWithdrawn && wears(viewer, 'CYCLE_OFFICER'), SECRETARIAT)
  )
}

function heldForReview(viewer: Viewer, row: Row): AudienceMask {
  const administrationId = column(row, 'administrationId')
  const reviewId = column(row, 'reviewId')
  return (
    is(actsFor(viewer, administrationId), OWNER) |
    heldAsReviewer(
      viewer,
      administrationId,
      (review) => review.reviewId === reviewId && readsReviewRows(review, viewer.now),
    ) |
    is(wears(viewer, 'CYCLE_OFFICER'), SECRETARIAT)
  )
}

function heldByReleaseStaff(viewer: Viewer, row: Row): AudienceMask {
  const isBuiltOnly = ['BUILDING', 'BUILT', 'DISCARDED', 'FAILED'].includes(
    String(column(row, 'status')),
  )
  return (
    is(wears(viewer, 'METHODOLOGY_EDITOR', 'CYCLE_OFFICER'), SECRETARIAT) |
    is(!isBuiltOnly && wears(viewer, 'PMMPT_OBSERVER'), SECRETARIAT)
  )
}
