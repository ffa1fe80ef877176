import { asDecimal } from './figures'
import type { KpiDraft, SubMeasureDraft } from './kpi-draft'
import { originInput } from './node-texts'

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
    ...(differs('methodologyHelpEn', 'methodologyHelpFr') && {
      methodologyHelp: textsOf(base, draft, 'methodologyHelp'),
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
function textsOf(
  base: KpiDraft,
  draft: KpiDraft,
  text: 'name' | 'description' | 'methodologyHelp' | 'guidance',
) {
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
