import { badInput, type ProblemDetail } from '#platform'
import { isDecimal, toDecimal } from '#platform/decimal'
import type { DataElementDefinition, ValidationRuleDefinition } from '../definition'
import { check, parse, symbolsOf } from '../formula'

type Consistency = Extract<ValidationRuleDefinition, { readonly type: 'CONSISTENCY' }>

const CODE = /^[A-Z][A-Z0-9_]{1,79}$/

/** What a rule may refer to. */
export interface RuleScope {
  readonly elements: ReadonlyMap<string, Pick<DataElementDefinition, 'unit' | 'valueType'>>
  readonly kpis: ReadonlySet<string>
}

/** Codes of the data elements that a rule compares; undefined where a broken file names none. */
export function elementsOfRule(rule: ValidationRuleDefinition): readonly (string | undefined)[] {
  switch (rule.type) {
    case 'PART_OF_WHOLE':
      return [rule.part, rule.whole]
    case 'CONSISTENCY':
      return [rule.left, rule.right].flatMap((side) => {
        const parsed = parse(side ?? '')
        return parsed.ok ? [...new Set(symbolsOf(parsed.formula).map(codeOf))] : [undefined]
      })
    default:
      return [rule.element]
  }
}

/** Everything wrong with a rule, all at once; paths name its fields. */
export function ruleProblems(
  rule: ValidationRuleDefinition,
  { elements, kpis }: RuleScope,
): readonly ProblemDetail[] {
  return [...headProblems(rule, kpis), ...contentProblems(rule, elements)]
}

function* headProblems(
  { code, kpis: named }: ValidationRuleDefinition,
  kpis: ReadonlySet<string>,
): Generator<ProblemDetail> {
  if (!CODE.test(code)) {
    yield badInput('BAD_CODE', 'A code has 2 to 80 capitals, digits and underscores.', ['code'])
  }
  if (named.length === 0) yield badInput('NO_KPI', 'A rule concerns a KPI at least.', ['kpiCodes'])
  for (const kpi of named) {
    if (!kpis.has(kpi)) {
      yield badInput('UNKNOWN_KPI', `There is no KPI ${kpi} in this version.`, ['kpiCodes', kpi])
    }
  }
}

function* contentProblems(
  rule: ValidationRuleDefinition,
  elements: RuleScope['elements'],
): Generator<ProblemDetail> {
  const missing = (element: string, field: string) =>
    elements.has(element)
      ? []
      : [
          badInput('UNKNOWN_ELEMENT', `There is no data element ${element} in this version.`, [
            field,
          ]),
        ]
  switch (rule.type) {
    case 'PART_OF_WHOLE':
      yield* missing(rule.part, 'part')
      yield* missing(rule.whole, 'whole')
      if (rule.part === rule.whole) {
        yield badInput('SAME_ELEMENT', 'Part and whole are different data elements.', ['whole'])
      }
      break
    case 'LARGE_CHANGE':
      yield* missing(rule.element, 'element')
      if (!isDecimal(rule.percent) || !toDecimal(rule.percent).gt(0)) {
        yield badInput('BAD_PERCENT', 'The change is a percentage above zero.', ['percent'])
      }
      break
    case 'POSITIVE_BASE':
      yield* missing(rule.element, 'element')
      if (rule.period !== 'T' && rule.period !== 'T-1') {
        yield badInput('NO_PERIOD', 'The year is T or T-1.', ['period'])
      }
      break
    case 'RANGE':
      yield* missing(rule.element, 'element')
      if (rule.min === null && rule.max === null) {
        yield badInput('NO_BOUND', 'A range has a lower bound, an upper one, or both.', ['min'])
      } else if (rule.min !== null && rule.max !== null && toDecimal(rule.min).gte(rule.max)) {
        yield badInput('BAD_RANGE', 'The lower bound is below the upper one.', ['min'])
      }
      break
    case 'CONSISTENCY':
      yield* consistencyProblems(rule, elements)
  }
}

function* consistencyProblems(
  rule: Consistency,
  elements: RuleScope['elements'],
): Generator<ProblemDetail> {
  const units: string[] = []
  for (const side of ['left', 'right'] as const) {
    const parsed = parse(rule[side])
    const checked = parsed.ok ? check(parsed.formula, symbolsFor(elements)) : null
    for (const { code, message, at } of parsed.ok ? (checked?.errors ?? []) : parsed.errors) {
      yield badInput(code, message, [side, `${at.start}-${at.end}`])
    }
    if (checked?.unit) units.push(checked.unit)
    if (parsed.ok && side === 'left' && symbolsOf(parsed.formula).length === 0) {
      yield badInput('NO_ELEMENT', 'The left side names a data element at least.', [side])
    }
  }
  const [left, right] = units
  if (left !== undefined && right !== undefined && left !== right && right !== 'number') {
    yield badInput('UNIT_MISMATCH', `One side is in ${left}, the other in ${right}.`, ['right'])
  }
  if (!isDecimal(rule.tolerance) || toDecimal(rule.tolerance).isNegative()) {
    yield badInput('BAD_PERCENT', 'The tolerance is a percentage of zero or more.', ['tolerance'])
  }
}

const codeOf = (symbol: string): string => symbol.replace(/\[.*$/, '')

const symbolsFor = (elements: RuleScope['elements']) =>
  Object.fromEntries(
    [...elements].flatMap(([code, { unit, valueType }]) =>
      ['', '[T]', '[T-1]'].map((period) => [
        `${code}${period}`,
        { unit, counted: valueType === 'COUNT' },
      ]),
    ),
  )
