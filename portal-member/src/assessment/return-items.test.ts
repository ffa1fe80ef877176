import { mountKit } from '@pmm/portal-kit/testing'
import { describe, expect, test } from 'vitest'
import { framework, response } from './assessment.fixture'
import ReturnedList from './components/ReturnedList.vue'
import locale from './locales/en.json'
import { groupsOf, itemsOf } from './return-items'
import { workTree } from './work-tree'

const CODES = ['TF-01-1', 'TF-01-2', 'RC-01-1']
const item = (kpiCode: string, facts: object = {}) => ({
  id: `${kpiCode} 2`,
  kpiCode,
  submissionNumber: 2,
  reason: 'Counted twice.',
  createdAt: '2026-11-02T10:00:00Z',
  answer: null,
  isCleared: false,
  isOwnRequest: true,
  canAnswer: true,
  version: 1,
  ...facts,
})
const former = item('RC-01-1', { id: 'former', submissionNumber: 1, answer: 'Corrected.' })
const all = [...CODES.map((code) => item(code)), former]

describe('what came back', () => {
  test('is what the last return names; what an earlier one asked is settled', () => {
    const returned = { status: 'RETURNED', submissionCount: 2, returnItems: all }
    expect(itemsOf(returned).map(({ kpiCode }) => kpiCode)).toEqual(CODES)
  })

  test('stays readable at its KPI after the next submission', () => {
    expect(itemsOf({ status: 'SUBMITTED', submissionCount: 3, returnItems: all })).toEqual(all)
  })

  test('stands as one where the words are the same and no answer is asked', () => {
    const other = item('TF-01-2', { reason: 'Another.' })
    expect(groupsOf([all[0]!, other, all[2]!])).toEqual([[all[0], all[2]], [other]])
  })

  test('stands one by one where a few are to be answered', () => {
    const asked = [1, 2, 3, 4].map((each) => item(`K-${each}`, { isOwnRequest: false }))
    expect(groupsOf(asked.slice(1))).toHaveLength(3)
    expect(groupsOf(asked)).toEqual([asked])
  })
})

const shown = (items: readonly object[]) =>
  mountKit(ReturnedList, {
    props: { items, work: workTree(framework, CODES.map((code) => response(code)), []) }, // prettier-ignore
    messages: { assessment: locale },
  })

describe('the list of what came back', () => {
  test('says a sentence once, names each KPI in a folded list, and offers no field', () => {
    const list = shown(CODES.map((code) => item(code)))
    expect(list.text().split('Counted twice.')).toHaveLength(2)
    expect(list.get('summary').text()).toBe('3 KPIs')
    expect(list.findAll('li a').map((link) => link.attributes('href'))).toEqual(
      CODES.map((code) => `/assessment/kpi/${code}`),
    )
    expect(list.find('textarea').exists()).toBe(false)
  })

  test('is closed where it is long', () => {
    const many = Array.from({ length: 51 }, (_, at) => item(`K-${at}`))
    expect(shown(many).get('details').attributes('open')).toBeUndefined()
  })
})
