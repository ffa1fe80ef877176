import { registerEnumType } from 'type-graphql'

export const ChangeProposalKind = {
  ADDITION: 'ADDITION',
  REVISION: 'REVISION',
  REMOVAL: 'REMOVAL',
  CORRECTION: 'CORRECTION',
} as const
export type ChangeProposalKind = keyof typeof ChangeProposalKind

registerEnumType(ChangeProposalKind, {
  name: 'ChangeProposalKind',
  description: 'What a proposal wants. Clients must accept unknown values.',
  valuesConfig: {
    ADDITION: { description: 'Something new in the framework.' },
    REVISION: { description: 'Something measured, scored or mapped in another way.' },
    REMOVAL: { description: 'Something no longer asked for.' },
    CORRECTION: { description: 'A mistake in words or a translation, for an erratum.' },
  },
})

export const ChangeProposalPrinciple = {
  STEP_BY_STEP: 'STEP_BY_STEP',
  RELEVANCE: 'RELEVANCE',
  QUALITY: 'QUALITY',
  TRANSPARENCY: 'TRANSPARENCY',
  STABILITY: 'STABILITY',
} as const
export type ChangeProposalPrinciple = keyof typeof ChangeProposalPrinciple

registerEnumType(ChangeProposalPrinciple, {
  name: 'ChangeProposalPrinciple',
  description:
    'Principle of the mechanism that a proposal serves. Clients must accept unknown values.',
  valuesConfig: {
    STEP_BY_STEP: { description: 'The framework grows in steps administrations can follow.' },
    RELEVANCE: { description: 'It measures what matters to Customs.' },
    QUALITY: { description: 'Its figures can be measured well and compared.' },
    TRANSPARENCY: { description: 'Everybody can see how a figure comes about.' },
    STABILITY: { description: 'Series go on from cycle to cycle.' },
  },
})

export const ChangeProposalStatus = {
  OPEN: 'OPEN',
  ACCEPTED: 'ACCEPTED',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
  IMPLEMENTED: 'IMPLEMENTED',
} as const
export type ChangeProposalStatus = keyof typeof ChangeProposalStatus

registerEnumType(ChangeProposalStatus, {
  name: 'ChangeProposalStatus',
  description: 'State of a proposal. Clients must accept unknown values.',
  valuesConfig: {
    OPEN: { description: 'Under discussion.' },
    ACCEPTED: { description: 'Accepted by the PMMPT and not yet carried out.' },
    REJECTED: { description: 'Rejected by the PMMPT, with a reason.' },
    WITHDRAWN: { description: 'Taken back by its author.' },
    IMPLEMENTED: { description: 'Carried out by a version.' },
  },
})

export const ChangeProposalDecision = { ACCEPTED: 'ACCEPTED', REJECTED: 'REJECTED' } as const
export type ChangeProposalDecision = keyof typeof ChangeProposalDecision

registerEnumType(ChangeProposalDecision, {
  name: 'ChangeProposalDecision',
  description: 'Decision of the PMMPT on a proposal.',
  valuesConfig: {
    ACCEPTED: { description: 'A coming version is to carry it out.' },
    REJECTED: { description: 'It is not taken up.' },
  },
})

export const ChangeProposalOrder = { NEWEST: 'NEWEST', OLDEST: 'OLDEST', TITLE: 'TITLE' } as const
export type ChangeProposalOrder = keyof typeof ChangeProposalOrder

registerEnumType(ChangeProposalOrder, {
  name: 'ChangeProposalOrder',
  description: 'Order of a list of proposals.',
  valuesConfig: {
    NEWEST: { description: 'The newest first.' },
    OLDEST: { description: 'The oldest first.' },
    TITLE: { description: 'By title, without case and accents.' },
  },
})
