import { trimZeros } from '#platform'
import { isDecimal } from '#platform/decimal'
import type { CatalogueFile } from '../catalogue-file'
import { canonical } from '../content-hash'
import { inMappingOrder } from '../mapping/mapping'
import type { GuidedSnapshot, VersionSnapshot } from '../snapshot'

type Entry = Readonly<Record<string, unknown>> & { readonly code: string }

/**
 * The nodes of a catalogue as a draft developed from `base` would have them, as far as lineage asks for them.
 * Nothing is linked, so that it can be asked of a catalogue with mistakes in it.
 */
export function nodesOfFile(
  file: CatalogueFile,
  base: GuidedSnapshot,
  draft: GuidedSnapshot | null,
): VersionSnapshot {
  const instruments = file.instruments.map(({ code }) => code)
  const outcomes = file.outcomes.map((entry) => ({
    ...plain(entry),
    mappings: inMappingOrder(entry.mappings ?? [], instruments).map(
      ({ kind, target, strength = null, rationale = null }) => ({ kind, target, strength, rationale }),
    ),
  })) // prettier-ignore
  const kpis = file.kpis.map((entry) => {
    const known = draft ? draft.kpiByCode.get(entry.code)?.ancestorId : undefined
    const ancestor = known ? base.kpiById.get(known) : base.kpiByCode.get(entry.code)
    const guidance = ancestor && (base.guidance.get(ancestor.code) ?? null)
    const isGuidedAlike = canonical(guidance ?? null) === canonical(entry.guidance ?? null)
    return {
      ...plain(entry),
      range: { min: trimmed(entry.range?.min), max: trimmed(entry.range?.max) },
      maxDisclosureLevel: entry.maxDisclosureLevel ?? 'PUBLIC',
      sdgTargets: entry.sdgTargets ?? [],
      ancestorId: ancestor?.id ?? null,
      relation: !ancestor || isGuidedAlike ? 'SAME' : 'REWORDED',
    }
  })
  const lists = {
    dimensions: file.dimensions.map(plain),
    outcomes,
    kpis,
    dataElements: file.dataElements.map((entry) => ({
      ...plain(entry),
      min: trimmed(entry.min),
      max: trimmed(entry.max),
    })),
    instruments: file.instruments.map(plain),
  }
  return {
    ...lists,
    dimensionByCode: byCode(lists.dimensions),
    outcomeByCode: byCode(lists.outcomes),
    kpiByCode: byCode(lists.kpis),
    elementByCode: byCode(lists.dataElements),
    instrumentByCode: byCode(lists.instruments),
  } as unknown as VersionSnapshot
}

const plain = (entry: object): Entry => {
  const { weight, ...rest } = entry as Entry
  return { ...rest, ...(weight === undefined ? {} : { weight: trimmed(weight) }) } as Entry
}

const trimmed = (value: unknown) =>
  typeof value === 'string' && isDecimal(value) ? trimZeros(value) : (value ?? null)

const byCode = <T extends { readonly code: string }>(entries: readonly T[]) =>
  new Map(entries.map((entry) => [entry.code, entry]))
