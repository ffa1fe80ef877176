import type { KpiDefinition, Normalisation } from '#framework/definition'
import {
  Decimal,
  formatDecimal,
  formatResult,
  toDecimal,
  type DecimalString,
} from '#platform/decimal'

/** How a score came out of a value. */
export interface ScoreTrace {
  readonly normalisation: Exclude<Normalisation, { readonly method: 'NONE' }>
  readonly value: DecimalString
  readonly formula: string
  readonly substituted: string
  readonly unclipped: DecimalString
  /** Whether the value lay outside the scale, so that the score was set to 0 or 100. */
  readonly clipped: boolean
  readonly score: DecimalString
}

/** A contradiction in how a KPI is to be scored. */
export type NormalisationProblem =
  | 'FLOOR_EQUALS_GOAL'
  | 'GOAL_AGAINST_DIRECTION'
  | 'MAX_DISTANCE_NOT_POSITIVE'
  | 'METHOD_AGAINST_DIRECTION'

type Scoring = Pick<KpiDefinition, 'direction' | 'normalisation' | 'scored'>

/** Whether a KPI is ever scored. Neutral ones are context: they have a value and a difference, nothing else. */
export function isScorable({ direction, normalisation, scored }: Scoring): boolean {
  return scored && direction !== 'NEUTRAL' && normalisation.method !== 'NONE'
}

/**
 * Score of a KPI value from 0 to 100 with its trace. Null without a value, for a KPI that is not scored, and where
 * the scale has no length, which `normalisationProblems` reports before a version is published.
 */
export function kpiScore(kpi: Scoring, value: DecimalString | null): ScoreTrace | null {
  const { normalisation } = kpi
  if (value === null || !isScorable(kpi) || normalisation.method === 'NONE') return null
  const position = normalisation.method === 'LINEAR' ? linear : distance
  const unclipped = position(normalisation, toDecimal(value))
  if (unclipped === null) return null

  const score = Decimal.max(0, Decimal.min(100, unclipped))
  return {
    normalisation,
    value,
    ...spelled(normalisation, value),
    unclipped: formatResult(unclipped),
    clipped: !score.eq(unclipped),
    score: formatResult(score),
  }
}

/** Everything that contradicts itself in the scoring of a KPI. */
export function normalisationProblems(kpi: Scoring): readonly NormalisationProblem[] {
  const { direction, normalisation } = kpi
  const expected = direction === 'NEUTRAL' ? 'NONE' : direction === 'TARGET' ? 'DISTANCE' : 'LINEAR'
  if (normalisation.method !== expected && (kpi.scored || direction === 'NEUTRAL')) {
    return ['METHOD_AGAINST_DIRECTION']
  }
  if (normalisation.method === 'DISTANCE') {
    return toDecimal(normalisation.maxDistance).gt(0) ? [] : ['MAX_DISTANCE_NOT_POSITIVE']
  }
  if (normalisation.method === 'NONE') return []
  const rise = toDecimal(normalisation.goal).sub(normalisation.floor)
  if (rise.isZero()) return ['FLOOR_EQUALS_GOAL']
  return rise.isNegative() === (direction === 'LOWER') ? [] : ['GOAL_AGAINST_DIRECTION']
}

function linear(normalisation: Normalisation, value: Decimal): Decimal | null {
  if (normalisation.method !== 'LINEAR') return null
  const length = toDecimal(normalisation.goal).sub(normalisation.floor)
  return length.isZero() ? null : value.sub(normalisation.floor).mul(100).div(length)
}

function distance(normalisation: Normalisation, value: Decimal): Decimal | null {
  if (normalisation.method !== 'DISTANCE') return null
  const most = toDecimal(normalisation.maxDistance)
  return most.isZero()
    ? null
    : new Decimal(1).sub(value.sub(normalisation.target).abs().div(most)).mul(100)
}

function spelled(
  normalisation: ScoreTrace['normalisation'],
  value: DecimalString,
): Pick<ScoreTrace, 'formula' | 'substituted'> {
  const v = operand(value)
  if (normalisation.method === 'DISTANCE') {
    const { target, maxDistance } = normalisation
    return {
      formula: '100*(1-abs(value-target)/maxDistance)',
      substituted: `100*(1-abs(${v}-${operand(target)})/${operand(maxDistance)})`,
    }
  }
  const [floor, goal] = [operand(normalisation.floor), operand(normalisation.goal)]
  return {
    formula: '100*(value-floor)/(goal-floor)',
    substituted: `100*(${v}-${floor})/(${goal}-${floor})`,
  }
}

function operand(text: DecimalString): string {
  const number = formatDecimal(toDecimal(text))
  return number.startsWith('-') ? `(${number})` : number
}
