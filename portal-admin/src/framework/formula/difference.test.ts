import { describe, expect, test } from 'vitest'
import { differenceOf, piecesOf } from './difference'
import { without } from './outside'

const marked = (text: string, places: Parameters<typeof piecesOf>[1]) =>
  piecesOf(text, places)
    .map(({ text: piece, isMarked }) => (isMarked ? `<${piece}>` : piece))
    .join('')

const told = (former: string, present: string) => {
  const { removed, added } = differenceOf(former, present)
  return [marked(former, removed), marked(present, added)]
}

describe('the difference of two formulas', () => {
  test('marks what was added and what was taken away', () => {
    expect(told('100*A/B', '100*(A+C)/B')).toEqual(['100*A/B', '100*<(>A<+C)>/B'])
    expect(told('100*(A-B)/B', '100*A/B')).toEqual(['100*<(>A<-B)>/B', '100*A/B'])
    expect(told('A/B', 'A / C')).toEqual(['A/<B>', 'A / <C>'])
  })

  test('takes names and numbers as a whole', () => {
    expect(told('DECL_ALL', 'DECL_ALLOWED')).toEqual(['<DECL_ALL>', '<DECL_ALLOWED>'])
    expect(told('AEO[T]', 'AEO[T-1]')).toEqual(['<AEO[T]>', '<AEO[T-1]>'])
    expect(told('1.5*A', '15*A')).toEqual(['<1.5>*A', '<15>*A'])
  })

  test('sees no difference in blanks, and copes with nothing', () => {
    expect(told('A+B', ' A  + B ')).toEqual(['A+B', ' A  + B '])
    expect(told('', 'A')).toEqual(['', '<A>'])
  })
})

test('a mark gives way where something else stands', () => {
  const added = [{ start: 4, end: 15 }]

  expect(without(added, [{ start: 6, end: 9 }])).toEqual([
    { start: 4, end: 6 },
    { start: 9, end: 15 },
  ])
  expect(without(added, [{ start: 0, end: 20 }])).toEqual([])
  expect(without(added, [{ start: 15, end: 16 }])).toEqual(added)
  expect(
    without(added, [
      { start: 4, end: 7 },
      { start: 12, end: 15 },
    ]),
  ).toEqual([{ start: 7, end: 12 }])
})
