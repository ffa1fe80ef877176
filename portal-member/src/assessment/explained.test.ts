import { expect, test } from 'vitest'
import { canExplain } from './explained'

test('judges an explanation as the server does', () => {
  const short = ['x', '1234567890 12', 'aaaaaaaaaaaaaaa', 'n/a n/a n/a n/a', 'A    \n   strike']
  const fit = ['A new tariff.', 'Grève des douaniers', '新的监管计划今年已经开始实施']
  expect(short.filter(canExplain)).toEqual([])
  expect(fit.filter((text) => !canExplain(text))).toEqual([])
})
