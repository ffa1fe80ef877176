import { unit } from './prng.ts'

const MEAN_IN_TENTHS = 981
const LOWEST = 820
const HIGHEST = 1000

/**
 * Rates of electronic declarations of T = 2022 in tenths of a percent, whose mean is exactly 98.1 %.
 * Whole tenths keep the mean exact: each rate is a decimal that ends.
 */
export function electronicRates(administrations: readonly string[]): ReadonlyMap<string, number> {
  const rates = new Map(
    administrations.map((code) => [code, HIGHEST - Math.round(90 * unit('electronic', code) ** 4)]),
  )
  let missing = MEAN_IN_TENTHS * administrations.length - sum(rates.values())
  while (missing !== 0) {
    for (const [code, rate] of rates) {
      const moved = rate + Math.sign(missing)
      if (missing === 0 || rate === HIGHEST || moved < LOWEST || moved > HIGHEST) continue
      rates.set(code, moved)
      missing -= Math.sign(missing)
    }
  }
  return rates
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0)

/** The whole nearest to a target of which so many tenths of a percent are an integer. */
export function wholeFor(tenths: number, target: number): number {
  const step = HIGHEST / greatestCommonDivisor(tenths, HIGHEST)
  return step * Math.max(1, Math.round(target / step))
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b)
