/**
 * Position of a decimal string on an axis, in percent. Drawing is the one place where a figure becomes a
 * floating-point number; no computed figure comes back from here.
 */
export function positionOf(value: string, min: number, max: number): number {
  if (max <= min) return 0
  const share = (Number(value) - min) / (max - min)
  return 100 * Math.min(1, Math.max(0, share))
}

/** Ends of an axis that holds all values, with a little air; zero to hundred when they fit there and are wide. */
export function axisOf(values: readonly string[], fixed?: { min?: number; max?: number }) {
  const numbers = values.map(Number).filter(Number.isFinite)
  const low = Math.min(...numbers, Infinity)
  const high = Math.max(...numbers, -Infinity)
  if (!Number.isFinite(low)) return { min: fixed?.min ?? 0, max: fixed?.max ?? 100 }
  const air = (high - low || Math.abs(high) || 1) * 0.15
  return { min: fixed?.min ?? low - air, max: fixed?.max ?? high + air }
}

// Of the larger value: a smaller difference would look like a fall, and hardly is one.
const LEAST_SPAN = 0.02

/** The same where a line has no axis beside it that tells how little it means: the span is never tiny. */
export function calmAxisOf(values: readonly string[]) {
  const { min, max } = axisOf(values)
  const missing = LEAST_SPAN * Math.max(Math.abs(min), Math.abs(max)) - (max - min)
  return missing > 0 ? { min: min - missing / 2, max: max + missing / 2 } : { min, max }
}
