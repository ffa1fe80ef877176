import type {
  DataElementDefinition,
  DimensionDefinition,
  KpiDefinition,
  LocalizedText,
  OutcomeDefinition,
  ScoringMethodDefinition,
  ValidationRuleDefinition,
} from './definition'
import type { DisclosureLevelCode } from './enums'
import type { LineageStatement } from './lineage/statements'
import type { FileMapping } from './mapping/file-mappings'

interface Described {
  readonly translationStatus: unknown
  readonly provenance: unknown
}

/** A framework version as a file holds it: the shape of `data/pmm-v1.json`. */
export interface CatalogueFile {
  readonly schema: 'pmm-catalogue/1'
  readonly kind: 'DEMONSTRATION' | 'OFFICIAL'
  readonly notice: LocalizedText | null
  readonly version: Described & {
    readonly code: string
    readonly name: LocalizedText
    readonly number: number
    readonly changeNotes?: LocalizedText | null
    /** Code of the version whose nodes the lineage names. */
    readonly lineageFrom?: string | null
    readonly scoringMethod: ScoringMethodDefinition
  }
  readonly scales: readonly { readonly code: string; readonly levels: readonly unknown[] }[]
  readonly reasonCodes: readonly {
    readonly code: string
    readonly state: string
    readonly label: LocalizedText
  }[]
  readonly sdgs: readonly { readonly goal: number }[]
  readonly instruments: readonly (Described & {
    readonly code: string
    readonly name: LocalizedText
  })[]
  readonly dimensions: readonly (Described &
    DimensionDefinition & { readonly description: LocalizedText })[]
  readonly outcomes: readonly (Described &
    OutcomeDefinition & {
      readonly description: LocalizedText
      /** Where it is left out, the codes of the outcome are its mappings, without strength. */
      readonly mappings?: readonly FileMapping[]
    })[]
  readonly sdgMappingProvenance?: unknown
  readonly dataElements: readonly (Described & DataElementDefinition)[]
  readonly kpis: readonly (Described &
    KpiDefinition & {
      readonly guidance?: LocalizedText | null
      readonly samples?: unknown
      readonly sdgTargets?: readonly string[]
      /** PUBLIC when nothing is said. */
      readonly maxDisclosureLevel?: DisclosureLevelCode
    })[]
  readonly rules: readonly ValidationRuleDefinition[]
  /** What people stated; what is left out follows from comparing with the base of the version. */
  readonly lineage?: readonly LineageStatement[]
}

/** One thing wrong with a catalogue, and the code of the entry it concerns. */
export interface CatalogueProblem {
  readonly at: string
  readonly message: string
  readonly french: string
  /** What kind of thing is wrong, where it has a name of its own. */
  readonly reason?: string
  /** The list the entry stands in and the field meant, where one is. */
  readonly place?: { readonly list: string; readonly field: string }
}

/** A catalogue that is refused as a whole, with every problem named. */
export class BrokenCatalogue extends Error {
  constructor(readonly problems: readonly CatalogueProblem[]) {
    super(problems.map(({ at, message }) => `${at}: ${message}`).join('\n'))
    this.name = 'BrokenCatalogue'
  }
}
