import { describe, expect, test } from 'vitest'
import type { ReleasedAnswer } from './answer'
import { minimumOf } from '../edition'
import { cellsOf } from './cells'

const usual = minimumOf({ membersMinimum: 5, publicMinimum: 10 })
const ratio = { code: 'TF-01-1', kind: 'RATIO' as const }

function answers(count: number, change: (index: number) => Partial<ReleasedAnswer> = () => ({})) {
  return Array.from({ length: count }, (_, index): ReleasedAnswer => ({
    administrationId: `administration-${index}`,
    kpiCode: 'TF-01-1',
    state: 'REPORTED',
    value: String(90 + (index % 10)),
    level: 'NATIONAL',
    aggregateUse: 'PUBLIC',
    ...change(index),
  }))
}

const cell = (
  edition: 'PUBLIC' | 'MEMBERS',
  given: readonly ReleasedAnswer[],
  kpi = ratio as Parameters<typeof cellsOf>[0],
  minimum = usual,
) => cellsOf(kpi, 'ALL', given, minimum).find((each) => each.edition === edition)!

test('the minimum of a cycle raises the one of the method and never lowers it', () => {
  const raised = minimumOf({ membersMinimum: 8, publicMinimum: 12 })

  expect(minimumOf({ membersMinimum: 1, publicMinimum: 2 })).toEqual(usual)
  expect(cell('PUBLIC', answers(11), ratio, raised).rule).toBe('TOO_FEW')
  expect(cell('PUBLIC', answers(12), ratio, raised).rule).toBe('SHOWN')
  expect(cell('MEMBERS', answers(7), ratio, raised).rule).toBe('TOO_FEW')
  // Whom one edition counts and the other does not are as many at the least, or none.
  const added = (more: number) =>
    answers(20 + more, (index) => ({ aggregateUse: index < 20 ? 'PUBLIC' : 'MEMBERS' }))
  expect(cell('MEMBERS', added(8), ratio, raised).exactN).toBe(20)
  expect(cell('MEMBERS', added(9), ratio, raised).exactN).toBe(29)
})

describe('a group figure', () => {
  test('is shown to the public from ten administrations on, and not with nine', () => {
    expect(cell('PUBLIC', answers(10)).access).toBe('VISIBLE')
    expect(cell('PUBLIC', answers(9))).toMatchObject({ access: 'SUPPRESSED', rule: 'TOO_FEW' })
  })

  test('is shown to members from five others on: six that are not open, or five that are', () => {
    expect(cell('MEMBERS', answers(6)).access).toBe('VISIBLE')
    expect(cell('MEMBERS', answers(5)).access).toBe('SUPPRESSED')
    expect(
      cell(
        'MEMBERS',
        answers(5, () => ({ level: 'WCO' })),
      ).access,
    ).toBe('VISIBLE')
    expect(
      cell(
        'MEMBERS',
        answers(4, () => ({ level: 'WCO' })),
      ).access,
    ).toBe('SUPPRESSED')
  })

  test('is held back when few hidden values could be worked out from the open ones', () => {
    const nineHidden = answers(30, (index) => ({ level: index < 9 ? 'NATIONAL' : 'PUBLIC' }))
    const noneHidden = answers(30, () => ({ level: 'PUBLIC' }))

    expect(cell('PUBLIC', nineHidden)).toMatchObject({
      access: 'SUPPRESSED',
      rule: 'TOO_FEW_HIDDEN',
    })
    expect(cell('PUBLIC', noneHidden).access).toBe('VISIBLE')
  })

  test('counts only answers that are reported and may be used', () => {
    const mixed = [
      ...answers(20),
      ...answers(3, () => ({ state: 'NOT_APPLICABLE', value: null })),
      ...answers(3, () => ({ aggregateUse: 'NONE' })),
      ...answers(3, () => ({ aggregateUse: 'MEMBERS' })),
    ]

    expect(cell('PUBLIC', mixed)).toMatchObject({ exactN: 20, n: 20 })
  })

  test('is over the same administrations in both editions unless clearly more take part in one', () => {
    const fewMore = [...answers(20), ...answers(3, () => ({ aggregateUse: 'MEMBERS' }))]
    const manyMore = [...answers(20), ...answers(8, () => ({ aggregateUse: 'MEMBERS' }))]

    expect(cell('MEMBERS', fewMore).exactN).toBe(20)
    expect(cell('MEMBERS', manyMore).exactN).toBe(28)
  })

  test('has one decimal and an exact count from twenty on, whole units and a band below', () => {
    const twenty = answers(20, (index) => ({ value: index === 0 ? '91.5' : '90' }))
    const nineteen = answers(19, (index) => ({ value: index === 0 ? '99.5' : '90' }))

    expect(cell('PUBLIC', twenty)).toMatchObject({ mean: '90.1', n: 20, nBand: '20+' })
    expect(cell('PUBLIC', nineteen)).toMatchObject({ mean: '91', n: null, nBand: '10-19' })
  })

  test('is held back when everybody gave the same categorical answer', () => {
    const allYes = answers(30, () => ({ value: '1' }))
    const binary = { code: 'TF-04-3', kind: 'BINARY' as const }

    expect(cell('PUBLIC', allYes, binary)).toMatchObject({
      access: 'SUPPRESSED',
      rule: 'ALL_EQUAL',
    })
    expect(cell('PUBLIC', allYes).access).toBe('VISIBLE')
  })

  test('that is held back carries nothing', () => {
    expect(cell('PUBLIC', answers(3))).toMatchObject({ n: null, nBand: null, mean: null })
  })
})
