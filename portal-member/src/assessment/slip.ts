const FAR = 10
/** Beyond it the exact number says nothing more. */
const MOST = 1000

export interface Slip {
  readonly isAbove: boolean
  /** Whole number of times. */
  readonly times: number
  /** Whether it is more than that. */
  readonly isMore: boolean
}

/** How a figure stands to that of the last cycle, where it is ten times more or less; null else. */
export function slipOf(value: string | null, earlier: string): Slip | null {
  if (value === null) return null
  const [now, before] = [Math.abs(Number(value)), Math.abs(Number(earlier))]
  if (now === 0 || before === 0) return null
  const isAbove = now > before
  const times = isAbove ? now / before : before / now
  if (times < FAR) return null
  return { isAbove, times: Math.min(Math.round(times), MOST), isMore: times > MOST }
}
