import { originOf, type ProvenanceStatus } from './node-texts'

type Period = 'T' | 'T_1'
type Role = 'NUMERATOR' | 'DENOMINATOR' | 'CURRENT' | 'BASE' | 'VALUE'
type State = 'PENDING' | 'REPORTED' | 'NOT_APPLICABLE' | 'NOT_AVAILABLE' | 'NOT_COMPUTABLE'
export type Direction = 'HIGHER' | 'LOWER' | 'TARGET' | 'NEUTRAL'
export type Method = 'LINEAR' | 'DISTANCE' | 'NONE'
export type Kind = 'RATIO' | 'VARIATION' | 'COUNT' | 'DURATION' | 'ORDINAL' | 'BINARY'
export type Level = 'NATIONAL' | 'WCO' | 'PUBLIC'

/** A KPI as the editor reads it. */
export interface EditableKpi {
  id: string
  nameEn: string
  nameFr: string
  nameFrServed: string
  descriptionEn: string
  descriptionFr: string
  descriptionFrServed: string
  methodologyHelpEn?: string | null
  methodologyHelpFr?: string | null
  methodologyHelpFrServed?: string | null
  guidanceEn?: string | null
  guidanceFr?: string | null
  maxDisclosureLevel?: Level | null
  kind: Kind
  scale?: { code: string } | null
  instruments: readonly { code: string }[]
  sdgTargets: readonly { code: string }[]
  subMeasures: readonly {
    code: string
    nameEn: string
    nameFr: string
    nameFrServed: string
    formula: string
    unit: string
  }[]
  provenance: {
    status: ProvenanceStatus
    fields: readonly string[]
    sources: readonly string[]
    note?: string | null
  }
  unit: string
  decimals: number
  direction: Direction
  weight: string
  range: { min?: string | null; max?: string | null }
  normalisation: {
    method: Method
    floor?: string | null
    goal?: string | null
    target?: string | null
    maxDistance?: string | null
  }
  formula: string
  undefinedWhen?: string | null
  elements: readonly {
    symbol: string
    period: Period
    role: Role
    element?: { code: string } | null
  }[]
  samples: readonly {
    name: string
    expectedState: State
    expectedValue?: string | null
    values: readonly { symbol: string; value?: string | null }[]
  }[]
}

export interface KpiBinding {
  symbol: string
  element: string
  period: Period
  role: Role
}

export interface KpiSampleDraft {
  name: string
  expectedState: State
  expectedValue: string
  values: Record<string, string>
}

export interface SubMeasureDraft {
  code: string
  nameEn: string
  nameFr: string
  formula: string
  unit: string
}

/** The same as typed: every field a text, so that nothing is lost on the way. */
export interface KpiDraft {
  nameEn: string
  nameFr: string
  descriptionEn: string
  descriptionFr: string
  methodologyHelpEn: string
  methodologyHelpFr: string
  guidanceEn: string
  guidanceFr: string
  maxDisclosureLevel: Level
  kind: Kind
  scale: string
  instruments: string[]
  sdgTargets: string[]
  subMeasures: SubMeasureDraft[]
  status: ProvenanceStatus
  sources: string
  published: string
  note: string
  unit: string
  decimals: string
  direction: Direction
  weight: string
  min: string
  max: string
  method: Method
  floor: string
  goal: string
  target: string
  maxDistance: string
  formula: string
  undefinedWhen: string
  elements: KpiBinding[]
  samples: KpiSampleDraft[]
}

/** Copies the saved KPI into the fields of the editor; a missing French text is an empty field, not the English one. */
export function draftOf(kpi: EditableKpi): KpiDraft {
  return {
    nameEn: kpi.nameEn,
    nameFr: kpi.nameFrServed === 'FR' ? kpi.nameFr : '',
    descriptionEn: kpi.descriptionEn,
    descriptionFr: kpi.descriptionFrServed === 'FR' ? kpi.descriptionFr : '',
    methodologyHelpEn: kpi.methodologyHelpEn ?? '',
    methodologyHelpFr: kpi.methodologyHelpFrServed === 'FR' ? (kpi.methodologyHelpFr ?? '') : '',
    guidanceEn: kpi.guidanceEn ?? '',
    guidanceFr: kpi.guidanceFr ?? '',
    maxDisclosureLevel: kpi.maxDisclosureLevel ?? 'PUBLIC',
    kind: kpi.kind,
    scale: kpi.scale?.code ?? '',
    instruments: kpi.instruments.map(({ code }) => code),
    sdgTargets: kpi.sdgTargets.map(({ code }) => code),
    subMeasures: kpi.subMeasures.map(({ code, nameEn, nameFr, nameFrServed, formula, unit }) => ({
      code,
      nameEn,
      nameFr: nameFrServed === 'FR' ? nameFr : '',
      formula,
      unit,
    })),
    ...originOf(kpi.provenance),
    unit: kpi.unit,
    decimals: String(kpi.decimals),
    direction: kpi.direction,
    weight: kpi.weight,
    min: kpi.range.min ?? '',
    max: kpi.range.max ?? '',
    method: kpi.normalisation.method,
    floor: kpi.normalisation.floor ?? '',
    goal: kpi.normalisation.goal ?? '',
    target: kpi.normalisation.target ?? '',
    maxDistance: kpi.normalisation.maxDistance ?? '',
    formula: kpi.formula,
    undefinedWhen: kpi.undefinedWhen ?? '',
    elements: kpi.elements.map(({ symbol, element, period, role }) => ({
      symbol,
      element: element?.code ?? '',
      period,
      role,
    })),
    samples: kpi.samples.map(({ name, expectedState, expectedValue, values }) => ({
      name,
      expectedState,
      expectedValue: expectedValue ?? '',
      values: Object.fromEntries(values.map(({ symbol, value }) => [symbol, value ?? ''])),
    })),
  }
}

/** The first letter no symbol of the formula has. */
export function freeSymbol(draft: Pick<KpiDraft, 'elements'>): string {
  const used = new Set(draft.elements.map(({ symbol }) => symbol))
  const free = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !used.has(letter))
  return free ?? `A${used.size}`
}
