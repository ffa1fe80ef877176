import { formatNumber } from '@pmm/portal-kit'
import type { Problem } from '../wording/permission'
import { originInput, originOf, type ProvenanceStatus } from './node-texts'

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

/** A typed figure as the server takes it; null while it is no plain decimal. */
export const asDecimal = (text: string | null): string | null =>
  text !== null && /^-?(0|[1-9]\d{0,29})(\.\d{1,20})?$/.test(text.trim()) ? text.trim() : null

/** The scoring as typed, for trying it out: what is no decimal is left out. */
export function normalisationInput({ method, floor, goal, target, maxDistance }: KpiDraft) {
  return {
    method,
    floor: asDecimal(floor),
    goal: asDecimal(goal),
    target: asDecimal(target),
    maxDistance: asDecimal(maxDistance),
  }
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** Only what was changed, as the input of the command. */
export function changesOf(base: KpiDraft, draft: KpiDraft) {
  const differs = (...keys: (keyof KpiDraft)[]) =>
    keys.some((key) => JSON.stringify(base[key]) !== JSON.stringify(draft[key]))
  return {
    ...(differs('nameEn', 'nameFr') && { name: textsOf(base, draft, 'name') }),
    ...(differs('descriptionEn', 'descriptionFr') && {
      description: textsOf(base, draft, 'description'),
    }),
    ...(differs('guidanceEn', 'guidanceFr') && { guidance: textsOf(base, draft, 'guidance') }),
    ...(differs('maxDisclosureLevel') && { maxDisclosureLevel: draft.maxDisclosureLevel }),
    ...(differs('kind') && { kind: draft.kind }),
    ...(differs('scale') && { scale: orNull(draft.scale) }),
    ...(!isSameSet(base.instruments, draft.instruments) && {
      instruments: [...draft.instruments],
    }),
    ...(!isSameSet(base.sdgTargets, draft.sdgTargets) && { sdgTargets: [...draft.sdgTargets] }),
    ...(differs('subMeasures') && { subMeasures: draft.subMeasures.map(subMeasureInput) }),
    ...(differs('status', 'sources', 'published', 'note') && {
      provenance: originInput(draft),
    }),
    ...(differs('unit') && { unit: draft.unit.trim() }),
    ...(differs('decimals') && { decimals: Number.parseInt(draft.decimals, 10) || 0 }),
    ...(differs('direction') && { direction: draft.direction }),
    ...(differs('weight') && { weight: draft.weight.trim() }),
    ...(differs('min', 'max') && { range: { min: orNull(draft.min), max: orNull(draft.max) } }),
    ...(differs('method', 'floor', 'goal', 'target', 'maxDistance') && {
      normalisation: normalisationOf(draft),
    }),
    ...(differs('formula') && { formula: draft.formula.trim() }),
    ...(differs('undefinedWhen') && { undefinedWhen: orNull(draft.undefinedWhen) }),
    ...(differs('elements') && { elements: draft.elements.map((each) => ({ ...each })) }),
  }
}

// Ticked and unticked again, a box leaves the same codes in another order.
const isSameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((code) => other.includes(code))

const subMeasureInput = ({ code, nameEn, nameFr, formula, unit }: SubMeasureDraft) => ({
  code: code.trim(),
  name: { en: nameEn.trim(), fr: nameFr.trim() },
  formula: formula.trim(),
  unit: unit.trim(),
})

// A language that was not touched is left out, so that its state of translation stays.
function textsOf(base: KpiDraft, draft: KpiDraft, text: 'name' | 'description' | 'guidance') {
  return {
    ...(base[`${text}En`] !== draft[`${text}En`] && { en: draft[`${text}En`].trim() }),
    ...(base[`${text}Fr`] !== draft[`${text}Fr`] && { fr: draft[`${text}Fr`].trim() }),
  }
}

function normalisationOf({ method, floor, goal, target, maxDistance }: KpiDraft) {
  if (method === 'LINEAR') return { method, floor: orNull(floor), goal: orNull(goal) }
  if (method === 'DISTANCE')
    return { method, target: orNull(target), maxDistance: orNull(maxDistance) }
  return { method }
}

/** Sample calculations as the server takes them; symbols the formula no longer has are left out. */
export function samplesOf(draft: KpiDraft) {
  const symbols = draft.elements.map(({ symbol }) => symbol)
  return draft.samples.map(({ name, expectedState, expectedValue, values }) => ({
    name: name.trim(),
    expectedState,
    expectedValue: expectedState === 'REPORTED' ? orNull(expectedValue) : null,
    values: symbols.map((symbol) => ({ symbol, value: orNull(values[symbol] ?? '') })),
  }))
}

/**
 * Whether a result is the one expected: rounded half up to the decimals written down, and never to fewer than the KPI
 * shows, as the server does it.
 */
export function agreesWith(
  { expectedState, expectedValue }: Pick<KpiSampleDraft, 'expectedState' | 'expectedValue'>,
  { state, value }: { state: string; value?: string | null },
  decimals: string,
): boolean {
  if (state !== expectedState) return false
  if (state !== 'REPORTED') return true
  const expected = asDecimal(expectedValue)
  if (expected === null || value == null) return false
  const written = /\.(\d*?)0*$/.exec(expected)?.[1]?.length ?? 0
  const digits = Math.max(Number.parseInt(decimals, 10) || 0, written)
  return formatNumber(value, 'en', { digits }) === formatNumber(expected, 'en', { digits })
}

/** Figures that are no plain decimals of at most 30 digits before the point and 20 behind it, which no server takes. */
export function figureProblems(draft: KpiDraft): Problem[] {
  const fields = ['weight', 'min', 'max', ...PARAMETERS[draft.method]] as const
  const figures = [
    ...fields.map((field) => ({ text: draft[field], path: [partOf(field)] })),
    ...samplesOf(draft).flatMap(({ expectedValue, values }, index) => [
      ...values.map(({ symbol, value }) => ({
        text: value,
        path: ['samples', String(index), symbol],
      })),
      { text: expectedValue, path: ['samples', String(index), 'expectedValue'] },
    ]),
  ]
  return figures
    .filter(({ text, path }) => (text?.trim() || path[0] === 'weight') && asDecimal(text) === null)
    .map(({ path }) => ({
      code: 'BAD_INPUT',
      reason: 'BAD_FIGURE',
      message: '',
      path: ['input', ...path],
    }))
}

const PARAMETERS = {
  LINEAR: ['floor', 'goal'],
  DISTANCE: ['target', 'maxDistance'],
  NONE: [],
} as const

const places: Readonly<Record<string, string>> = {
  name: 'framework.text.name',
  description: 'framework.text.description',
  guidance: 'framework.text.guidance',
  maxDisclosureLevel: 'framework.measurement.maxDisclosureLevel',
  kind: 'framework.measurement.kind',
  scale: 'framework.element.scale',
  instruments: 'mapping.kpi.instruments',
  provenance: 'framework.about.provenance',
  unit: 'framework.measurement.unit',
  direction: 'framework.measurement.direction',
  decimals: 'framework.measurement.decimals',
  range: 'framework.measurement.value',
  weight: 'framework.measurement.weight',
  normalisation: 'framework.measurement.score',
  formula: 'framework.tab.formula',
  sdgTargets: 'mapping.kpi.targets',
  subMeasures: 'framework.subMeasures',
  elements: 'framework.formula.symbols',
  samples: 'framework.formula.bench',
}

/** Key of the words for the part of the editor a refused save speaks of. */
export const placeOf = (path: readonly string[]): string | null => places[path[1] ?? ''] ?? null

const parts: Readonly<Record<string, string>> = {
  min: 'range',
  max: 'range',
  method: 'normalisation',
  floor: 'normalisation',
  goal: 'normalisation',
  target: 'normalisation',
  maxDistance: 'normalisation',
  undefinedWhen: 'formula',
  status: 'provenance',
  sources: 'provenance',
  published: 'provenance',
  note: 'provenance',
}

/** Part of the input a field of the editor belongs to. */
export const partOf = (field: string): string => parts[field] ?? field
