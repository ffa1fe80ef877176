import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDecimal } from '#platform/decimal'
import { evaluate, type Evaluated } from './evaluate'
import { symbolsOf, type Formula } from './formula'
import { anyFormula, runs } from './formula.testing'
import { parse } from './parse'
import { exactly, near, rational, type Rational } from './rational.testing'

const formulaOf = (text: string): Formula => {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.formula
}

const compute = (text: string, values: Readonly<Record<string, string | null>> = {}) =>
  evaluate(formulaOf(text), values, { undefinedWhen: 'DENOMINATOR_ZERO' })

const agrees = (computed: Evaluated, exact: Rational | null): boolean =>
  exact === null
    ? computed.state === 'NOT_COMPUTABLE'
    : computed.state === 'VALUE' &&
      isDecimal(computed.value) &&
      near(rational(computed.value), exact)

describe('the value of a formula', () => {
  test.each([
    ['0.1+0.2', '0.3'],
    ['1/3*3', '1'],
    ['2+3*4-6/2', '11'],
    ['-(2-5)', '3'],
    ['mean(1, 2, 4.5)', '2.5'],
    ['min(3, -2)+max(3, -2)', '1'],
    ['abs(-0)', '0'],
    [`${'9'.repeat(30)}-0.${'0'.repeat(19)}1`, `${'9'.repeat(29)}8.${'9'.repeat(20)}`],
  ])('%s is %s', (text, value) => {
    expect(compute(text)).toEqual({ state: 'VALUE', value })
  })

  test('names all missing symbols, even where a zero would settle it', () => {
    expect(compute('0*A/B+C', { B: '0', C: null })).toEqual({
      state: 'MISSING',
      symbols: ['A', 'C'],
    })
  })

  test('takes nothing from the prototype of the values', () => {
    expect(evaluate(formulaOf('A'), Object.create({ A: '1' }) as Record<string, string>)).toEqual({
      state: 'MISSING',
      symbols: ['A'],
    })
  })

  test('calls a division by zero what the KPI calls it', () => {
    const formula = formulaOf('100*(A-B)/B')

    expect(evaluate(formula, { A: '5', B: '0' }, { undefinedWhen: 'BASE_ZERO' })).toEqual({
      state: 'NOT_COMPUTABLE',
      reason: 'BASE_ZERO',
    })
    expect(evaluate(formula, { A: '5', B: '0.0' })).toEqual({
      state: 'NOT_COMPUTABLE',
      reason: 'DENOMINATOR_ZERO',
    })
  })

  test('sees a zero denominator through the digits a division leaves', () => {
    expect(compute('1/(A/3*3-A)', { A: '7' })).toEqual({
      state: 'NOT_COMPUTABLE',
      reason: 'DENOMINATOR_ZERO',
    })
  })

  test('agrees with exact fractions for any formula and figures', () => {
    const figure = fc
      .tuple(fc.integer({ min: -9999, max: 9999 }), fc.constantFrom('', '.5', '.125'))
      .map(([whole, fraction]) => `${whole}${fraction}`)

    fc.assert(
      fc.property(anyFormula, fc.infiniteStream(figure), (formula, figures) => {
        const values = Object.fromEntries(
          symbolsOf(formula).map((symbol) => [symbol, figures.next().value as string]),
        )
        const computed = evaluate(formula, values)
        expect(agrees(computed, exactly(formula, values))).toBe(true)
      }),
      runs(1000),
    )
  })
})
