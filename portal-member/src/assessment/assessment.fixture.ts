import type { Framework, KpiEntry, ResponseEntry, ValueEntry } from './model'

const element = (code: string, origin: 'ENTERED' | 'DERIVED' = 'ENTERED') => ({
  code,
  label: `Figure ${code}`,
  description: '',
  valueType: 'COUNT' as const,
  unit: 'declarations',
  origin,
  scale: null,
})

/** A KPI that divides its first element by its second. */
export const kpi = (code: string, elements: readonly string[], isScored = true): KpiEntry => ({
  code,
  name: `Name of ${code}`,
  description: '',
  methodologyHelp: null,
  methodologyHelpLocale: null,
  kind: 'RATIO',
  unit: '%',
  decimals: 1,
  direction: 'HIGHER',
  isScored,
  weight: '1',
  maxDisclosureLevel: null,
  formula: '100*A/B',
  elements: elements.map((each, index) => ({
    symbol: 'ABCD'[index] ?? 'Z',
    period: 'T' as const,
    element: element(each),
  })),
  subMeasures: [],
  instruments: [],
  sdgs: [],
  provenance: { status: 'CONSTRUCTED', fields: [], sources: [], note: null },
})

/** Two dimensions; TF-01-1 and TF-01-2 share the element DECL_ALL. */
export const framework: Framework = {
  code: 'PMM-TEST',
  name: 'Framework of the tests',
  isDemonstration: true,
  scoringMethod: { minCoverage: '0.5' },
  reasonCodes: [],
  dimensions: [
    {
      code: 'TF',
      name: 'Trade Facilitation',
      outcomes: [
        {
          code: 'TF-01',
          name: 'Paperless trade',
          kpis: [kpi('TF-01-1', ['DECL_E', 'DECL_ALL']), kpi('TF-01-2', ['PAY_E', 'DECL_ALL'])],
        },
      ],
    },
    {
      code: 'RC',
      name: 'Revenue Collection',
      outcomes: [
        { code: 'RC-01', name: 'Revenue', kpis: [kpi('RC-01-1', ['REV', 'TARGET'], false)] },
      ],
    },
  ],
}

export const response = (kpiCode: string, facts: Partial<ResponseEntry> = {}): ResponseEntry => ({
  id: kpiCode,
  kpiCode,
  state: 'PENDING',
  value: null,
  score: null,
  reasonCode: null,
  reasonText: null,
  justification: null,
  isJustified: null,
  disclosureLevel: 'NATIONAL',
  aggregateUse: 'PUBLIC',
  levelChosen: true,
  lookedAt: null,
  version: 1,
  checks: [],
  subMeasures: [],
  ...facts,
})

export const figure = (elementCode: string, value: string | null): ValueEntry => ({
  elementCode,
  year: 2024,
  period: 'T',
  value,
  isEstimated: false,
  note: null,
  version: 1,
})

export const check = (level: 'BLOCK' | 'WARN' | 'INFO', elementCode = 'DECL_E') => ({
  code: `CHECK-${level}`,
  kind: 'LARGE_CHANGE',
  level,
  elementCode,
  period: 'T' as const,
  message: '',
})
