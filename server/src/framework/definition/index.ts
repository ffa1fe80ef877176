/**
 * The framework as plain data: what a catalogue file holds and what a published version keeps in memory. Everything
 * here survives JSON, and decimals are strings.
 */
import type { DecimalString } from '#platform/decimal'

/** A language the product speaks. */
export type LocaleCode = 'en' | 'fr'

/** One text in each language. */
export type LocalizedText = Readonly<Record<LocaleCode, string>>

/** T is the reporting year of the cycle, T-1 the year before it. */
export type Period = 'T' | 'T-1'

export type KpiKind = 'RATIO' | 'VARIATION' | 'COUNT' | 'DURATION' | 'ORDINAL' | 'BINARY'
export type Direction = 'HIGHER' | 'LOWER' | 'TARGET' | 'NEUTRAL'
export type ValueType = 'COUNT' | 'MONEY' | 'DECIMAL' | 'LEVEL' | 'BOOLEAN'
export type ElementRole = 'NUMERATOR' | 'DENOMINATOR' | 'CURRENT' | 'BASE' | 'VALUE'
export type NotComputableReason = 'DENOMINATOR_ZERO' | 'BASE_ZERO'
export type ResponseState =
  'PENDING' | 'REPORTED' | 'NOT_APPLICABLE' | 'NOT_AVAILABLE' | 'NOT_COMPUTABLE'

/** How a value becomes a score from 0 to 100. */
export type Normalisation =
  | { readonly method: 'LINEAR'; readonly floor: DecimalString; readonly goal: DecimalString }
  | {
      readonly method: 'DISTANCE'
      readonly target: DecimalString
      readonly maxDistance: DecimalString
    }
  | { readonly method: 'NONE' }

/** Binds a symbol of the formula to a data element in one of the two years. */
export interface ElementBinding {
  readonly symbol: string
  readonly element: string
  readonly period: Period
  readonly role: ElementRole
}

/** A part of the headline that is shown beside it, such as import and export. */
export interface SubMeasureDefinition {
  readonly code: string
  readonly name: LocalizedText
  readonly formula: string
  readonly unit: string
}

/** What computing and scoring need to know of a KPI. */
export interface KpiDefinition {
  readonly code: string
  readonly outcome: string
  readonly order: number
  readonly weight: DecimalString
  readonly name: LocalizedText
  readonly description: LocalizedText
  readonly kind: KpiKind
  readonly unit: string
  /** Decimals of the display; the stored value is never rounded. */
  readonly decimals: number
  readonly direction: Direction
  readonly range: { readonly min: DecimalString | null; readonly max: DecimalString | null }
  readonly scored: boolean
  readonly normalisation: Normalisation
  readonly formula: string
  readonly undefinedWhen: NotComputableReason | null
  readonly elements: readonly ElementBinding[]
  readonly subMeasures: readonly SubMeasureDefinition[]
  readonly instruments: readonly string[]
  readonly scale?: string | null
  /** How to measure and where the figures usually come from; null while nobody has written it. */
  readonly methodologyHelp?: LocalizedText | null
}

/** One fact asked of the administration, or derived by the system. */
export interface DataElementDefinition {
  readonly code: string
  readonly label: LocalizedText
  readonly description: LocalizedText
  readonly valueType: ValueType
  readonly unit: string
  readonly nature: 'FLOW' | 'STOCK'
  readonly origin: 'ENTERED' | 'DERIVED'
  readonly min: DecimalString | null
  readonly max: DecimalString | null
  readonly integer: boolean
  readonly scale?: string | null
  readonly periods: readonly Period[]
  readonly usedBy: readonly string[]
}

/** What a finding about figures means: impossible, unlikely, or a consequence to know. */
export type CheckLevel = 'BLOCK' | 'WARN' | 'INFO'

interface RuleOfAnyType {
  readonly code: string
  readonly level: CheckLevel
  readonly kpis: readonly string[]
}

/** A cross-check of figures, kept as data of the framework version. */
export type ValidationRuleDefinition = RuleOfAnyType &
  (
    | { readonly type: 'PART_OF_WHOLE'; readonly part: string; readonly whole: string }
    | { readonly type: 'LARGE_CHANGE'; readonly element: string; readonly percent: DecimalString }
    | { readonly type: 'POSITIVE_BASE'; readonly element: string; readonly period: Period }
    | {
        readonly type: 'RANGE'
        readonly element: string
        readonly min: DecimalString | null
        readonly max: DecimalString | null
      }
    | {
        readonly type: 'CONSISTENCY'
        /** Formulas over codes of data elements; a code without a period stands for the year that is checked. */
        readonly left: string
        readonly comparison: Comparison
        readonly right: string
        /** Difference in percent of the right side that is still let through. */
        readonly tolerance: DecimalString
      }
  )

/** How the left side of a consistency rule must stand to the right one. */
export type Comparison = 'EQUAL' | 'AT_MOST' | 'AT_LEAST'

export interface DimensionDefinition {
  readonly code: string
  readonly order: number
  readonly weight: DecimalString
  readonly name: LocalizedText
}

export interface OutcomeDefinition {
  readonly code: string
  readonly dimension: string
  readonly order: number
  readonly weight: DecimalString
  readonly name: LocalizedText
  readonly sdgs: readonly number[]
  readonly instruments: readonly string[]
}

export interface InstrumentDefinition {
  readonly code: string
  readonly name: LocalizedText
}

export interface ScoringMethodDefinition {
  readonly code: string
  readonly version: number
  readonly status: string
  readonly minCoverage: DecimalString
  readonly requireAllDimensions: boolean
}

/** The parts of a framework version that figures and scores are computed from. */
export interface FrameworkDefinition {
  readonly version: { readonly code: string; readonly scoringMethod: ScoringMethodDefinition }
  readonly dimensions: readonly DimensionDefinition[]
  readonly outcomes: readonly OutcomeDefinition[]
  readonly kpis: readonly KpiDefinition[]
  readonly dataElements: readonly DataElementDefinition[]
  readonly rules: readonly ValidationRuleDefinition[]
  readonly instruments: readonly InstrumentDefinition[]
}
