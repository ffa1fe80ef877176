import type {
  CheckLevel,
  DataElementDefinition,
  FrameworkDefinition,
  Period,
} from '#framework/definition'
import type { ValidationRuleDefinition } from '#framework/definition'
import { formatResult, isDecimal, toDecimal, type Decimal } from '#platform/decimal'
import { checkConsistency, isConsistencySilent } from './consistency'
import { figureKey, figureOf, type Figures } from './figures'

export type CheckKind =
  | 'NOT_A_NUMBER'
  | 'NEGATIVE'
  | 'BELOW_MIN'
  | 'ABOVE_MAX'
  | 'NOT_AN_INTEGER'
  | ValidationRuleDefinition['type']

/** One finding about the figures; `code` and `period` together tell it from all others. */
export interface CheckResult {
  readonly code: string
  readonly kind: CheckKind
  readonly level: CheckLevel
  readonly element: string
  readonly period: Period
  /** The KPIs that it concerns and that a justification may stand at. */
  readonly kpis: readonly string[]
  readonly messageKey: `check.${CheckKind}`
  readonly params: Readonly<Record<string, string>>
}

type Checked = Pick<FrameworkDefinition, 'dataElements' | 'rules'>

/** All findings about the figures at once: first those of single figures, then the cross-checks. */
export function checkFigures(framework: Checked, figures: Figures): readonly CheckResult[] {
  const single = framework.dataElements.flatMap((element) =>
    element.periods.flatMap((period) => checkFigure(element, period, figures)),
  )
  return [...single, ...framework.rules.flatMap((rule) => checkRule(rule, figures))]
}

/**
 * What can be said of the figures of one data element without any other: rules that compare it with others are silent,
 * for those others are not here.
 */
export function checkElement(
  { dataElements, rules }: Checked,
  code: string,
  figures: Figures,
): readonly CheckResult[] {
  const own = (['T', 'T-1'] as const).map((period) => figureKey(code, period))
  return checkFigures(
    { dataElements: dataElements.filter((element) => element.code === code), rules },
    Object.fromEntries(own.map((key) => [key, figures[key]])),
  )
}

/** Findings about one figure by the definition of its data element. A missing figure has none. */
export function checkFigure(
  element: DataElementDefinition,
  period: Period,
  figures: Figures,
): readonly CheckResult[] {
  const { value } = figureOf(figures, element.code, period)
  if (value === null) return []
  const found = (kind: CheckKind, params: Readonly<Record<string, string>> = {}): CheckResult => ({
    code: `${element.code}_${kind}`,
    kind,
    level: 'BLOCK',
    element: element.code,
    period,
    kpis: element.usedBy,
    messageKey: `check.${kind}`,
    params: { element: element.code, value, ...params },
  })
  if (!isDecimal(value)) return [found('NOT_A_NUMBER')]

  const number = toDecimal(value)
  const findings: CheckResult[] = []
  if (element.min !== null && number.lt(element.min)) {
    const negative = number.isNegative() && toDecimal(element.min).isZero()
    findings.push(negative ? found('NEGATIVE') : found('BELOW_MIN', { min: element.min }))
  }
  if (element.max !== null && number.gt(element.max)) {
    findings.push(found('ABOVE_MAX', { max: element.max }))
  }
  if (element.integer && !number.isInteger()) findings.push(found('NOT_AN_INTEGER'))
  return findings
}

/** Findings of one cross-check. It is silent while a figure it compares is missing or no number. */
export function checkRule(
  rule: ValidationRuleDefinition,
  figures: Figures,
): readonly CheckResult[] {
  const numberOf = (element: string, period: Period): Decimal | null => {
    const { value } = figureOf(figures, element, period)
    return isDecimal(value) ? toDecimal(value) : null
  }
  const found = (
    element: string,
    period: Period,
    params: Readonly<Record<string, string>>,
  ): CheckResult => {
    const { code, type: kind, level, kpis } = rule
    return { code, kind, level, element, period, kpis, messageKey: `check.${kind}`, params }
  }

  switch (rule.type) {
    case 'PART_OF_WHOLE':
      return (['T', 'T-1'] as const).flatMap((period) => {
        const part = numberOf(rule.part, period)
        const whole = numberOf(rule.whole, period)
        if (part === null || whole === null || part.lte(whole)) return []
        const amounts = { value: formatResult(part), limit: formatResult(whole) }
        return [found(rule.part, period, { element: rule.part, whole: rule.whole, ...amounts })]
      })
    case 'LARGE_CHANGE': {
      const now = numberOf(rule.element, 'T')
      const before = numberOf(rule.element, 'T-1')
      if (now === null || before === null || before.isZero()) return []
      const change = now.sub(before).div(before.abs()).mul(100)
      if (change.abs().lte(rule.percent)) return []
      const params = { change: formatResult(change.toDecimalPlaces(1)), percent: rule.percent }
      return [found(rule.element, 'T', { element: rule.element, ...params })]
    }
    case 'POSITIVE_BASE': {
      const base = numberOf(rule.element, rule.period)
      if (base === null || base.gt(0)) return []
      const params = {
        element: rule.element,
        value: formatResult(base),
        kpis: rule.kpis.join(', '),
      }
      return [found(rule.element, rule.period, params)]
    }
    case 'RANGE':
      return (['T', 'T-1'] as const).flatMap((period) => {
        const figure = numberOf(rule.element, period)
        if (figure === null) return []
        const isBelow = rule.min !== null && figure.lt(rule.min)
        if (!isBelow && (rule.max === null || figure.lte(rule.max))) return []
        const bounds = { min: rule.min ?? '', max: rule.max ?? '' }
        const params = { element: rule.element, value: formatResult(figure), ...bounds }
        return [found(rule.element, period, params)]
      })
    case 'CONSISTENCY':
      return checkConsistency(rule, figures).map(({ element, period, params }) =>
        found(element, period, params),
      )
  }
}

/** Whether a rule says nothing about figures because one that it compares is missing, in both years. */
export function isSilent(rule: ValidationRuleDefinition, figures: Figures): boolean {
  const has = (element: string, period: Period) =>
    isDecimal(figureOf(figures, element, period).value)
  const years = ['T', 'T-1'] as const
  switch (rule.type) {
    case 'PART_OF_WHOLE':
      return !years.some((year) => has(rule.part, year) && has(rule.whole, year))
    case 'LARGE_CHANGE':
      return !years.every((year) => has(rule.element, year))
    case 'POSITIVE_BASE':
      return !has(rule.element, rule.period)
    case 'RANGE':
      return !years.some((year) => has(rule.element, year))
    case 'CONSISTENCY':
      return isConsistencySilent(rule, figures)
  }
}
