import { MEMBER, OWNER, PARTNER, PUBLIC, REVIEWER, SECRETARIAT } from './audience'
import type { Audience, AudienceMask } from './audience'
import { column, type Row } from './row'
import { wears, type Viewer } from './viewer'
import type { WithheldReason } from './withheld'

export type Condition =
  | 'SELF_OR_COORDINATOR'
  | 'COORDINATION'
  | 'STAFF'
  | 'AUTHOR'
  | 'REVIEW_STAGE'
  | 'SHARED_BY_MEMBER'
  | 'REPORT_LEVEL'
  | 'RESUBMITTED'

/** Narrows some audiences of a rule; the others are admitted without being asked. */
export interface ConditionRule {
  readonly narrows: AudienceMask
  /** Conditions without a row may stand at the root. */
  readonly asksRow: boolean
  /** What a refusal is called towards the viewer. */
  readonly reason: WithheldReason
  readonly description: string
  readonly holds: (viewer: Viewer, row: Row, audience: Audience) => boolean
}

const SHARED_STAGES = ['SHARED', 'RESPONDED', 'CONCLUDED']

/** The closed list of conditions. Each is synchronous and answers from viewer and row alone. */
export const CONDITIONS: Readonly<Record<Condition, ConditionRule>> = {
  SELF_OR_COORDINATOR: {
    narrows: OWNER,
    asksRow: true,
    reason: 'WITHHELD',
    description: 'OWNER: the person concerned or the coordinator.',
    holds: (viewer, row) =>
      isOneself(viewer, column(row, 'personId')) || wears(viewer, 'COORDINATOR'),
  },
  COORDINATION: {
    narrows: OWNER,
    asksRow: false,
    reason: 'WITHHELD',
    description: 'OWNER: coordinator and approver.',
    holds: (viewer) => wears(viewer, 'COORDINATOR', 'APPROVER'),
  },
  STAFF: {
    narrows: SECRETARIAT,
    asksRow: false,
    reason: 'WITHHELD',
    description: 'SECRETARIAT: methodology editor, cycle officer and administrator.',
    holds: (viewer) => wears(viewer, 'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR'),
  },
  AUTHOR: {
    narrows: REVIEWER,
    asksRow: true,
    reason: 'WITHHELD',
    description: 'REVIEWER: the author.',
    holds: (viewer, row) => isOneself(viewer, column(row, 'authorId')),
  },
  REVIEW_STAGE: {
    narrows: REVIEWER | OWNER | SECRETARIAT,
    asksRow: true,
    reason: 'NOT_SHARED',
    description:
      'REVIEWER: the author until the item is sent, then the team. OWNER and SECRETARIAT: once the review is shared.',
    holds: (viewer, row, audience) => {
      const isSent = column(row, 'itemStatus') === 'SENT'
      const isShared = SHARED_STAGES.includes(String(column(row, 'reviewStatus')))
      if (audience !== REVIEWER) return isSent && isShared
      return isSent || isOneself(viewer, column(row, 'authorId'))
    },
  },
  SHARED_BY_MEMBER: {
    narrows: SECRETARIAT,
    asksRow: true,
    reason: 'NOT_SHARED',
    description: 'SECRETARIAT: if the member shares the item.',
    holds: (_viewer, row) => column(row, 'shareWithSecretariat') === true,
  },
  REPORT_LEVEL: {
    narrows: MEMBER | PARTNER | PUBLIC,
    asksRow: true,
    reason: 'NOT_SHARED',
    description: 'MEMBER, PARTNER and PUBLIC: if the member opened the review report that far.',
    holds: (_viewer, row, audience) => {
      const level = column(row, 'reportLevel')
      return level === 'PUBLIC' || (level === 'WCO' && audience === MEMBER)
    },
  },
  RESUBMITTED: {
    narrows: SECRETARIAT,
    asksRow: true,
    reason: 'NOT_SHARED',
    description: 'SECRETARIAT: once the administration has signed and submitted it again.',
    holds: (_viewer, row) => column(row, 'isResubmitted') === true,
  },
}

const isOneself = (viewer: Viewer, personId: unknown) =>
  viewer.personId !== null && viewer.personId === personId
