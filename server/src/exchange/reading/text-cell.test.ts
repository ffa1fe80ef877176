import fc from 'fast-check'
import { expect, test } from 'vitest'
import { neutral, plain } from './text-cell'

test.each(['=1+1', '+A', '-A/B', '@SUM(A1)', '\t=1', '\r=1', "'=1"])(
  '"%s" cannot act in a cell',
  (text) => {
    expect(neutral(text)).toBe(`'${text}`)
  },
)

test('what is written is read again, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a', ' ') }),
      (text) => {
        expect(plain(neutral(text))).toBe(text)
        expect(neutral(text)).not.toMatch(/^[=+\-@\t\r]/)
      },
    ),
  )
})
