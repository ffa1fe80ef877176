// What the screens of the assessment speak of. The documents of `composables` fill these shapes, so
// that pure rules and components need to know no query.

export type AssessmentStatus =
  'DRAFT' | 'INTERNAL_APPROVAL' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED' | 'WITHDRAWN'
export type ResponseState =
  'PENDING' | 'REPORTED' | 'NOT_APPLICABLE' | 'NOT_AVAILABLE' | 'NOT_COMPUTABLE'
export type DisclosureLevel = 'NATIONAL' | 'WCO' | 'PUBLIC'
export type AggregateUse = 'NONE' | 'MEMBERS' | 'PUBLIC'
export type PeriodName = 'T' | 'T_1'

export interface ScaleEntry {
  levels: readonly { level: number; label: string }[]
}

export interface ElementEntry {
  code: string
  label: string
  description: string
  valueType: 'COUNT' | 'MONEY' | 'DECIMAL' | 'LEVEL' | 'BOOLEAN'
  unit: string
  origin: 'ENTERED' | 'DERIVED'
  scale: ScaleEntry | null
}

export interface KpiElementEntry {
  symbol: string
  period: PeriodName
  element: ElementEntry | null
}

export interface ProvenanceEntry {
  status: string
  fields: readonly string[]
  sources: readonly string[]
  note: string | null
}

export interface KpiEntry {
  code: string
  name: string
  description: string
  /** How to measure it and where its data usually come from. */
  methodologyHelp: string | null
  methodologyHelpLocale: string | null
  kind: string
  unit: string
  decimals: number
  direction: string
  isScored: boolean
  /** Share in its outcome, beside those of the others. */
  weight: string
  /** The widest level the framework allows; null sets no limit here. */
  maxDisclosureLevel: DisclosureLevel | null
  formula: string
  elements: readonly KpiElementEntry[]
  subMeasures: readonly { code: string; name: string; unit: string }[]
  instruments: readonly { code: string; name: string }[]
  sdgs: readonly { goal: number; name: string }[]
  provenance: ProvenanceEntry
}

export interface OutcomeEntry {
  code: string
  name: string
  kpis: readonly KpiEntry[]
}

export interface DimensionEntry {
  code: string
  name: string
  outcomes: readonly OutcomeEntry[]
}

export interface Framework {
  code: string
  name: string
  isDemonstration: boolean
  /** Share of its KPIs, from 0 to 1, below which an outcome has no score. */
  scoringMethod: { minCoverage: string }
  dimensions: readonly DimensionEntry[]
  reasonCodes: readonly { code: string; label: string; state: string }[]
}

export interface CheckEntry {
  code: string
  kind: string
  level: 'BLOCK' | 'WARN' | 'INFO'
  elementCode: string
  period: PeriodName
  message: string
}

export interface ResponseEntry {
  id: string
  kpiCode: string
  state: ResponseState | null
  value: string | null
  score: string | null
  reasonCode: string | null
  reasonText: string | null
  justification: string | null
  /** Whether it was written for the warnings as they stand; null without warnings. */
  isJustified: boolean | null
  disclosureLevel: DisclosureLevel | null
  aggregateUse: AggregateUse | null
  levelChosen: boolean | null
  lookedAt: string | null
  version: number | null
  checks: readonly CheckEntry[] | null
  subMeasures: readonly { code: string; name: string; unit: string; value: string | null }[] | null
}

export interface ValueEntry {
  elementCode: string
  year: number
  period: PeriodName
  value: string | null
  isEstimated: boolean | null
  note: string | null
  version: number | null
}

export interface Permission {
  allowed: boolean
  code: string
}
