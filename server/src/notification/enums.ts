import { registerEnumType } from 'type-graphql'

export const NotificationKind = {
  CYCLE_OPENED: 'CYCLE_OPENED',
  CYCLE_UNINVITED: 'CYCLE_UNINVITED',
  CYCLE_CLOSED: 'CYCLE_CLOSED',
  EXTENDED: 'EXTENDED',
  ASSIGNED: 'ASSIGNED',
  UNASSIGNED: 'UNASSIGNED',
  APPROVAL_REQUESTED: 'APPROVAL_REQUESTED',
  APPROVAL_TAKEN_BACK: 'APPROVAL_TAKEN_BACK',
  SENT_BACK: 'SENT_BACK',
  SUBMITTED: 'SUBMITTED',
  RETURNED: 'RETURNED',
  ACCEPTED: 'ACCEPTED',
  REOPENED: 'REOPENED',
  REOPEN_REQUESTED: 'REOPEN_REQUESTED',
  REOPEN_DECLINED: 'REOPEN_DECLINED',
  WITHDRAWAL_PROPOSED: 'WITHDRAWAL_PROPOSED',
  WITHDRAWAL_TAKEN_BACK: 'WITHDRAWAL_TAKEN_BACK',
  WITHDRAWAL_DECLINED: 'WITHDRAWAL_DECLINED',
  WITHDRAWN: 'WITHDRAWN',
  MENTIONED: 'MENTIONED',
  COMMENTED: 'COMMENTED',
  DUE_SOON: 'DUE_SOON',
  CYCLE_DUE: 'CYCLE_DUE',
  CYCLE_MESSAGE: 'CYCLE_MESSAGE',
} as const
export type NotificationKind = keyof typeof NotificationKind

registerEnumType(NotificationKind, {
  name: 'NotificationKind',
  description: 'What a notification tells. Clients must accept unknown values.',
  valuesConfig: {
    CYCLE_OPENED: { description: 'A cycle has been opened for entry.' },
    CYCLE_UNINVITED: {
      description: 'The administration is no longer invited to a cycle it had not started.',
    },
    CYCLE_CLOSED: { description: 'A cycle has been closed for entry.' },
    EXTENDED: { description: 'The administration may enter figures for longer.' },
    ASSIGNED: { description: 'KPIs or data elements have been assigned to the person.' },
    UNASSIGNED: {
      description: 'KPIs or data elements that had been assigned to the person are theirs no more.',
    },
    APPROVAL_REQUESTED: { description: 'The assessment waits for the signature.' },
    APPROVAL_TAKEN_BACK: {
      description: 'The coordinator has taken back the request for the signature.',
    },
    SENT_BACK: { description: 'The approver has sent the assessment back unsigned.' },
    SUBMITTED: { description: 'An assessment has been submitted.' },
    RETURNED: { description: 'The secretariat has returned items of the assessment.' },
    ACCEPTED: { description: 'The secretariat has accepted the assessment.' },
    REOPENED: { description: 'The secretariat has opened the assessment again.' },
    REOPEN_REQUESTED: {
      description: 'An administration asks for its assessment to be opened again.',
    },
    REOPEN_DECLINED: {
      description: 'The secretariat has declined to open the assessment again.',
    },
    WITHDRAWAL_PROPOSED: { description: 'The coordinator proposes to withdraw the assessment.' },
    WITHDRAWAL_TAKEN_BACK: {
      description: 'The coordinator has taken back the proposal to withdraw.',
    },
    WITHDRAWAL_DECLINED: { description: 'The approver has declined to withdraw the assessment.' },
    WITHDRAWN: { description: 'The assessment has been withdrawn.' },
    MENTIONED: { description: 'Somebody has mentioned the person in a comment.' },
    DUE_SOON: { description: 'Assigned KPIs or data elements are due within two days.' },
    CYCLE_DUE: { description: 'Entry ends soon and the administration has not submitted.' },
    CYCLE_MESSAGE: { description: 'The secretariat has written to the administration.' },
    COMMENTED: { description: 'Somebody has commented where it concerns the person.' },
  },
})
