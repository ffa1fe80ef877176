import { asDecimal } from '../figures'
export type RuleType = 'PART_OF_WHOLE' | 'LARGE_CHANGE' | 'POSITIVE_BASE' | 'RANGE' | 'CONSISTENCY'
export type RuleLevel = 'BLOCK' | 'WARN' | 'INFO'
type Period = 'T' | 'T_1'
type Comparison = 'EQUAL' | 'AT_MOST' | 'AT_LEAST'

export const ruleTypes = [
  'PART_OF_WHOLE',
  'LARGE_CHANGE',
  'POSITIVE_BASE',
  'RANGE',
  'CONSISTENCY',
] as const satisfies readonly RuleType[]
export const ruleLevels = ['BLOCK', 'WARN', 'INFO'] as const satisfies readonly RuleLevel[]
export const comparisons = ['EQUAL', 'AT_MOST', 'AT_LEAST'] as const satisfies readonly Comparison[]

/** A rule as the server gives it. */
export interface SavedRule {
  code: string
  type: RuleType
  level: RuleLevel
  kpiCodes: readonly string[]
  part?: string | null
  whole?: string | null
  element?: string | null
  percent?: string | null
  period?: Period | null
  min?: string | null
  max?: string | null
  left?: string | null
  comparison?: Comparison | null
  right?: string | null
  tolerance?: string | null
}

/** The same as typed: every field a text, so that changing the type loses nothing. */
export interface RuleDraft {
  code: string
  type: RuleType
  level: RuleLevel
  kpiCodes: string[]
  part: string
  whole: string
  element: string
  percent: string
  period: Period
  min: string
  max: string
  left: string
  comparison: Comparison
  right: string
  tolerance: string
}

export const draftOfRule = (rule: SavedRule | null): RuleDraft => ({
  code: rule?.code ?? '',
  type: rule?.type ?? 'PART_OF_WHOLE',
  level: rule?.level ?? 'WARN',
  kpiCodes: [...(rule?.kpiCodes ?? [])],
  part: rule?.part ?? '',
  whole: rule?.whole ?? '',
  element: rule?.element ?? '',
  percent: rule?.percent ?? '',
  period: rule?.period ?? 'T',
  min: rule?.min ?? '',
  max: rule?.max ?? '',
  left: rule?.left ?? '',
  comparison: rule?.comparison ?? 'EQUAL',
  right: rule?.right ?? '',
  tolerance: rule?.tolerance ?? '0',
})

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
const decimal = (text: string) => asDecimal(text)

const FIGURES = {
  PART_OF_WHOLE: [],
  LARGE_CHANGE: ['percent'],
  POSITIVE_BASE: [],
  RANGE: ['min', 'max'],
  CONSISTENCY: ['tolerance'],
} as const

/** Fields of a rule that hold something other than a figure; it would be lost on the way. */
export const badFiguresOfRule = (draft: RuleDraft): readonly string[] =>
  FIGURES[draft.type].filter((field) => draft[field].trim() !== '' && !decimal(draft[field]))

/** What the type of a rule asks for, as the server takes it; the rest is left out. */
export function inputOfRule(draft: RuleDraft) {
  const { type, level, kpiCodes } = draft
  const head = { code: draft.code.trim(), type, level, kpiCodes: [...kpiCodes] }
  switch (type) {
    case 'PART_OF_WHOLE':
      return { ...head, part: orNull(draft.part), whole: orNull(draft.whole) }
    case 'LARGE_CHANGE':
      return { ...head, element: orNull(draft.element), percent: decimal(draft.percent) }
    case 'POSITIVE_BASE':
      return { ...head, element: orNull(draft.element), period: draft.period }
    case 'RANGE':
      return {
        ...head,
        element: orNull(draft.element),
        min: decimal(draft.min),
        max: decimal(draft.max),
      }
    case 'CONSISTENCY':
      return {
        ...head,
        left: orNull(draft.left),
        comparison: draft.comparison,
        right: orNull(draft.right),
        tolerance: decimal(draft.tolerance) ?? '0',
      }
  }
}

/** A figure that a rule compares, as a column of the sample table. */
export interface RuleFigure {
  readonly element: string
  readonly period: Period
}

/** The figures of which a rule compares some, in the order of its fields. */
export function figuresOfRule(draft: RuleDraft): readonly RuleFigure[] {
  const inYear = (period: Period, ...elements: string[]) =>
    elements.flatMap((element) => (element ? [{ element, period }] : []))
  switch (draft.type) {
    case 'PART_OF_WHOLE':
      return inYear('T', draft.part, draft.whole)
    case 'LARGE_CHANGE':
      return [...inYear('T', draft.element), ...inYear('T_1', draft.element)]
    case 'POSITIVE_BASE':
      return inYear(draft.period, draft.element)
    case 'RANGE':
      return inYear('T', draft.element)
    case 'CONSISTENCY': {
      const symbols = `${draft.left} ${draft.right}`.matchAll(
        /([A-Z][A-Z0-9_]*)(\[\s*T\s*-\s*1\s*\])?/g,
      )
      const seen = new Map<string, RuleFigure>()
      for (const [, element = '', before] of symbols) {
        if (element === 'T') continue
        const period = before ? 'T_1' : 'T'
        seen.set(`${element}@${period}`, { element, period })
      }
      return [...seen.values()]
    }
  }
}

export const keyOf = ({ element, period }: RuleFigure): string => `${element}@${period}`
