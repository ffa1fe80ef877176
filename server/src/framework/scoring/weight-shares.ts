import type { KpiDefinition } from '../definition'
import { Decimal, formatResult, toDecimal, type DecimalString } from '#platform/decimal'
import { isScorable } from './kpi-score'

type Weighted = Pick<KpiDefinition, 'code' | 'weight' | 'direction' | 'normalisation' | 'scored'>

interface WeightedOutcome {
  readonly code: string
  readonly weight: DecimalString
  readonly kpis: readonly Weighted[]
}

/** What one KPI counts for: in percent, null where it has no score. */
export interface WeightShare {
  readonly kpi: string
  readonly weight: DecimalString
  readonly shareOfOutcome: DecimalString | null
  readonly shareOfDimension: DecimalString | null
}

/**
 * Shares of the KPIs of an outcome when every KPI has a value. Where one does not apply, those of the others grow. An
 * outcome in which nothing can be scored has no part in its dimension.
 */
export function weightShares(
  outcome: WeightedOutcome,
  outcomesOfDimension: readonly WeightedOutcome[],
): readonly WeightShare[] {
  const inOutcome = totalOf(outcome.kpis.filter(isScorable))
  const inDimension = totalOf(outcomesOfDimension.filter(({ kpis }) => kpis.some(isScorable)))
  return outcome.kpis.map((kpi) => {
    const { code, weight } = kpi
    if (!isScorable(kpi) || inOutcome.isZero()) {
      return { kpi: code, weight, shareOfOutcome: null, shareOfDimension: null }
    }
    const share = toDecimal(weight).div(inOutcome)
    return {
      kpi: code,
      weight,
      shareOfOutcome: percent(share),
      shareOfDimension: inDimension.isZero()
        ? null
        : percent(share.mul(outcome.weight).div(inDimension)),
    }
  })
}

const totalOf = (parts: readonly { readonly weight: DecimalString }[]): Decimal =>
  parts.reduce((sum, { weight }) => sum.add(toDecimal(weight)), new Decimal(0))

const percent = (share: Decimal): DecimalString => formatResult(share.mul(100).toDecimalPlaces(10))
