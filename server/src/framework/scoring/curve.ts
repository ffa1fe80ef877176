import type { KpiDefinition } from '../definition'
import { Decimal, formatResult, toDecimal, type DecimalString } from '#platform/decimal'
import { isScorable, kpiScore } from './kpi-score'

/** A value with its score; the score is null where the KPI has none. */
export interface ScorePoint {
  readonly value: DecimalString
  readonly score: DecimalString | null
}

type Scoring = Pick<KpiDefinition, 'direction' | 'normalisation' | 'scored'>

/**
 * The corners of the line from value to score: both methods are straight between them. A quarter of the scale is added
 * on either side, so that the flat ends show. Empty for a KPI without a score.
 */
export function scoringCurve(kpi: Scoring): readonly ScorePoint[] {
  if (!isScorable(kpi)) return []
  const corners = cornersOf(kpi)
  const [first, last] = [corners[0], corners.at(-1)]
  if (!first || !last || first.eq(last)) return []
  const air = last.sub(first).div(4)
  return [first.sub(air), ...corners, last.add(air)].map((value) => {
    const text = formatResult(value)
    return { value: text, score: kpiScore(kpi, text)?.score ?? null }
  })
}

function cornersOf({ normalisation }: Scoring): readonly Decimal[] {
  if (normalisation.method === 'LINEAR') {
    return [toDecimal(normalisation.floor), toDecimal(normalisation.goal)].toSorted((a, b) =>
      a.cmp(b),
    )
  }
  if (normalisation.method === 'DISTANCE') {
    const target = toDecimal(normalisation.target)
    const most = toDecimal(normalisation.maxDistance)
    return [target.sub(most), target, target.add(most)]
  }
  return []
}

/** Values to show beside the curve where nobody names any: its corners and the middle between each two. */
export function tableValues(kpi: Scoring): readonly DecimalString[] {
  const corners = scoringCurve(kpi).slice(1, -1)
  return corners.flatMap(({ value }, index) => {
    const next = corners[index + 1]
    if (!next) return [value]
    return [value, formatResult(new Decimal(value).add(next.value).div(2))]
  })
}
