import { describe, expect, test } from 'vitest'
import { check } from './check'
import { parse } from './parse'

const symbols = {
  A: { unit: 'declarations', counted: true },
  B: { unit: 'declarations', counted: true },
  H: { unit: 'hours', counted: false },
  M: { unit: 'national currency', counted: false },
  L: { unit: 'level 0-4', counted: false },
}

const checked = (text: string, declared: string | null = null) => {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(text)
  const { errors, unit } = check(parsed.formula, symbols, declared)
  return { codes: errors.map(({ code }) => code), unit, message: errors[0]?.message }
}

describe('the units of a formula', () => {
  test.each([
    ['A', 'count', 'declarations'],
    ['100*A/B', '%', 'number'],
    ['100*(A-B)/B', '%', 'number'],
    ['H/A', 'hours', 'hours / declarations'],
    ['mean(A, B)', 'count', 'declarations'],
    ['L', 'level 0-4', 'level 0-4'],
    ['100-100*A/B', '%', 'number'],
    ['M*M/A', null, 'national currency^2 / declarations'],
  ])('%s serves a measure in %s', (text, declared, unit) => {
    expect(checked(text, declared)).toMatchObject({ codes: [], unit })
  })

  test('clash where money meets a count, in words', () => {
    expect(checked('M+A')).toMatchObject({
      codes: ['UNIT_MISMATCH'],
      message:
        'These two cannot be combined: one is in national currency, the other in declarations.',
    })
    expect(checked('max(M, A)').codes).toEqual(['UNIT_MISMATCH'])
    expect(checked('A+1').codes).toEqual(['UNIT_MISMATCH'])
  })

  test('must fit the unit of the measure', () => {
    expect(checked('A/M', '%').codes).toEqual(['RESULT_UNIT'])
    expect(checked('M', 'count').codes).toEqual(['RESULT_UNIT'])
    expect(checked('100*A/B', 'hours').codes).toEqual(['RESULT_UNIT'])
  })

  test.each([
    '100*A/B', '100*(1-A/B)', '100*(A+B)/(A+B+A)', '(100*A/B+100*B/A+100*A/B)/3', 'max(100*A/B, 0)', '-100*(A-B)/B',
    'A/B*50+B/A*50', 'A/(B/100)',
  ])('a measure in %% may come of %s', (text) => {
    expect(checked(text, '%').codes).toEqual([])
  }) // prettier-ignore

  test.each(['A/B', '1000*A/B', '100*A/(100*B)', '1-A/B', 'min(A/B, 1)', '(A+B)/(A+B+A)'])(
    'a measure in %% cannot come of %s',
    (text) => {
      expect(checked(text, '%').codes).toEqual(['PERCENT_SCALE'])
      expect(checked(text).codes).toEqual([])
    },
  )

  test.each([
    ['A/0', '0'],
    ['A/(B-B)', 'B-B'],
    ['100*A/(B*0)', 'B*0'],
    ['A/(A+B-B-A)', 'A+B-B-A'],
    ['A/min(0, abs(B))', 'min(0, abs(B))'],
    ['A/(B/3*3-B)', 'B/3*3-B'],
  ])('%s divides by what is always zero: %s', (text, part) => {
    const parsed = parse(text)
    if (!parsed.ok) throw new Error(text)
    const zero = check(parsed.formula, symbols).errors.filter(({ code }) => code === 'ZERO_DENOMINATOR') // prettier-ignore
    expect(zero.map(({ at }) => text.slice(at.start, at.end).replace(/^\((.*)\)$/, '$1') )).toEqual([part]) // prettier-ignore
  })

  test.each(['A/(A-B)', 'A/max(0*A, A-B)', 'A/max(B-B, B-A)', 'A/min(A, B)', 'A/(A-B)/(B-A)'])(
    '%s is zero for some figures only',
    (text) => {
      expect(checked(text).codes).not.toContain('ZERO_DENOMINATOR')
    },
  )

  test('are not blamed for a symbol nobody knows', () => {
    expect(checked('X+A+Y', 'hours')).toMatchObject({
      codes: ['UNKNOWN_SYMBOL', 'UNKNOWN_SYMBOL'],
      unit: null,
    })
  })
})
