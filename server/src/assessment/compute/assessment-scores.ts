import type { FrameworkDefinition, ResponseState } from '#framework/definition'
import { Decimal, toDecimal, type DecimalString } from '#platform/decimal'
import { isScorable, kpiScore, type ScoreTrace } from '#framework/scoring'
import { dimensionScore, outcomeScore, overallScore, type NamedScore } from './roll-up'
import type { RolledUpScore } from './roll-up'

/** State and value of one KPI response. */
export interface ScoredResponse {
  readonly state: ResponseState
  readonly value: DecimalString | null
}

/** All scores of one assessment, from the KPIs up, with the method that made them. */
export interface AssessmentScores {
  readonly method: { readonly code: string; readonly version: number; readonly status: string }
  readonly kpis: Readonly<Record<string, ScoreTrace | null>>
  readonly outcomes: readonly NamedScore[]
  readonly dimensions: readonly NamedScore[]
  readonly overall: RolledUpScore
}

/**
 * Scores of an assessment by its framework version. A KPI without a response counts as PENDING. The least coverage of
 * the cycle, in per cent, raises the one of the version.
 */
export function assessmentScores(
  framework: Pick<FrameworkDefinition, 'version' | 'dimensions' | 'outcomes' | 'kpis'>,
  responses: Readonly<Record<string, ScoredResponse | undefined>>,
  leastCoverage: number | null = null,
): AssessmentScores {
  const { code, version, status } = framework.version.scoringMethod
  const minCoverage = Decimal.max(
    toDecimal(framework.version.scoringMethod.minCoverage),
    new Decimal(leastCoverage ?? 0).div(100),
  ).toFixed() as DecimalString
  const responseOf = (kpi: string): ScoredResponse =>
    responses[kpi] ?? { state: 'PENDING', value: null }

  const kpis = Object.fromEntries(
    framework.kpis.map((kpi) => {
      const { state, value } = responseOf(kpi.code)
      return [kpi.code, state === 'REPORTED' ? kpiScore(kpi, value) : null]
    }),
  )
  const outcomes = framework.outcomes.map((outcome) => {
    const parts = framework.kpis
      .filter((kpi) => kpi.outcome === outcome.code)
      .map((kpi) => ({
        code: kpi.code,
        weight: kpi.weight,
        scorable: isScorable(kpi),
        state: responseOf(kpi.code).state,
        score: kpis[kpi.code]?.score ?? null,
      }))
    return { ...outcome, scored: outcomeScore(parts, minCoverage) }
  })
  const dimensions = framework.dimensions.map((dimension) => {
    const parts = outcomes
      .filter((outcome) => outcome.dimension === dimension.code)
      .map((outcome) => ({ code: outcome.code, weight: outcome.weight, ...outcome.scored }))
    return { ...dimension, scored: dimensionScore(parts, minCoverage) }
  })
  const overall = overallScore(
    dimensions.map((dimension) => ({
      code: dimension.code,
      weight: dimension.weight,
      ...dimension.scored,
    })),
  )
  return {
    method: { code, version, status },
    kpis,
    outcomes: outcomes.map((outcome) => ({ code: outcome.code, ...outcome.scored })),
    dimensions: dimensions.map((dimension) => ({ code: dimension.code, ...dimension.scored })),
    overall,
  }
}
