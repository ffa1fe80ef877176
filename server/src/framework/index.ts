/**
 * The framework: versions with their dimensions, outcomes, KPIs and data elements, the catalogue in
 * memory, and the life cycle from draft to retirement. Published versions never change.
 */
import { FrameworkVersionApprovalRecord } from './approval-record'
import { describedResolvers } from './described.query'
import { DataElementFields } from './data-element'
import { DataElementUpdate } from './data-element-update'
import { DimensionUpdate } from './dimension-update'
import { ExpectedOutcomeFields } from './expected-outcome'
import { ExpectedOutcomeUpdate } from './expected-outcome-update'
import { FrameworkChangeUndo } from './change/change-undo'
import { FrameworkHistory } from './change/change.query'
import { FrameworkChangeFields } from './change/framework-change'
import { FormulaCheckFields, FormulaCheckQuery } from './formula-check'
import { FrameworkApprovalFields } from './framework-approval'
import { FrameworkRemarkFields } from './framework-remark'
import { FrameworkVersion } from './framework-version'
import { FrameworkVersionFields, FrameworkVersionQuery } from './framework-version.query'
import { FrameworkVersionPayloadFields } from './framework-version.payload'
import { InstrumentUpdate } from './instrument-update'
import { SubMeasureFields } from './kpi-parts'
import { KpiSamplesSet } from './kpi-samples-set'
import { differenceResolvers } from './difference'
import { dryRunResolvers } from './dry-run'
import { lineageResolvers } from './lineage'
import { KpiUpdate } from './kpi-update'
import { mappingResolvers } from './mapping'
import { proposalResolvers } from './proposal'
import { KpiPayloadFields } from './kpi.payload'
import { KpiFields, KpiQuery } from './kpi.query'
import {
  DataElementUpdatePayloadFields,
  DimensionUpdatePayloadFields,
  ExpectedOutcomeUpdatePayloadFields,
  InstrumentUpdatePayloadFields,
} from './node.payload'
import { FrameworkNodeCreate } from './node/node-create'
import { FrameworkNodeMove } from './node/node-move'
import { FrameworkNodeRemove } from './node/node-remove'
import { FrameworkNodePayloadFields } from './node/node.payload'
import {
  FrameworkPresenceFields,
  FrameworkPresenceNote,
  FrameworkPresencePayloadFields,
} from './presence/presence'
import {
  DataElementRelations,
  InstrumentRelations,
  KpiRelations,
  OutcomeRelations,
} from './relations.query'
import { FrameworkRemarkAdd } from './remark-add'
import { ReasonCodeFields, ScaleLevelFields } from './scale'
import { ScoringCheckQuery } from './scoring/scoring-check'
import { SdgFields } from './sdg'
import { FrameworkSearch, FrameworkSearchHitFields } from './search/framework-search'
import { validationRuleResolvers } from './validation-rule'
import { translationResolvers } from './translation'
import { FrameworkVersionApprove } from './version-approve'
import { FrameworkVersionCreate } from './version-create'
import { FrameworkVersionPublish } from './version-publish'
import { FrameworkVersionRetire } from './version-retire'
import { FrameworkVersionReturn } from './version-return'
import { FrameworkVersionSubmit } from './version-submit'
import { FrameworkVersionUpdate } from './version-update'

