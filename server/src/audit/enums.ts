import { registerEnumType } from 'type-graphql'

export const AuditOutcome = { DONE: 'DONE', REFUSED: 'REFUSED' } as const
export type AuditOutcome = keyof typeof AuditOutcome

registerEnumType(AuditOutcome, {
  name: 'AuditOutcome',
  description: 'What came of an act. Clients must accept unknown values.',
  valuesConfig: {
    DONE: { description: 'It was done.' },
    REFUSED: { description: 'A right, the object or the right state was missing.' },
  },
})
