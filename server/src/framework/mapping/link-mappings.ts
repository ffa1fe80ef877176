import type {
  InstrumentMappingNode,
  InstrumentNode,
  OutcomeMappingNode,
  SdgMappingNode,
  SdgNode,
} from '../snapshot'
import { goalsOf, inMappingOrder, instrumentsOf } from './mapping'
import { goalOf, sdgTargetByCode } from './sdg-targets'

/** The mappings of an outcome in their order, linked to what they name, with the codes that follow. */
export function linkMappings(
  given: readonly OutcomeMappingNode[],
  sdgs: ReadonlyMap<number, SdgNode>,
  instruments: ReadonlyMap<string, InstrumentNode>,
) {
  const order = [...instruments.keys()]
  const mappings = inMappingOrder(given, order)
  return {
    mappings,
    sdgs: goalsOf(mappings),
    instruments: instrumentsOf(mappings, order),
    sdgMappings: mappings.flatMap((mapping): SdgMappingNode[] => {
      const sdg = mapping.kind === 'SDG' ? sdgs.get(goalOf(mapping.target)) : undefined
      return sdg
        ? [{ ...mapping, sdg, sdgTarget: sdgTargetByCode.get(mapping.target) ?? null }]
        : []
    }),
    instrumentMappings: mappings.flatMap((mapping): InstrumentMappingNode[] => {
      const instrument = mapping.kind === 'INSTRUMENT' && instruments.get(mapping.target)
      return instrument ? [{ ...mapping, instrument }] : []
    }),
  }
}
