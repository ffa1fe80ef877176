import { registerEnumType } from 'type-graphql'

export const TranslatedKind = {
  VERSION: 'VERSION',
  DIMENSION: 'DIMENSION',
  OUTCOME: 'OUTCOME',
  OUTCOME_MAPPING: 'OUTCOME_MAPPING',
  KPI: 'KPI',
  DATA_ELEMENT: 'DATA_ELEMENT',
  INSTRUMENT: 'INSTRUMENT',
  SCALE: 'SCALE',
  REASON_CODE: 'REASON_CODE',
} as const
export type TranslatedKind = keyof typeof TranslatedKind

registerEnumType(TranslatedKind, {
  name: 'TranslatedKind',
  description: 'Kind of entry a translated text belongs to. Clients must accept unknown values.',
  valuesConfig: {
    VERSION: { description: 'The version itself: name, change notes, notice.' },
    DIMENSION: { description: 'A dimension.' },
    OUTCOME: { description: 'An expected outcome.' },
    OUTCOME_MAPPING: { description: 'A mapping of an expected outcome: why it holds.' },
    KPI: { description: 'A KPI, with its guidance for reviewers and its sub-measures.' },
    DATA_ELEMENT: { description: 'A data element.' },
    INSTRUMENT: { description: 'A WCO instrument.' },
    SCALE: { description: 'A scale, with one text a level.' },
    REASON_CODE: { description: 'A coded reason why a KPI has no value.' },
  },
})

export const TermState = { PROPOSED: 'PROPOSED', APPROVED: 'APPROVED' } as const
export type TermState = keyof typeof TermState

registerEnumType(TermState, {
  name: 'TermState',
  description: 'State of a term. Clients must accept unknown values.',
  valuesConfig: {
    PROPOSED: { description: 'Put down by one person, not yet approved by a second.' },
    APPROVED: { description: 'To be used wherever its English occurs.' },
  },
})
