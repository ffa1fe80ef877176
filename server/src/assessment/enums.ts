import { registerEnumType } from 'type-graphql'

export const AssessmentStatus = {
  DRAFT: 'DRAFT',
  INTERNAL_APPROVAL: 'INTERNAL_APPROVAL',
  SUBMITTED: 'SUBMITTED',
  RETURNED: 'RETURNED',
  ACCEPTED: 'ACCEPTED',
  WITHDRAWN: 'WITHDRAWN',
} as const
export type AssessmentStatus = keyof typeof AssessmentStatus

registerEnumType(AssessmentStatus, {
  name: 'AssessmentStatus',
  description: 'State of an assessment. Clients must accept unknown values.',
  valuesConfig: {
    DRAFT: { description: 'Being filled in.' },
    INTERNAL_APPROVAL: { description: 'Complete and waiting for the signature of the approver.' },
    SUBMITTED: { description: 'Handed in to the secretariat.' },
    RETURNED: { description: 'Some items are back with the administration.' },
    ACCEPTED: { description: 'Accepted by the secretariat and locked.' },
    WITHDRAWN: { description: 'Withdrawn by the administration; out of all later releases.' },
  },
})

export const AccessReason = {
  VISIBLE: 'VISIBLE',
  WITHHELD: 'WITHHELD',
  NOT_SUBMITTED: 'NOT_SUBMITTED',
  NOT_SHARED: 'NOT_SHARED',
  OUT_OF_SCOPE: 'OUT_OF_SCOPE',
  SUPPRESSED: 'SUPPRESSED',
} as const
export type AccessReason = keyof typeof AccessReason

registerEnumType(AccessReason, {
  name: 'AccessReason',
  description:
    'Whether the viewer sees a content, and if not, why. Clients must accept unknown values.',
  valuesConfig: {
    VISIBLE: { description: 'The viewer sees it.' },
    WITHHELD: { description: 'The level does not open it, or there is nothing to open.' },
    NOT_SUBMITTED: { description: 'It has not been submitted yet.' },
    NOT_SHARED: { description: 'It has not been shared with the viewer.' },
    OUT_OF_SCOPE: { description: 'The token lacks a scope, which `missingScope` names.' },
    SUPPRESSED: { description: 'The group figure is held back to protect its contributors.' },
  },
})

export const AggregateUse = { NONE: 'NONE', MEMBERS: 'MEMBERS', PUBLIC: 'PUBLIC' } as const
export type AggregateUse = keyof typeof AggregateUse

registerEnumType(AggregateUse, {
  name: 'AggregateUse',
  description:
    'In which group figures a value counts, without its name. Clients must accept unknown values.',
  valuesConfig: {
    NONE: { description: 'In none.' },
    MEMBERS: { description: 'In the group figures of the members.' },
    PUBLIC: { description: 'In all group figures.' },
  },
})

export const ContentCopy = {
  WORKING: 'WORKING',
  SUBMITTED: 'SUBMITTED',
  RELEASED: 'RELEASED',
} as const
export type ContentCopy = keyof typeof ContentCopy

registerEnumType(ContentCopy, {
  name: 'ContentCopy',
  description: 'Which copy of an assessment a content belongs to.',
  valuesConfig: {
    WORKING: { description: 'The one being edited, seen by the administration alone.' },
    SUBMITTED: { description: 'Frozen at a submission, never overwritten.' },
    RELEASED: { description: 'Frozen in a release, at the levels the administration chose.' },
  },
})

export const Verification = {
  SELF_ASSESSED: 'SELF_ASSESSED',
  PEER_REVIEWED: 'PEER_REVIEWED',
} as const
export type Verification = keyof typeof Verification

registerEnumType(Verification, {
  name: 'Verification',
  description: 'Who has looked at a value. Clients must accept unknown values.',
  valuesConfig: {
    SELF_ASSESSED: { description: 'The administration itself.' },
    PEER_REVIEWED: { description: 'Officials of other administrations as well.' },
  },
})

export const AssignmentState = { OPEN: 'OPEN', DONE: 'DONE' } as const
export type AssignmentState = keyof typeof AssignmentState

registerEnumType(AssignmentState, {
  name: 'AssignmentState',
  description: 'State of an assigned task.',
  valuesConfig: {
    OPEN: { description: 'Something is still to be entered.' },
    DONE: { description: 'The KPI has its answer.' },
  },
})

export const ReopenRequestStatus = {
  OPEN: 'OPEN',
  TAKEN_BACK: 'TAKEN_BACK',
  DECLINED: 'DECLINED',
  GRANTED: 'GRANTED',
} as const
export type ReopenRequestStatus = keyof typeof ReopenRequestStatus

registerEnumType(ReopenRequestStatus, {
  name: 'ReopenRequestStatus',
  description: 'What became of a request to open an assessment again.',
  valuesConfig: {
    OPEN: { description: 'It waits for the secretariat.' },
    TAKEN_BACK: { description: 'The administration has taken it back.' },
    DECLINED: { description: 'The secretariat has declined it.' },
    GRANTED: { description: 'The assessment has been opened again.' },
  },
})

export const ReopenRequester = { MEMBER: 'MEMBER', LEAD_REVIEWER: 'LEAD_REVIEWER' } as const
export type ReopenRequester = keyof typeof ReopenRequester

registerEnumType(ReopenRequester, {
  name: 'ReopenRequester',
  description: 'Who asked for the reopening of an assessment.',
  valuesConfig: {
    MEMBER: { description: 'The administration itself.' },
    LEAD_REVIEWER: { description: 'The lead reviewer.' },
  },
})
