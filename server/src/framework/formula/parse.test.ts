import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainFormulaError } from './errors'
import type { Formula } from './formula'
import { anyFormula, anyText, runs } from './formula.testing'
import { MAX_ERRORS, parse } from './parse'
import { print } from './print'

const errorsIn = (text: string) => {
  const parsed = parse(text)
  return parsed.ok ? [] : parsed.errors.map(({ code, at }) => `${code} ${at.start}-${at.end}`)
}

const again = (text: string) => {
  const parsed = parse(text)
  return parsed.ok ? print(parsed.formula) : parsed.errors.map(({ message }) => message).join(' ')
}

const withoutPlaces = (formula: Formula): unknown =>
  JSON.parse(JSON.stringify(formula, (key, value: unknown) => (key === 'at' ? undefined : value)))

describe('the text of a formula', () => {
  test.each([
    ['100*A/B', '100*A/B'],
    [' 100 × ( A − B ) ÷ B ', '100*(A-B)/B'],
    ['A-(B-C)', 'A-(B-C)'],
    ['(A-B)-C', 'A-B-C'],
    ['A/(B*C)', 'A/(B*C)'],
    ['-A*B', '-A*B'],
    ['-(A*B)', '-(A*B)'],
    ['A--B', 'A-(-B)'],
    ['((A))', 'A'],
    ['AEO_COUNT[T]-AEO_COUNT[ T - 1 ]', 'AEO_COUNT[T]-AEO_COUNT[T-1]'],
    ['min(A,max(B,C),1.50)', 'min(A, max(B, C), 1.5)'],
    ['007', '7'],
  ])('%j reads as %s', (text, canonical) => {
    expect(again(text)).toBe(canonical)
  })

  test.each([
    ['', ['EMPTY 0-0']],
    ['100*', ['EXPECTED_OPERAND 4-4']],
    ['*A', ['EXPECTED_OPERAND 0-1']],
    ['A B', ['EXPECTED_OPERATOR 2-3']],
    ['(A+B', ['UNCLOSED_BRACKET 0-1']],
    ['A+B)', ['UNOPENED_BRACKET 3-4']],
    ['()', ['EXPECTED_OPERAND 1-2']],
    ['12,5', ['STRAY_COMMA 2-3']],
    ['12.5.3', ['BAD_NUMBER 0-6']],
    ['a+B', ['BAD_SYMBOL 0-1']],
    ['A[T-2]', ['UNKNOWN_PERIOD 1-6']],
    ['median(A)', ['UNKNOWN_FUNCTION 0-6']],
    ['abs(A, B)', ['ARGUMENT_COUNT 0-9']],
    ['sum()', ['ARGUMENT_COUNT 0-5']],
    ['A # B', ['UNEXPECTED_CHARACTER 2-3', 'EXPECTED_OPERATOR 4-5']],
  ])('%j is refused with place: %j', (text, errors) => {
    expect(errorsIn(text)).toEqual(errors)
  })

  test('reports everything at once, in the order of the text', () => {
    expect(errorsIn('1..2 + foo(A) + (B')).toEqual([
      'BAD_NUMBER 0-4',
      'UNKNOWN_FUNCTION 7-10',
      'UNCLOSED_BRACKET 16-17',
    ])
  })

  test('may be 2 000 characters long, and nested 50 deep', () => {
    const longest = `A${'+A'.repeat(999)}`
    const deepest = `${'('.repeat(50)}A${')'.repeat(50)}`

    expect(errorsIn(longest)).toEqual([])
    expect(errorsIn(`${longest}++`)).toEqual(['TOO_LONG 0-2001'])
    expect(errorsIn(deepest)).toEqual([])
    expect(errorsIn(`(${deepest})`)).toEqual(['TOO_DEEP 50-51'])
    expect(errorsIn('-'.repeat(1999) + 'A')).toEqual(['TOO_DEEP 50-51'])
  })

  test('has its errors explained in French as well', () => {
    const parsed = parse('A B')

    expect(parsed.ok ? '' : explainFormulaError(parsed.errors[0]!, 'fr')).toBe(
      'Il manque un signe + - * / avant «\u00a0B\u00a0».',
    )
  })

  test('comes back from any tree, and gives that tree again', () => {
    fc.assert(
      fc.property(anyFormula, (formula) => {
        const parsed = parse(print(formula))
        expect(parsed.ok && withoutPlaces(parsed.formula)).toEqual(withoutPlaces(formula))
      }),
      runs(500),
    )
  })

  test('never causes anything but typed errors with places inside it', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const parsed = parse(typed)
        if (parsed.ok) return
        expect(parsed.errors.length).toBeGreaterThan(0)
        expect(parsed.errors.length).toBeLessThanOrEqual(MAX_ERRORS)
        for (const { at, message } of parsed.errors) {
          expect(message).not.toMatch(/\{\w+\}/)
          expect(0 <= at.start && at.start <= at.end && at.end <= typed.length).toBe(true)
        }
      }),
      runs(1000),
    )
  })
})
