import type { Problem } from '../wording/permission'
import { asDecimal } from './figures'
import { samplesOf } from './kpi-changes'
import type { KpiDraft } from './kpi-draft'

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
  methodologyHelp: 'framework.text.methodologyHelp',
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
