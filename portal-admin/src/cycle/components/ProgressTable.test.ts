import { afterEach, expect, test } from 'vitest'
import { mountAdmin } from '../../app/mount.testing'
import type { ProgressRow } from '../model'
import ProgressTable from './ProgressTable.vue'

afterEach(() => {
  document.body.innerHTML = ''
})

const row = (stage: ProgressRow['stage'], kpisReady: number, kpisTotal: number | null) => ({
  administration: { id: stage, code: stage, name: `${stage} ${kpisReady}` },
  regionCode: 'EU', stage, figuresEntered: 0, figuresTotal: null, kpisReady, kpisTotal, isOverdue: false,
}) // prettier-ignore
const cellsOf = (rows: readonly object[]) => {
  const { wrapper } = mountAdmin(ProgressTable, { props: { rows } })
  const at = wrapper.findAll('th').findIndex((head) => head.text() === 'KPIs ready')
  return wrapper
    .findAll('tbody tr')
    .map((each) => each.findAll('th, td')[at]!.text().replaceAll(/\s+/g, ' '))
}

test('tells how far work is that was not handed in, and never rounds it up to all', () => {
  expect(
    cellsOf([
      row('DRAFT', 34, 51),
      row('INTERNAL_APPROVAL', 50, 51),
      row('RETURNED', 51, 51),
      row('RETURNED', 299, 300),
      row('DRAFT', 0, 51),
      row('NOT_STARTED', 0, null),
      row('SUBMITTED', 50, 51),
    ]),
  ).toEqual([
    '34 of 51 · 67 %',
    '50 of 51 · 98 %',
    '51 of 51 · 100 %',
    '299 of 300 · 99 %',
    '0 of 51 · 0 %',
    '–',
    '50 of 51',
  ])
})
