import type { DecimalString } from '#platform/decimal'
import type { ResponseState } from '#framework/definition'
import { Decimal, formatResult, toDecimal } from '#platform/decimal'

/** One KPI as an outcome sees it. */
export interface OutcomePart {
  readonly code: string
  readonly weight: DecimalString
  readonly scorable: boolean
  readonly state: ResponseState
  readonly score: DecimalString | null
}

/** How many of the parts that could be scored are scored: `scored` of `scorable`. */
export interface Coverage {
  readonly scored: number
  readonly scorable: number
}

/** Why a part of the framework has no score. */
export type NoScoreReason =
  'NOT_SCORED_AT_ALL' | 'NOTHING_APPLICABLE' | 'LOW_COVERAGE' | 'NO_WEIGHT' | 'DIMENSION_MISSING'

/** What one part added to a score; `share` is its weight among those that counted, null if it did not count. */
export interface Contribution {
  readonly code: string
  readonly weight: DecimalString
  readonly score: DecimalString | null
  readonly share: DecimalString | null
}

/** A score above the KPI: null with its reason, and the coverage in any case. */
export interface RolledUpScore {
  readonly score: DecimalString | null
  readonly reason: NoScoreReason | null
  readonly coverage: Coverage
  readonly contributions: readonly Contribution[]
}

export interface NamedScore extends RolledUpScore {
  readonly code: string
}

type Weighted = Pick<OutcomePart, 'code' | 'weight' | 'score'>

/**
 * Score of an outcome: weighted mean of its scored KPIs. What is not applicable leaves and the weights are
 * renormalised; what is not available, not computable or pending lowers the coverage.
 */
export function outcomeScore(
  parts: readonly OutcomePart[],
  minCoverage: DecimalString,
): RolledUpScore {
  const scorable = parts.filter((part) => part.scorable)
  const applicable = scorable.filter((part) => part.state !== 'NOT_APPLICABLE')
  const scored = applicable.filter((part) => part.state === 'REPORTED' && part.score !== null)
  const whenEmpty = scorable.length === 0 ? 'NOT_SCORED_AT_ALL' : 'NOTHING_APPLICABLE'
  return covered(parts, applicable.length, scored, minCoverage, whenEmpty)
}

/**
 * Score of a dimension: weighted mean of outcome scores, not of KPIs. Its coverage counts the outcomes that have an
 * applicable scorable KPI, and the same least coverage applies.
 */
export function dimensionScore(
  outcomes: readonly (NamedScore & { readonly weight: DecimalString })[],
  minCoverage: DecimalString,
): RolledUpScore {
  const applicable = outcomes.filter((outcome) => outcome.coverage.scorable > 0)
  const scored = applicable.filter((outcome) => outcome.score !== null)
  const never = outcomes.every((outcome) => outcome.reason === 'NOT_SCORED_AT_ALL')
  const whenEmpty = never ? 'NOT_SCORED_AT_ALL' : 'NOTHING_APPLICABLE'
  return covered(outcomes, applicable.length, scored, minCoverage, whenEmpty)
}

/** Overall score: the mean of all dimensions by their weights, null as soon as one of them has no score. */
export function overallScore(
  dimensions: readonly (NamedScore & { readonly weight: DecimalString })[],
): RolledUpScore {
  const scored = dimensions.filter((dimension) => dimension.score !== null)
  const coverage = { scored: scored.length, scorable: dimensions.length }
  return scored.length === dimensions.length
    ? mean(dimensions, scored, coverage)
    : without('DIMENSION_MISSING', dimensions, coverage)
}

function covered(
  all: readonly Weighted[],
  scorable: number,
  scored: readonly Weighted[],
  minCoverage: DecimalString,
  whenEmpty: NoScoreReason,
): RolledUpScore {
  const coverage = { scored: scored.length, scorable }
  if (scorable === 0) return without(whenEmpty, all, coverage)
  const needed = toDecimal(minCoverage).mul(scorable)
  return new Decimal(scored.length).lt(needed)
    ? without('LOW_COVERAGE', all, coverage)
    : mean(all, scored, coverage)
}

function mean(
  all: readonly Weighted[],
  scored: readonly Weighted[],
  coverage: Coverage,
): RolledUpScore {
  const weights = scored.reduce((sum, { weight }) => sum.add(toDecimal(weight)), new Decimal(0))
  if (weights.isZero()) return without('NO_WEIGHT', all, coverage)
  const total = scored.reduce(
    (sum, { weight, score }) => sum.add(toDecimal(weight).mul(toDecimal(score ?? ''))),
    new Decimal(0),
  )
  const counted = new Set(scored.map(({ code }) => code))
  return {
    score: formatResult(total.div(weights)),
    reason: null,
    coverage,
    contributions: all.map(({ code, weight, score }) =>
      counted.has(code)
        ? { code, weight, score, share: formatResult(toDecimal(weight).div(weights)) }
        : { code, weight, score, share: null },
    ),
  }
}

function without(
  reason: NoScoreReason,
  all: readonly Weighted[],
  coverage: Coverage,
): RolledUpScore {
  const contributions = all.map(({ code, weight, score }) => ({ code, weight, score, share: null }))
  return { score: null, reason, coverage, contributions }
}
