import type { RulesPanel_VersionFragment } from '../generated/graphql'

export type Rule = NonNullable<RulesPanel_VersionFragment['validationRules']>[number]
type Say = (key: string, texts: Record<string, string>) => string

/** What a figure must fulfil, as a sentence; `label` names a data element, `number` writes a decimal. */
export function ruleInWords(
  rule: Rule,
  {
    t,
    label,
    number,
  }: { t: Say; label: (code: string) => string; number: (text: string) => string },
): string {
  const named = (code: string | null | undefined) => (code ? label(code) : '')
  const written = (text: string | null | undefined) => (text == null ? '' : number(text))
  switch (rule.type) {
    case 'PART_OF_WHOLE':
      return t('framework.rule.PART_OF_WHOLE', {
        part: named(rule.part),
        whole: named(rule.whole),
      })
    case 'LARGE_CHANGE':
      return t('framework.rule.LARGE_CHANGE', {
        element: named(rule.element),
        percent: written(rule.percent),
      })
    case 'POSITIVE_BASE':
      return t('framework.rule.POSITIVE_BASE', {
        element: named(rule.element),
        period: rule.period === 'T_1' ? 'T-1' : 'T',
      })
    case 'RANGE': {
      const bounds = rule.min == null ? 'max' : rule.max == null ? 'min' : 'both'
      return t(`framework.rule.RANGE.${bounds}`, {
        element: named(rule.element),
        min: written(rule.min),
        max: written(rule.max),
      })
    }
    case 'CONSISTENCY':
      return t(`framework.rule.CONSISTENCY.${rule.comparison ?? 'EQUAL'}`, {
        left: rule.left ?? '',
        right: rule.right ?? '',
      })
  }
}
