/**
 * What is published: releases in two editions, their audit, and figures over groups of
 * administrations.
 */
import { measureImpactBy } from '#framework'
import { BenchmarkFields, PeerGroupFields } from './benchmark.query'
import { FormulaPreviewQuery, PreviewChangeFields } from './formula-preview/formula-preview.query'
import { KpiImpactQuery } from './change-impact.query'
import { ReleaseBuild } from './release-build'
import { ReleaseDiscard } from './release-discard'
import { ReleaseEmbargo } from './release-embargo'
import { ReleasePublish } from './release-publish'
import { CycleReleaseFields, ReleasePayloadFields, ReleaseQuery } from './release.query'
import { ReleasedResponseFields } from './released-response.query'
import {
  KpiSeriesAnswerFields,
  KpiSeriesPointFields,
  KpiSeriesQuery,
} from './series/kpi-series.query'
import { measureImpact } from './version-impact'

measureImpactBy(measureImpact)

export { buildRelease } from './build/build-release'
export { analysisHandlers } from './handlers'
export { publishDueReleases } from './publish-due'
export { releasesById } from './release.rows'

export const analysisResolvers = [
  ReleaseQuery,
  CycleReleaseFields,
  ReleasePayloadFields,
  ReleasedResponseFields,
  KpiImpactQuery,
  BenchmarkFields,
  PeerGroupFields,
  KpiSeriesQuery,
  KpiSeriesPointFields,
  KpiSeriesAnswerFields,
  FormulaPreviewQuery,
  PreviewChangeFields,
  ReleaseBuild,
  ReleaseDiscard,
  ReleaseEmbargo,
  ReleasePublish,
]

/** Releases are written by statements, in one go for thousands of rows; no entity is needed. */
export const analysisEntities = []
