import { registerEnumType } from 'type-graphql'

export const LineageKind = {
  DIMENSION: 'DIMENSION',
  EXPECTED_OUTCOME: 'EXPECTED_OUTCOME',
  KPI: 'KPI',
  DATA_ELEMENT: 'DATA_ELEMENT',
  INSTRUMENT: 'INSTRUMENT',
} as const
export type LineageKind = keyof typeof LineageKind

registerEnumType(LineageKind, {
  name: 'LineageKind',
  description: 'Kind of a node that has a lineage. Clients must accept unknown values.',
  valuesConfig: {
    DIMENSION: { description: 'Dimension.' },
    EXPECTED_OUTCOME: { description: 'Expected outcome.' },
    KPI: { description: 'KPI.' },
    DATA_ELEMENT: { description: 'Data element.' },
    INSTRUMENT: { description: 'WCO instrument.' },
  },
})

export const Comparability = {
  IDENTICAL: 'IDENTICAL',
  EDITORIAL: 'EDITORIAL',
  WITH_CONVERSION: 'WITH_CONVERSION',
  NOT_COMPARABLE: 'NOT_COMPARABLE',
} as const
export type Comparability = keyof typeof Comparability

registerEnumType(Comparability, {
  name: 'Comparability',
  description:
    'Whether values before and after a change may be compared. Clients must accept unknown values.',
  valuesConfig: {
    IDENTICAL: { description: 'Nothing changed.' },
    EDITORIAL: { description: 'Texts, scoring or place changed; values are computed as before.' },
    WITH_CONVERSION: { description: 'Old values are comparable after the stored conversion.' },
    NOT_COMPARABLE: { description: 'The series ends or begins here.' },
  },
})
