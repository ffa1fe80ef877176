import { describe, expect, test } from 'vitest'
import type { Formula } from './formula'
import { layout } from './layout'
import { parse } from './parse'
import { substitute } from './print'
import { inWords } from './words'

const formulaOf = (text: string): Formula => {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.formula
}

describe('a formula for readers', () => {
  test('is a sentence in English and French', () => {
    const formula = formulaOf('100.5*(A-B)/B')

    expect(inWords(formula, { A: 'operators 2022', B: 'operators 2021' }, 'en')).toBe(
      '100.5 times (“operators 2022” minus “operators 2021”) divided by “operators 2021”',
    )
    expect(inWords(formula, { A: 'opérateurs 2022' }, 'fr')).toBe(
      '100,5 fois («\u00a0opérateurs 2022\u00a0» moins B) divisé par B',
    )
    expect(inWords(formulaOf('mean(A, B+C, 2)/-A'), {}, 'en')).toBe(
      'the mean of (A, B plus C and 2) divided by (minus A)',
    )
  })

  test('shows figures in place of symbols', () => {
    expect(substitute(formulaOf('100*(A-B)/B'), { A: '-3', B: '1310' })).toBe(
      '100*((-3)-1310)/1310',
    )
  })

  test('is drawn as a fraction with the leading number in front of it', () => {
    expect(layout(formulaOf('100*(A+C)/B'))).toEqual({
      kind: 'ROW',
      parts: [
        { kind: 'TEXT', text: '100' },
        { kind: 'TEXT', text: '×' },
        {
          kind: 'FRACTION',
          numerator: {
            kind: 'ROW',
            parts: [
              { kind: 'SYMBOL', symbol: 'A' },
              { kind: 'TEXT', text: '+' },
              { kind: 'SYMBOL', symbol: 'C' },
            ],
          },
          denominator: { kind: 'SYMBOL', symbol: 'B' },
        },
      ],
    })
  })

  test('keeps the brackets that a fraction bar does not replace', () => {
    const text = JSON.stringify(layout(formulaOf('A-(B-C)*abs(A)')))

    expect(text.match(/"text":"[^"]+"/g)).toEqual(
      ['−', '(', '−', ')', '×', 'abs(', ')'].map((sign) => `"text":"${sign}"`),
    )
  })
})
