import { Decimal } from '#platform/decimal'

/** Group figures over this many administrations are shown finer and with their exact count. */
export const FINE_FROM = 20

const SMALL_COUNT = 10

/** How a KPI's group figures are rounded depends on its kind. */
export type RoundedKind = 'RATIO' | 'VARIATION' | 'COUNT' | 'DURATION' | 'ORDINAL' | 'BINARY'

/**
 * Rounds a group figure, always the same way and never with noise: percentages and levels to one
 * decimal from 20 administrations on and to whole units below; shares of yes answers likewise in per
 * cent; durations to two significant digits; counts to 5 or 10, small ones as levels.
 */
export function roundFigure(kind: RoundedKind, value: Decimal, n: number): string {
  const isFine = n >= FINE_FROM
  switch (kind) {
    case 'RATIO':
    case 'VARIATION':
    case 'ORDINAL':
      return plain(value.toDecimalPlaces(isFine ? 1 : 0, Decimal.ROUND_HALF_UP))
    case 'BINARY':
      return plain(value.toDecimalPlaces(isFine ? 3 : 2, Decimal.ROUND_HALF_UP))
    case 'DURATION':
      return value.isZero() ? '0' : plain(value.toSignificantDigits(2, Decimal.ROUND_HALF_UP))
    case 'COUNT': {
      // A mean of a few units would vanish in steps of 5; it is rounded as levels are.
      if (value.abs().lt(SMALL_COUNT)) {
        return plain(value.toDecimalPlaces(isFine ? 1 : 0, Decimal.ROUND_HALF_UP))
      }
      const step = isFine ? 5 : 10
      return plain(value.div(step).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(step))
    }
  }
}

/** The count as shown: exact from 20 on, a band below. */
export function shownCount(n: number): { n: number | null; nBand: string } {
  if (n >= FINE_FROM) return { n, nBand: '20+' }
  return { n: null, nBand: n >= 10 ? '10-19' : '5-9' }
}

// Half-up of a negative zero would print as "-0".
const plain = (value: Decimal) => (value.isZero() ? '0' : value.toFixed())
