/** Where the nodes of a version come from: links to the version before, and what they mean for series. */
import { KpiLineageFields, VersionLineageFields } from './lineage.query'
import { LineagePayloadFields } from './lineage.payload'
import { LineageReset } from './lineage-reset'
import { LineageSet } from './lineage-set'
import { NodeLineageFields } from './node-lineage'

export { checkFileLineage } from './check-file-lineage'
export { PLACE, SCORING, WORDS, changedFields, isPlaced } from './changed-fields'
export { composeLineage, publishedLineage } from './compose'
export { convertMean } from './convert-mean'
export { convertValue } from './convert-value'
export { Comparability, LineageKind } from './enums'
export { findLineage } from './find-lineage'
export { isBreak, nodeOf, nodesOf, KINDS, type LineageLink } from './lineage'
export { lineageProblems } from './lineage-checks'
export { statedLineage } from './lineage.rows'
export { NodeLineage, type LineageRow } from './node-lineage'
export { baseOf, keyOf, lineageOf } from './of-version'
export { canRecompute } from './recompute'
export { restateLineage } from './restate'
export { statementKey } from './statements'

export const lineageResolvers = [
  VersionLineageFields,
  KpiLineageFields,
  NodeLineageFields,
  LineageSet,
  LineageReset,
  LineagePayloadFields,
]
