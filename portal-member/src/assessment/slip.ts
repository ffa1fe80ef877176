const FAR = 10

/** How many times a figure is the one of the last cycle, where it is ten times more or less; null else. */
export function slipFactor(value: string | null, earlier: string): number | null {
  if (value === null) return null
  const [now, before] = [Math.abs(Number(value)), Math.abs(Number(earlier))]
  if (now === 0 || before === 0) return null
  const factor = now / before
  return factor >= FAR || factor <= 1 / FAR ? factor : null
}
