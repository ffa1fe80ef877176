import { expect, test } from 'vitest'
import { figure, framework } from './assessment.fixture'
import { askedElement, inOrderOfWork, nextOfMine, ownFigures } from './own-figures'

test('a shared element is asked once, for all KPIs that use it', () => {
  const asked = askedElement(framework, 'DECL_ALL')

  expect(asked?.kpis.map(({ code }) => code)).toEqual(['TF-01-1', 'TF-01-2'])
  expect(asked?.operands).toMatchObject([{ symbol: 'B', period: 'T' }])
  expect(askedElement(framework, 'NONE')).toBeNull()
})

test('what is given counts its own figures, and what is left comes first', () => {
  const given = [
    { elementCode: 'DECL_ALL', dueOn: '2026-11-01' },
    { elementCode: 'REV', dueOn: '2026-12-01' },
    { elementCode: 'TARGET', dueOn: null },
    { elementCode: null, dueOn: '2026-10-01' },
  ]
  const own = ownFigures(framework, given, [figure('DECL_ALL', '5'), figure('REV', null)])

  expect(own.map(({ element, figures }) => [element.code, figures.entered, figures.total])).toEqual(
    [
      ['DECL_ALL', 1, 1],
      ['REV', 0, 1],
      ['TARGET', 0, 1],
    ],
  )
  expect(inOrderOfWork(own).map(({ element }) => element.code)).toEqual([
    'REV',
    'TARGET',
    'DECL_ALL',
  ])
})

test('after one figure comes what is left, else the one that follows, and nothing where it is the only one', () => {
  const given = ['DECL_ALL', 'REV', 'TARGET'].map((elementCode) => ({ elementCode, dueOn: null }))
  const after = (code: string, entered: readonly string[]) => {
    const values = entered.map((each) => figure(each, '5'))
    return nextOfMine(ownFigures(framework, given, values), code)?.element.code
  }
  expect(after('DECL_ALL', [])).toBe('REV')
  expect(after('DECL_ALL', ['REV'])).toBe('TARGET')
  expect(after('TARGET', ['DECL_ALL'])).toBe('REV')
  expect(after('TARGET', ['DECL_ALL', 'REV', 'TARGET'])).toBe('DECL_ALL')
  expect(nextOfMine(ownFigures(framework, given.slice(0, 1), []), 'DECL_ALL')).toBeNull()
})
