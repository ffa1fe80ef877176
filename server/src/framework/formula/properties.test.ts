import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDecimal } from '#platform/decimal'
import { check } from './check'
import { denominatorsOf } from './denominators'
import { explainFormulaError, type FormulaError } from './errors'
import { evaluate } from './evaluate'
import { symbolsOf } from './formula'
import { anyFigure, anyFormula, anyText, runs } from './formula.testing'
import { layout } from './layout'
import { parse } from './parse'
import { print } from './print'
import { exactly, near, rational } from './rational.testing'
import { inWords } from './words'

const UNITS = {
  A: { unit: 'declarations', counted: true },
  B: { unit: 'hours', counted: false },
  'A[T-1]': { unit: 'declarations', counted: true },
}

const explained = (errors: readonly FormulaError[], length: number) => {
  for (const error of errors) {
    expect(explainFormulaError(error, 'fr')).not.toMatch(/\{\w+\}/)
    expect(error.message).not.toMatch(/\{\w+\}/)
    expect(0 <= error.at.start && error.at.start <= error.at.end && error.at.end <= length).toBe(
      true,
    )
  }
}

describe('whatever is typed', () => {
  test('is refused with typed errors in both languages, or reads, prints and reads the same again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parse(text)
        if (!parsed.ok) {
          expect(parsed.errors.length).toBeGreaterThan(0)
          explained(parsed.errors, text.length)
          return
        }
        const canonical = print(parsed.formula)
        const again = parse(canonical)
        // A text at the limit may grow by its canonical blanks; every shorter one comes back.
        if (canonical.length <= 2000) expect(again.ok && print(again.formula)).toBe(canonical)
      }),
      runs(2000),
    )
  })

  test('can be checked, worded, drawn and computed once it reads, and nothing of it throws', () => {
    fc.assert(
      fc.property(anyText, fc.infiniteStream(anyFigure), (text, figures) => {
        const parsed = parse(text)
        if (!parsed.ok) return
        const { formula } = parsed
        explained(check(formula, UNITS, '%').errors, text.length)
        for (const locale of ['en', 'fr'] as const)
          expect(inWords(formula, {}, locale)).toBeTruthy()
        expect(JSON.stringify(layout(formula))).toBeTruthy()
        expect(Array.isArray(denominatorsOf(formula))).toBe(true)
        const values = Object.fromEntries(
          symbolsOf(formula).map((symbol) => [symbol, figures.next().value as string | null]),
        )
        const result = evaluate(formula, values)
        if (result.state === 'VALUE') expect(isDecimal(result.value)).toBe(true)
      }),
      runs(2000),
    )
  })
})

describe('whatever the language can say', () => {
  test('is computed as exact fractions compute it, with figures of any size', () => {
    fc.assert(
      fc.property(anyFormula, fc.infiniteStream(anyFigure), (formula, figures) => {
        const symbols = symbolsOf(formula)
        const values = Object.fromEntries(
          symbols.map((symbol) => [symbol, figures.next().value as string | null]),
        )
        const missing = symbols.filter((symbol) => values[symbol] === null)
        const computed = evaluate(formula, values)
        if (missing.length > 0) {
          expect(computed).toEqual({ state: 'MISSING', symbols: missing })
          return
        }
        const exact = exactly(formula, values as Record<string, string>)
        if (exact === null) expect(computed.state).toBe('NOT_COMPUTABLE')
        else if (computed.state === 'VALUE') {
          expect(near(rational(computed.value), exact)).toBe(true)
        } else expect(computed.state).toBe('NOT_COMPUTABLE')
      }),
      runs(1000),
    )
  })

  test('has no value only where something it divides by is zero', () => {
    fc.assert(
      fc.property(anyFormula, (formula) => {
        const values = Object.fromEntries(symbolsOf(formula).map((symbol) => [symbol, '0']))
        if (evaluate(formula, values).state !== 'NOT_COMPUTABLE') return
        const zero = denominatorsOf(formula).some((text) => {
          const parsed = parse(text)
          if (!parsed.ok) return false
          const result = evaluate(parsed.formula, values)
          return result.state !== 'VALUE' || /^-?0$/.test(result.value)
        })
        expect(zero || /\/0(?![.\d])/.test(print(formula))).toBe(true)
      }),
      runs(1000),
    )
  })
})
