interface Count {
  readonly kpiCode: string
  readonly open: number
}

/** Open threads by KPI, both circles together; KPIs without any are left out. */
export function openThreads(
  ...circles: readonly (readonly Count[])[]
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { kpiCode, open } of circles.flat()) {
    if (open > 0) sums.set(kpiCode, (sums.get(kpiCode) ?? 0) + open)
  }
  return sums
}
