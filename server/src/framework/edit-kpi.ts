import type { Texts } from '#accounts'
import type {
  ElementBinding,
  LocalizedText,
  Normalisation,
  NotComputableReason,
} from './definition'
import { bySdgOrder } from './mapping/sdg-targets'
import { relationTo } from './relation'
import type { KpiUpdateInput, NormalisationInput } from './kpi.input'
import { mergeText, restateTranslations } from './merge-texts'
import type { EditedKpi, UnlinkedKpi } from './snapshot.rows'

/** The KPI with the given fields replaced, its translations restated and its relation found anew. */
export function editKpi(
  kpi: EditedKpi,
  input: KpiUpdateInput,
  ancestor: EditedKpi | null,
): EditedKpi {
  const direction = input.direction ?? kpi.direction
  const normalisation = input.normalisation
    ? normalisationOf(input.normalisation)
    : kpi.normalisation
  const texts = {
    name: mergeText(kpi.name, input.name ?? undefined),
    description: mergeText(kpi.description, input.description ?? undefined),
    methodologyHelp: mergeText(kpi.methodologyHelp ?? null, input.methodologyHelp),
    guidance: mergeText(kpi.guidance, input.guidance),
  }
  const subMeasures =
    input.subMeasures?.map((each) => ({
      code: each.code,
      name: mergeText(nameOf(kpi, each.code), each.name) as LocalizedText,
      formula: each.formula.trim(),
      unit: each.unit.trim(),
    })) ?? kpi.subMeasures
  const edited: EditedKpi = {
    ...kpi,
    ...(texts as Pick<EditedKpi, keyof typeof texts>),
    formula: input.formula?.trim() ?? kpi.formula,
    elements: input.elements?.map(bindingOf) ?? kpi.elements,
    subMeasures,
    kind: input.kind ?? kpi.kind,
    scale: input.scale === undefined ? (kpi.scale ?? null) : input.scale,
    instruments: input.instruments ? [...new Set(input.instruments)] : kpi.instruments,
    sdgTargets: input.sdgTargets
      ? [...new Set(input.sdgTargets)].toSorted(bySdgOrder)
      : kpi.sdgTargets,
    unit: input.unit?.trim() ?? kpi.unit,
    decimals: input.decimals ?? kpi.decimals,
    maxDisclosureLevel: input.maxDisclosureLevel ?? kpi.maxDisclosureLevel,
    direction,
    range: input.range ? { min: input.range.min ?? null, max: input.range.max ?? null } : kpi.range,
    normalisation,
    scored: direction !== 'NEUTRAL' && normalisation.method !== 'NONE',
    undefinedWhen:
      input.undefinedWhen === undefined
        ? kpi.undefinedWhen
        : (input.undefinedWhen as NotComputableReason | null),
    weight: input.weight ?? kpi.weight,
    translationStatus: restateTranslations(
      kpi.translationStatus,
      { name: kpi.name, description: kpi.description, methodologyHelp: kpi.methodologyHelp ?? null, guidance: kpi.guidance, ...namesOf(kpi.subMeasures) },
      { ...texts, ...namesOf(subMeasures) },
    ),
  } // prettier-ignore
  return { ...edited, relation: relationTo(ancestor, edited, kpi.relation) }
}

const nameOf = (kpi: UnlinkedKpi, code: string): Texts | null =>
  kpi.subMeasures.find((each) => each.code === code)?.name ?? null

const namesOf = (subMeasures: UnlinkedKpi['subMeasures']): Record<string, Texts> =>
  Object.fromEntries(subMeasures.map(({ code, name }) => [`subMeasures.${code}`, name]))

const bindingOf = ({ symbol, element, period, role }: ElementBinding): ElementBinding => ({
  symbol, element, period, role,
}) // prettier-ignore

/** A scoring as typed; what its method does not know is left out. */
export function normalisationOf({
  method,
  floor,
  goal,
  target,
  maxDistance,
}: NormalisationInput): Normalisation {
  if (method === 'LINEAR') return { method, floor: floor ?? '', goal: goal ?? '' }
  if (method === 'DISTANCE') return { method, target: target ?? '', maxDistance: maxDistance ?? '' }
  return { method }
}
