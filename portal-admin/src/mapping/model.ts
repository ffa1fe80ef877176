import { readFragment } from '../generated'
import type { FragmentType } from '../generated'
import { MappedOutcome } from './documents'
import type { Mapped } from './matrix'

export type Kind = 'SDG' | 'INSTRUMENT'

/** A mapping with everything the side panel shows. */
export interface MappingEntry extends Mapped {
  readonly kind: Kind
  /** Empty where English is served in its place. */
  readonly fr: string
  readonly provenance: string
}

/** The mappings of one outcome, of one kind. */
export function entriesOf(
  kind: Kind,
  masked: FragmentType<typeof MappedOutcome>,
): readonly MappingEntry[] {
  const outcome = readFragment(MappedOutcome, masked)
  const plain = (
    each: (typeof outcome.sdgMappings | typeof outcome.instrumentMappings)[number],
  ) => ({
    kind,
    outcome: outcome.code,
    strength: each.strength ?? null,
    version: each.version,
    en: each.rationaleEn ?? '',
    fr: each.frenchIn === 'FR' ? (each.rationaleFr ?? '') : '',
    provenance: each.provenance.status,
  })
  return kind === 'SDG'
    ? outcome.sdgMappings.map((each) => ({
        ...plain(each),
        column: String(each.sdg.goal),
        target: each.sdgTarget?.code ?? String(each.sdg.goal),
      }))
    : outcome.instrumentMappings.map((each) => ({
        ...plain(each),
        column: each.instrument.code,
        target: each.instrument.code,
      }))
}
