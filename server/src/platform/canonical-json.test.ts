import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json'

test('content in another order of names is the same text', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: true })).toBe(
    canonicalJson({ a: true, b: [1, { c: 'é', d: null }] }),
  )
  expect(canonicalJson({ b: 1, a: 2 })).toBe('{"a":2,"b":1}')
})

test('names are ordered by their code units, at every depth', () => {
  expect(canonicalJson({ '\u20ac': 1, '\r': 2, '1': 3, '\u0080': 4, ö: 5 })).toBe(
    '{"\\r":2,"1":3,"\u0080":4,"ö":5,"\u20ac":1}',
  )
})

test('an absent member is left out, an absent item is null, a time is its text in UTC', () => {
  expect(canonicalJson({ a: undefined, b: [undefined], c: new Date(0) })).toBe(
    '{"b":[null],"c":"1970-01-01T00:00:00.000Z"}',
  )
})

test('what JSON cannot say is refused instead of dropped', () => {
  expect(() => canonicalJson({ a: Number.NaN })).toThrow('no such number')
  expect(() => canonicalJson({ a: () => 1 })).toThrow('no word for a function')
})
