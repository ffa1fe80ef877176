import { registerEnumType } from 'type-graphql'

export const CycleStatus = {
  PLANNED: 'PLANNED',
  OPEN: 'OPEN',
  CLOSED: 'CLOSED',
  REPORTED: 'REPORTED',
} as const
export type CycleStatus = keyof typeof CycleStatus

registerEnumType(CycleStatus, {
  name: 'CycleStatus',
  description: 'State of a cycle. Clients must accept unknown values.',
  valuesConfig: {
    PLANNED: { description: 'Prepared; nobody can enter anything yet.' },
    OPEN: { description: 'Administrations assess themselves.' },
    CLOSED: { description: 'Entry has ended, save for single extensions.' },
    REPORTED: { description: 'Results are published; corrections come as new releases only.' },
  },
})

export const CycleStage = {
  NOT_STARTED: 'NOT_STARTED',
  DRAFT: 'DRAFT',
  INTERNAL_APPROVAL: 'INTERNAL_APPROVAL',
  SUBMITTED: 'SUBMITTED',
  RETURNED: 'RETURNED',
  ACCEPTED: 'ACCEPTED',
  UNDER_REVIEW: 'UNDER_REVIEW',
  WITHDRAWN: 'WITHDRAWN',
} as const
export type CycleStage = keyof typeof CycleStage

registerEnumType(CycleStage, {
  name: 'CycleStage',
  description: 'How far an administration has come in a cycle. Clients must accept unknown values.',
  valuesConfig: {
    NOT_STARTED: { description: 'Invited, and nothing has been started.' },
    DRAFT: { description: 'Being filled in.' },
    INTERNAL_APPROVAL: { description: 'Waiting for the signature of the approver.' },
    SUBMITTED: { description: 'Handed in to the secretariat.' },
    RETURNED: { description: 'Some items are back with the administration.' },
    ACCEPTED: { description: 'Accepted by the secretariat.' },
    UNDER_REVIEW: { description: 'Accepted, and a peer review of it is at work.' },
    WITHDRAWN: { description: 'Withdrawn by the administration.' },
  },
})

export const CycleProgressOrder = {
  ADMINISTRATION: 'ADMINISTRATION',
  LAST_ACTIVITY: 'LAST_ACTIVITY',
  STAGE: 'STAGE',
  FIGURES: 'FIGURES',
  KPIS: 'KPIS',
} as const
export type CycleProgressOrder = keyof typeof CycleProgressOrder

registerEnumType(CycleProgressOrder, {
  name: 'CycleProgressOrder',
  description: 'Order of the progress board.',
  valuesConfig: {
    ADMINISTRATION: { description: 'By the English name of the administration.' },
    LAST_ACTIVITY: { description: 'The latest activity first, those without any last.' },
    STAGE: { description: 'From not started to under review, the withdrawn last.' },
    FIGURES: { description: 'The largest share of figures entered first.' },
    KPIS: { description: 'The largest share of KPIs ready first.' },
  },
})
