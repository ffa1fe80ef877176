import { expect, test } from 'vitest'
import { sidesInWords } from './value-words'

const wording = {
  locale: 'en',
  t: (key: string, named: Record<string, unknown> = {}) =>
    ({
      'exchange.goal': `SDG ${String(named['target'])}`,
      'mapping.strength.none': 'Strength not stated',
      'mapping.strength.2': '2 direct',
      'mapping.strength.3': '3 central',
      'kit.labelled': `${String(named['label'])}: ${String(named['text'])}`,
    })[key] ?? key,
}
const words = (field: string, before: unknown, after: unknown) =>
  sidesInWords(
    field,
    before === null ? null : JSON.stringify(before),
    after === null ? null : JSON.stringify(after),
    wording,
  )
const goal = { kind: 'SDG', target: '9', strength: 2 }
const kept = { kind: 'INSTRUMENT', target: 'RKC' }

test('of mappings those that differ are told in words', () => {
  const fresh = { ...goal, strength: 3, rationale: { en: 'Trade needs it.', fr: 'Il le faut.' } }

  expect(words('mappings', [goal, kept], [fresh, kept])).toEqual({
    before: ['SDG 9, 2 direct'],
    after: ['SDG 9, 3 central: Trade needs it.'],
  })
  expect(words('mappings', null, [kept])).toEqual({
    before: null,
    after: ['RKC, Strength not stated'],
  })
  expect(words('mappings', [goal, kept], [kept])).toEqual({
    before: ['SDG 9, 2 direct'],
    after: [],
  })
})

test('other lists are read without their signs, and a text stays as it is', () => {
  const symbol = { symbol: 'A', element: 'DECL_ALL', period: 'T', role: 'NUMERATOR' }

  expect(words('elements', [symbol], [{ ...symbol, period: 'T-1' }])).toEqual({
    before: ['A, DECL_ALL, T, NUMERATOR'],
    after: ['A, DECL_ALL, T-1, NUMERATOR'],
  })
  expect(sidesInWords('name.en', 'Old', '[new]', wording)).toEqual({
    before: ['Old'],
    after: ['[new]'],
  })
})

test('a list cut short is told as far as it goes', () => {
  const text = `${JSON.stringify([goal, kept]).slice(0, -8)}…`

  expect(sidesInWords('mappings', null, text, wording).after).toEqual(['SDG 9, 2 direct', '…'])
})
