import type { Provenance } from '#accounts'
import { statementsOf } from './lineage/statements'
import type { GuidedSnapshot } from './snapshot'

/**
 * A version in the shape of a catalogue file, with its keys and lists always in the same order: what
 * `importCatalogue` reads. Goals are in it because outcomes name them.
 */
export function catalogueOfSnapshot(snapshot: GuidedSnapshot, baseCode: string | null = null) {
  const { version, guidance } = snapshot
  return {
    schema: 'pmm-catalogue/1' as const,
    kind: version.isDemonstration ? ('DEMONSTRATION' as const) : ('OFFICIAL' as const),
    notice: version.notice,
    version: {
      code: version.code,
      name: version.name,
      number: version.number,
      changeNotes: version.changeNotes,
      lineageFrom: baseCode,
      scoringMethod: sourced(version.scoringMethod),
      ...described(version),
    },
    dimensions: snapshot.dimensions.map((node) => ({ ...weighted(node), ...described(node) })),
    outcomes: snapshot.outcomes.map((node) => ({
      ...weighted(node),
      dimension: node.dimension,
      sdgs: node.sdgs,
      instruments: node.instruments,
      mappings: node.mappings.map((mapping) => ({
        kind: mapping.kind,
        target: mapping.target,
        strength: mapping.strength,
        rationale: mapping.rationale,
        translationStatus: mapping.translationStatus,
        provenance: writtenProvenance(mapping.provenance as Provenance),
      })),
      ...described(node),
    })),
    kpis: snapshot.kpis.map((node) => ({
      ...weighted(node),
      outcome: node.outcome,
      methodologyHelp: node.methodologyHelp ?? null,
      guidance: guidance.get(node.code) ?? null,
      kind: node.kind,
      unit: node.unit,
      decimals: node.decimals,
      direction: node.direction,
      range: node.range,
      scored: node.scored,
      normalisation: node.normalisation,
      scale: node.scale ?? null,
      formula: node.formula,
      undefinedWhen: node.undefinedWhen,
      elements: node.elements,
      subMeasures: node.subMeasures,
      samples: node.samples,
      instruments: node.instruments,
      sdgTargets: node.sdgTargets,
      maxDisclosureLevel: node.maxDisclosureLevel,
      ...described(node),
    })),
    dataElements: snapshot.dataElements.map((node) => ({
      code: node.code,
      label: node.label,
      description: node.description,
      valueType: node.valueType,
      unit: node.unit,
      nature: node.nature,
      origin: node.origin,
      min: node.min,
      max: node.max,
      integer: node.integer,
      scale: node.scale ?? null,
      periods: node.periods,
      usedBy: node.usedBy,
      ...described(node),
    })),
    rules: snapshot.rules.map(
      ({ id: _, versionId: __, status: ___, version: ____, ...rule }) => rule,
    ),
    instruments: snapshot.instruments.map((node) => ({
      code: node.code,
      name: node.name,
      ...described(node),
    })),
    lineage: statementsOf(snapshot.stated),
    scales: snapshot.scales.map(sourced),
    reasonCodes: snapshot.reasonCodes,
    sdgs: snapshot.sdgs.map((node) => ({ goal: node.goal, name: node.name, ...described(node) })),
  }
}

interface Weighted {
  readonly code: string
  readonly order: number
  readonly weight: string
  readonly name: unknown
  readonly description?: unknown
}

const weighted = ({ code, order, weight, name, description }: Weighted) => ({
  code, order, weight, name, ...(description ? { description } : {}),
}) // prettier-ignore

interface Described {
  readonly translationStatus: unknown
  readonly provenance: Provenance
}

const described = ({ translationStatus, provenance }: Described) => ({
  translationStatus,
  provenance: writtenProvenance(provenance),
})

const sourced = <T extends { readonly provenance: Provenance }>(entry: T) => ({
  ...entry,
  provenance: writtenProvenance(entry.provenance),
})

// As the files of the repository write it, in words.
const writtenProvenance = ({ status, fields, sources, note }: Provenance) => ({
  status: status.toLowerCase().replaceAll('_', ' '),
  fields,
  sources,
  ...(note ? { note } : {}),
})
