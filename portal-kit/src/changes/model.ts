/** One part of an answer that is not what it was, as the server tells it. */
export interface ChangedPart {
  readonly part: string
  readonly subject?: string | null
  readonly year?: number | null
  readonly before?: string | null
  readonly after?: string | null
}

/** What the words for a changed KPI ask of the framework. */
export interface ChangedKpi {
  readonly unit: string
  readonly decimals: number
}

/** One line in words: what it is about, what stood there and what stands there now; null for nothing. */
export interface ChangeLine {
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

/** The fewest decimals from `least` on at which two numbers are written differently. */
export function decimalsTellingApart(
  before: string,
  after: string,
  least: number,
  write: (value: string, decimals: number) => string,
): number {
  const most = Math.max(least, decimalsOf(before), decimalsOf(after))
  let decimals = least
  while (decimals < most && write(before, decimals) === write(after, decimals)) decimals += 1
  return decimals
}

const decimalsOf = (value: string) => value.split('.')[1]?.length ?? 0
