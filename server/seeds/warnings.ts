import type { DemoValue, RuleInput } from './world.ts'

/** A warning that the figures raise and somebody has to explain. */
export type Warning = {
  readonly rule: RuleInput
  readonly rises: boolean
  /** Few cases, so that a handful more is a large change. */
  readonly few: boolean
}

const FEW = 40

export function warningsOf(
  rules: readonly RuleInput[],
  values: readonly DemoValue[],
  year: number,
): readonly Warning[] {
  const figures = new Map(values.map((v) => [`${v.element} ${v.year}`, Number(v.value)]))
  const of = (element: string | undefined, y: number) => figures.get(`${element} ${y}`)

  return rules.flatMap((rule) => {
    if (rule.level !== 'WARN') return []
    if (rule.type === 'PART_OF_WHOLE') {
      const part = of(rule.part, year)
      const whole = of(rule.whole, year)
      const fires = part !== undefined && whole !== undefined && part > whole
      return fires ? [{ rule, rises: true, few: false }] : []
    }
    const now = of(rule.element, year)
    const before = of(rule.element, year - 1)
    if (rule.type !== 'LARGE_CHANGE' || now === undefined || !before) return []
    const change = (100 * (now - before)) / before
    return Math.abs(change) > Number(rule.percent)
      ? [{ rule, rises: change > 0, few: before < FEW }]
      : []
  })
}
