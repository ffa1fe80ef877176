import type { KpiDefinition } from '#framework/definition'
import { formatResult, toDecimal, type Decimal, type DecimalString } from '#platform/decimal'

/**
 * Performance gap of a value to a chosen reference, in the unit of the KPI; positive means behind the reference. For
 * a KPI with a target both distances to it are compared. Null without one of the two, and for a neutral KPI, where
 * more is neither better nor worse.
 */
export function performanceGap(
  kpi: Pick<KpiDefinition, 'direction' | 'normalisation'>,
  value: DecimalString | null,
  reference: DecimalString | null,
): DecimalString | null {
  if (value === null || reference === null) return null
  const gap = adjusted(kpi, toDecimal(value), toDecimal(reference))
  return gap && formatResult(gap)
}

function adjusted(
  { direction, normalisation }: Pick<KpiDefinition, 'direction' | 'normalisation'>,
  value: Decimal,
  reference: Decimal,
): Decimal | null {
  switch (direction) {
    case 'HIGHER':
      return reference.sub(value)
    case 'LOWER':
      return value.sub(reference)
    case 'TARGET':
      if (normalisation.method !== 'DISTANCE') return null
      return value.sub(normalisation.target).abs().sub(reference.sub(normalisation.target).abs())
    case 'NEUTRAL':
      return null
  }
}