export { comparedVersions, differenceDocument } from './difference'
export { Catalogue, catalogueOf, loadCatalogue, refreshCatalogue, snapshotOf } from './catalogue'
export { BrokenCatalogue, type CatalogueProblem } from './catalogue-file'
export { inputOf } from './command-input'
export { checkCatalogue } from './check-catalogue'
export { checkRetiredCodes } from './retired-codes'
export { retiredCodes } from './node/retired-code'
export { longestOf } from './text-length'
export { mergeMappings } from './mapping/file-mappings'
export { canonical, contentHashOf } from './content-hash'
export { contentHashNow } from './content-now'
export { copyVersion } from './copy-version'
export {
  KpiImpact,
  measureImpactBy,
  type Impact,
  type ImpactSubject,
  type KpiImpactFacts,
  type SeriesFate,
  type ToldCount,
} from './dry-run'
export {
  Comparability,
  NodeLineage,
  baseOf,
  checkFileLineage,
  canRecompute,
  changedFields,
  composeLineage,
  isPlaced,
  keyOf,
  convertMean,
  convertValue,
  isBreak,
  lineageOf,
  publishedLineage,
  statementKey,
  type LineageLink,
} from './lineage'
export { DataElement } from './data-element'
export { Dimension } from './dimension'
export * from './enums'
export { ExpectedOutcome } from './expected-outcome'
export { catalogueOfSnapshot } from './export-catalogue'
export { followPublications } from './follow-publications'
export { FrameworkVersion } from './framework-version'
export { snapshotByCode } from './framework-version.query'
export type { CatalogueFile } from './catalogue-file'
export { importCatalogue, type ImportOptions, type ImportedVersion } from './import-catalogue'
export { Instrument } from './instrument'
export { canCreate, canDerive, canEdit } from './policies'
export { replaceContent } from './replace-content'
export { Kpi } from './kpi'
export { KpiElementInput, NormalisationInput } from './kpi.input'
export { normalisationOf } from './edit-kpi'
export { FormulaProblem } from './formula-check'
export { scoringProblems } from './kpi-checks'
export { canCheckFormulas } from './policies'
export { proposalsById } from './proposal/proposal.rows'
export { ReasonCode, Scale, ScaleLevel } from './scale'
export { Sdg } from './sdg'
export type {
  DataElementNode,
  DimensionNode,
  GuidedSnapshot,
  InstrumentNode,
  KpiNode,
  OutcomeNode,
  VersionHead,
  VersionSnapshot,
} from './snapshot'
export { translationPackages } from './translation'
export { ruleProblems } from './validation-rule/rule-problems'
export { ValidationRuleContentInput, ruleOfInput } from './validation-rule/rule.input'
export { isWebAddress } from './web-address'
export { loadGuided, loadSnapshot, snapshotsById } from './snapshot.rows'

/** Entities the unit of work may change. */
export const frameworkEntities = [FrameworkVersion]

/** Resolvers of the noun. */
export const frameworkResolvers = [
  FrameworkVersionQuery,
  FrameworkVersionFields,
  KpiQuery,
  KpiFields,
  KpiRelations,
  OutcomeRelations,
  DataElementRelations,
  InstrumentRelations,
  ExpectedOutcomeFields,
  DataElementFields,
  SubMeasureFields,
  ScaleLevelFields,
  ReasonCodeFields,
  SdgFields,
  FrameworkApprovalFields,
  FrameworkRemarkFields,
  ...describedResolvers,
  FormulaCheckQuery,
  FormulaCheckFields,
  ScoringCheckQuery,
  ...validationRuleResolvers,
  FrameworkVersionCreate,
  FrameworkVersionUpdate,
  FrameworkVersionSubmit,
  FrameworkVersionReturn,
  FrameworkRemarkAdd,
  FrameworkVersionApprove,
  FrameworkVersionApprovalRecord,
  FrameworkVersionPublish,
  FrameworkVersionRetire,
  FrameworkVersionPayloadFields,
  DimensionUpdate,
  DimensionUpdatePayloadFields,
  ExpectedOutcomeUpdate,
  ExpectedOutcomeUpdatePayloadFields,
  DataElementUpdate,
  DataElementUpdatePayloadFields,
  InstrumentUpdate,
  InstrumentUpdatePayloadFields,
  FrameworkNodeCreate,
  FrameworkNodeMove,
  FrameworkNodeRemove,
  FrameworkNodePayloadFields,
  FrameworkChangeUndo,
  FrameworkChangeFields,
  FrameworkHistory,
  FrameworkPresenceNote,
  FrameworkPresenceFields,
  FrameworkPresencePayloadFields,
  FrameworkSearch,
  FrameworkSearchHitFields,
  KpiUpdate,
  KpiSamplesSet,
  KpiPayloadFields,
  ...translationResolvers,
  ...lineageResolvers,
  ...dryRunResolvers,
  ...differenceResolvers,
  ...mappingResolvers,
  ...proposalResolvers,
]
