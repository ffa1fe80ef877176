import { mountKit } from '@pmm/portal-kit/testing'
import { describe, expect, it } from 'vitest'
import texts from '../locales/en.json'
import DeskList from './DeskList.vue'

const score = (kpiCode: string, facts: object = {}) => ({
  id: `score of ${kpiCode}`,
  kpiCode,
  isOwn: true,
  status: 'SENT',
  judgement: 'AGREE',
  ...facts,
})
const review = {
  id: 'review',
  dueOn: '2027-05-30',
  administration: { id: 'FR', name: 'Freedonia' },
  cycle: { id: 'cycle', name: 'Cycle 2' },
  kpis: ['TF-01-1', 'TF-02-1', 'RC-01-2', 'EP-01-1', 'OD-01-1'].map((code) => ({
    id: code,
    code,
    name: `Name of ${code}`,
  })),
  scores: [
    score('TF-01-1'),
    score('TF-02-1', { judgement: 'DIFFER' }),
    score('RC-01-2', { status: 'DRAFT' }),
    score('OD-01-1', { isOwn: false }),
  ],
  findings: [{ id: 'question', kpiCode: 'EP-01-1', isOwn: true, kind: 'QUESTION' }],
}

function open() {
  return mountKit(DeskList, {
    props: { review, current: 'TF-02-1' },
    messages: { review: texts },
  })
}

describe('the list of the review desk', () => {
  it('says for each KPI how far the own work has come', () => {
    const states = open()
      .findAll('li')
      .map((item) => item.find('.status-label').text())

    expect(states).toEqual(['Agreed', 'Differs', 'Draft', 'Asked', 'Open'])
  })

  it('counts what was judged for good, not drafts and not the work of colleagues', () => {
    expect(open().find('[role=meter]').attributes('aria-valuenow')).toBe('2')
  })

  it('marks the KPI on the desk and opens another', async () => {
    const list = open()
    await list.findAll('button')[0]!.trigger('click')

    expect(list.find('[aria-current=true]').text()).toContain('TF-02-1')
    expect(list.emitted('open')).toEqual([['TF-01-1']])
  })
})
