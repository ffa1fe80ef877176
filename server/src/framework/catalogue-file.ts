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
    OutcomeDefinition & { readonly description: LocalizedText })[]
  readonly dataElements: readonly (Described & DataElementDefinition)[]
  readonly kpis: readonly (Described &
    KpiDefinition & {
      readonly guidance?: LocalizedText | null
      readonly samples?: unknown
      /** PUBLIC when nothing is said. */
      readonly maxDisclosureLevel?: DisclosureLevelCode
    })[]
  readonly rules: readonly ValidationRuleDefinition[]
}

/** One thing wrong with a catalogue, and the code of the entry it concerns. */
export interface CatalogueProblem {
  readonly at: string
  readonly message: string
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
