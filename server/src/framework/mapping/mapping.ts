import type { LocalizedText } from '../definition'
import type { TranslationStatus } from '../snapshot'
import { bySdgOrder, goalOf } from './sdg-targets'

export type MappingKind = 'SDG' | 'INSTRUMENT'

/** An outcome mapped to a goal, to a target of one, or to an instrument. */
export interface OutcomeMapping {
  readonly kind: MappingKind
  /** "9" for a goal, "9.1" for a target, else the code of an instrument of the version. */
  readonly target: string
  /** 1 indirect, 2 direct, 3 central; null where nobody has stated it. */
  readonly strength: number | null
  readonly rationale: LocalizedText | null
  readonly translationStatus: TranslationStatus
  readonly provenance: unknown
}

/** Goals that the mappings reach, each once. */
export const goalsOf = (mappings: readonly Pick<OutcomeMapping, 'kind' | 'target'>[]): number[] =>
  [...new Set(ofKind(mappings, 'SDG').map(({ target }) => goalOf(target)))].toSorted(
    (a, b) => a - b,
  )

/** Instruments that the mappings reach, in the order of the version. */
export const instrumentsOf = (
  mappings: readonly Pick<OutcomeMapping, 'kind' | 'target'>[],
  order: readonly string[],
): string[] => {
  const mapped = new Set(ofKind(mappings, 'INSTRUMENT').map(({ target }) => target))
  return order.filter((code) => mapped.has(code))
}

export const ofKind = <T extends Pick<OutcomeMapping, 'kind'>>(
  mappings: readonly T[],
  kind: MappingKind,
): T[] => mappings.filter((mapping) => mapping.kind === kind)

/** Mappings as they are listed: goals with their targets, then instruments in the order of the version. */
export function inMappingOrder<T extends Pick<OutcomeMapping, 'kind' | 'target'>>(
  mappings: readonly T[],
  instruments: readonly string[],
): T[] {
  const places = new Map(instruments.map((code, index) => [code, index]))
  return [
    ...ofKind(mappings, 'SDG').toSorted((a, b) => bySdgOrder(a.target, b.target)),
    ...ofKind(mappings, 'INSTRUMENT').toSorted(
      (a, b) => (places.get(a.target) ?? 0) - (places.get(b.target) ?? 0),
    ),
  ]
}

/** What a mapping says, without its keys: the part that the hash of a version covers. */
export const mappingContent = (mapping: OutcomeMapping): OutcomeMapping => {
  const { kind, target, strength, rationale, translationStatus, provenance } = mapping
  return { kind, target, strength, rationale, translationStatus, provenance }
}
