import type { Provenance, Texts } from '#accounts'
import type {
  DataElementDefinition,
  DimensionDefinition,
  FrameworkDefinition,
  InstrumentDefinition,
  KpiDefinition,
  LocalizedText,
  OutcomeDefinition,
  Period,
  ResponseState,
  ElementRole,
  ScoringMethodDefinition,
  ValidationRuleDefinition,
} from './definition'
import type {
  DisclosureLevelCode,
  FrameworkVersionKind,
  FrameworkVersionStatus,
  KpiRelation,
} from './enums'
import type { FormulaPart } from './formula'
import type { LineageLink } from './lineage/lineage'
import type { OutcomeMapping } from './mapping/mapping'
import type { SdgTargetNode } from './mapping/sdg-targets'

/** A framework version without its content. */
export interface VersionHead {
  readonly id: string
  readonly code: string
  readonly number: number
  readonly kind: FrameworkVersionKind
  readonly status: FrameworkVersionStatus
  readonly baseVersionId: string | null
  readonly name: Texts
  readonly changeNotes: Texts | null
  readonly isDemonstration: boolean
  readonly notice: Texts | null
  readonly scoringMethod: ScoringMethod
  readonly scales: readonly ScaleNode[]
  readonly reasonCodes: readonly ReasonCodeNode[]
  readonly provenance: Provenance
  readonly translationStatus: TranslationStatus
  readonly contentHash: string | null
  readonly createdBy: string | null
  readonly submittedBy: string | null
  readonly approvedBy: string | null
  readonly publishedBy: string | null
  readonly createdAt: string
  readonly validFrom: string | null
  readonly publishedAt: string | null
  readonly retiredAt: string | null
  readonly version: number
}

export interface ScoringMethod extends ScoringMethodDefinition {
  readonly scale: { readonly min: string; readonly max: string }
  readonly steps: readonly string[]
  readonly provenance: Provenance
}

/** State per language, of the whole entry or of each of its texts. */
export type TranslationStatus = Readonly<Record<string, string | Readonly<Record<string, string>>>>

/** What each part of a version carries beside its definition. */
interface Node {
  readonly id: string
  readonly versionId: string
  /** Status of the version, which decides who may read the part. */
  readonly status: FrameworkVersionStatus
  /** Counts the edits of the part in its draft. */
  readonly version: number
}

interface DescribedNode extends Node {
  readonly translationStatus: TranslationStatus
  readonly provenance: Provenance
}

export interface DimensionNode extends DimensionDefinition, DescribedNode {
  readonly description: LocalizedText
  readonly outcomes: readonly OutcomeNode[]
}

export interface OutcomeNode extends OutcomeDefinition, DescribedNode {
  readonly description: LocalizedText
  readonly dimensionNode: DimensionNode
  readonly kpis: readonly KpiNode[]
  /** What the outcome is mapped to; the goals and instruments of the definition follow from it. */
  readonly mappings: readonly OutcomeMappingNode[]
  readonly sdgMappings: readonly SdgMappingNode[]
  readonly instrumentMappings: readonly InstrumentMappingNode[]
  readonly sdgNodes: readonly SdgNode[]
  readonly instrumentNodes: readonly InstrumentNode[]
}

export interface OutcomeMappingNode extends OutcomeMapping, Node {}

export interface SdgMappingNode extends OutcomeMappingNode {
  readonly sdg: SdgNode
  /** Null where the goal as a whole is meant. */
  readonly sdgTarget: SdgTargetNode | null
}

export interface InstrumentMappingNode extends OutcomeMappingNode {
  readonly instrument: InstrumentNode
}

export interface KpiNode extends KpiDefinition, DescribedNode {
  /** Joins the revisions of the KPI across versions. */
  readonly seriesId: string
  readonly ancestorId: string | null
  readonly relation: KpiRelation
  /** The widest level an answer may be opened to. */
  readonly maxDisclosureLevel: DisclosureLevelCode
  readonly samples: readonly KpiSample[]
  readonly outcomeNode: OutcomeNode
  readonly bindings: readonly KpiElementNode[]
  /** Codes of the targets the KPI serves, in their order. */
  readonly sdgTargets: readonly string[]
  readonly sdgNodes: readonly SdgNode[]
  readonly instrumentNodes: readonly InstrumentNode[]
  readonly scaleNode: ScaleNode | null
  /** The formula as a sentence part and as a drawing; null while a draft's formula cannot be read. */
  readonly words: LocalizedText | null
  readonly tree: FormulaPart | null
}

export interface KpiElementNode {
  readonly symbol: string
  readonly period: Period
  readonly role: ElementRole
  /** Null while a draft names an element that does not exist. */
  readonly element: DataElementNode | null
}

/** A sample calculation: the tests a formula carries with it. */
export interface KpiSample {
  readonly name: string
  readonly values: readonly { readonly symbol: string; readonly value: string | null }[]
  readonly expectedState: Extract<ResponseState, 'REPORTED' | 'PENDING' | 'NOT_COMPUTABLE'>
  readonly expectedValue: string | null
}

export interface DataElementNode extends DataElementDefinition, DescribedNode {
  readonly kpis: readonly KpiNode[]
  readonly scaleNode: ScaleNode | null
}

export interface InstrumentNode extends InstrumentDefinition, DescribedNode {
  readonly outcomes: readonly OutcomeNode[]
}

export type ValidationRuleNode = ValidationRuleDefinition & Node

export interface SdgNode {
  readonly goal: number
  readonly name: LocalizedText
  readonly translationStatus: TranslationStatus
  readonly provenance: Provenance
}

export interface ScaleNode {
  readonly code: string
  readonly levels: readonly { readonly level: number; readonly label: LocalizedText }[]
  readonly provenance: Provenance
}

export interface ReasonCodeNode {
  readonly code: string
  readonly state: ResponseState
  readonly label: LocalizedText
}

/**
 * One framework version with everything in it, linked and frozen, in every language. It is also the
 * definition that figures and scores are computed from.
 */
export interface VersionSnapshot extends FrameworkDefinition {
  readonly version: VersionHead
  readonly dimensions: readonly DimensionNode[]
  readonly outcomes: readonly OutcomeNode[]
  readonly kpis: readonly KpiNode[]
  readonly dataElements: readonly DataElementNode[]
  readonly instruments: readonly InstrumentNode[]
  readonly rules: readonly ValidationRuleNode[]
  readonly sdgs: readonly SdgNode[]
  readonly scales: readonly ScaleNode[]
  readonly reasonCodes: readonly ReasonCodeNode[]
  readonly dimensionByCode: ReadonlyMap<string, DimensionNode>
  readonly outcomeByCode: ReadonlyMap<string, OutcomeNode>
  readonly kpiByCode: ReadonlyMap<string, KpiNode>
  readonly kpiById: ReadonlyMap<string, KpiNode>
  readonly elementByCode: ReadonlyMap<string, DataElementNode>
  readonly instrumentByCode: ReadonlyMap<string, InstrumentNode>
  readonly reasonCodeByCode: ReadonlyMap<string, ReasonCodeNode>
  /** KPIs that use a data element, by the element's code. */
  readonly kpisOfElement: ReadonlyMap<string, readonly KpiNode[]>
}

/**
 * A version with what only reviewers and editors read of it. It is not shared in memory: whoever asks
 * for it reads it from the database, where the row policies decide.
 */
export interface GuidedSnapshot extends VersionSnapshot {
  /** Guidance for reviewers by the code of the KPI, where some is written. */
  readonly guidance: ReadonlyMap<string, LocalizedText>
  /** What people stated about where its nodes come from. */
  readonly stated: readonly LineageLink[]
}
