import { badInput, type ProblemDetail } from '#platform'
import { isDecimal, toDecimal } from '#platform/decimal'
import type { DataElementDefinition, KpiDefinition } from './definition'

const SYMBOL = /^[A-Z][A-Z0-9_]*$/

/** What is wrong with a KPI besides its formulas and texts; paths name its fields. */
export function kpiProblems(
  kpi: KpiDefinition,
  elements: ReadonlyMap<string, DataElementDefinition>,
): readonly ProblemDetail[] {
  return [
    ...bindingProblems(kpi, elements),
    ...subMeasureProblems(kpi),
    ...scoringProblems(kpi),
    ...displayProblems(kpi),
  ]
}

function* subMeasureProblems({ subMeasures }: KpiDefinition): Generator<ProblemDetail> {
  const seen = new Set<string>()
  for (const [index, { code, name, unit }] of (subMeasures ?? []).entries()) {
    const path = ['subMeasures', String(index)]
    if (!SYMBOL.test(code)) {
      const message = 'A sub-measure has a code in capitals, such as IMP.'
      yield badInput('BAD_CODE', message, [...path, 'code'])
    } else if (seen.has(code)) {
      const message = `The KPI has another sub-measure ${code}.`
      yield badInput('CODE_TWICE', message, [...path, 'code'])
    }
    seen.add(code)
    if (!name?.en) {
      yield badInput('TEXT_MISSING', 'The English text is missing.', [...path, 'name', 'en'])
    }
    if (unit.trim() === '')
      yield badInput('BAD_UNIT', 'A sub-measure has a unit.', [...path, 'unit'])
  }
}

function* bindingProblems(
  { elements: bindings }: KpiDefinition,
  elements: ReadonlyMap<string, DataElementDefinition>,
): Generator<ProblemDetail> {
  const seen = new Set<string>()
  for (const { symbol, element } of bindings) {
    const path = ['elements', symbol]
    if (!SYMBOL.test(symbol)) {
      yield badInput('BAD_SYMBOL', 'A symbol is written in capitals, such as A.', path)
    }
    if (seen.has(symbol))
      yield badInput('SYMBOL_TWICE', 'A symbol stands for one figure only.', path)
    seen.add(symbol)
    if (!elements.has(element)) {
      yield badInput(
        'UNKNOWN_ELEMENT',
        `There is no data element ${element} in this version.`,
        path,
      )
    }
  }
}

/** What contradicts itself in the scoring of a KPI. */
export function* scoringProblems(
  kpi: Pick<KpiDefinition, 'normalisation' | 'direction' | 'weight' | 'range'>,
): Generator<ProblemDetail> {
  const { normalisation, direction, weight, range } = kpi
  const path = ['normalisation']
  if (!isDecimal(weight) || toDecimal(weight).isNegative()) {
    yield badInput('BAD_WEIGHT', 'A weight is a decimal of zero or more.', ['weight'])
  }
  if ((direction === 'NEUTRAL') !== (normalisation.method === 'NONE')) {
    yield badInput('NEUTRAL_SCORE', 'A neutral KPI has no score, and every other one has.', path)
  }
  if (normalisation.method === 'LINEAR') {
    const { floor, goal } = normalisation
    if (!isDecimal(floor) || !isDecimal(goal)) {
      yield badInput('BAD_NORMALISATION', 'A linear score needs a floor and a goal.', path)
    } else if (toDecimal(floor).eq(toDecimal(goal))) {
      yield badInput('BAD_NORMALISATION', 'Floor and goal differ.', path)
    } else if (direction === 'LOWER' && toDecimal(floor).lt(toDecimal(goal))) {
      yield badInput(
        'BAD_NORMALISATION',
        'Where lower is better, the floor is above the goal.',
        path,
      )
    } else if (direction === 'HIGHER' && toDecimal(floor).gt(toDecimal(goal))) {
      yield badInput(
        'BAD_NORMALISATION',
        'Where higher is better, the floor is below the goal.',
        path,
      )
    }
  }
  if (normalisation.method === 'DISTANCE') {
    const { target, maxDistance } = normalisation
    if (!isDecimal(target) || !isDecimal(maxDistance) || !toDecimal(maxDistance).gt(0)) {
      yield badInput(
        'BAD_NORMALISATION',
        'A distance score needs a target and a distance above zero.',
        path,
      )
    }
  }
  if (range.min !== null && range.max !== null && toDecimal(range.min).gte(toDecimal(range.max))) {
    yield badInput('BAD_RANGE', 'The smallest value is below the largest.', ['range'])
  }
}

function* displayProblems({ decimals, unit }: KpiDefinition): Generator<ProblemDetail> {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 6) {
    yield badInput('BAD_DECIMALS', 'From 0 to 6 decimals are shown.', ['decimals'])
  }
  if (unit.trim() === '') yield badInput('BAD_UNIT', 'A KPI has a unit.', ['unit'])
}
