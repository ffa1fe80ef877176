import type {
  CheckLevel,
  DataElementDefinition,
  LocaleCode,
  Period,
  ValidationRuleDefinition,
} from '#framework/definition'
import { checkMessage, checkRule, figureKey, isSilent } from '../compute'

export interface TriedSample {
  readonly index: number
  readonly isPassed: boolean | null
  readonly findings: readonly {
    readonly level: CheckLevel
    readonly message: string
    readonly element: string
    readonly period: Period
  }[]
}

interface Sample {
  readonly figures: readonly {
    readonly element: string
    readonly period: Period
    readonly value?: string | null
  }[]
}

/** What a rule finds in sample figures, in the words an administration would read. */
export function tryRule(
  rule: ValidationRuleDefinition,
  samples: readonly Sample[],
  elements: ReadonlyMap<string, Pick<DataElementDefinition, 'label'>>,
  locale: LocaleCode,
): readonly TriedSample[] {
  const labels = Object.fromEntries(
    [...elements].map(([code, { label }]) => [code, label[locale] || label.en]),
  )
  return samples.map((sample, index) => {
    const figures = Object.fromEntries(
      sample.figures.map(({ element, period, value }) => [
        figureKey(element, period),
        { value: value ?? null, revision: null },
      ]),
    )
    const findings = checkRule(rule, figures).map((finding) => ({
      level: finding.level,
      message: checkMessage(finding, locale, labels),
      element: finding.element,
      period: finding.period,
    }))
    const isPassed = findings.length > 0 ? false : isSilent(rule, figures) ? null : true
    return { index, isPassed, findings }
  })
}
