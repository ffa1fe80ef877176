import { mountKit } from '@pmm/portal-kit/testing'
import { nextTick } from 'vue'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { check, framework, response } from '../assessment.fixture'
import assessment from '../locales/en.json'
import type { ResponseEntry } from '../model'
import { workTree } from '../work-tree'
import ValuePanel from './ValuePanel.vue'

const OF_BEFORE = assessment.value.ofBefore
const IMPOSSIBLE = assessment.value.impossible

function show(facts: Partial<ResponseEntry> = {}, isContested = false) {
  const answer = response('TF-01-1', { state: 'REPORTED', value: '45.6', score: '45.6', ...facts })
  const work = workTree(framework, [answer], []).byCode.get('TF-01-1')!
  return mountKit(ValuePanel, {
    props: { work, year: 2024, typed: { A: '420', B: '900' }, isDraft: true, isStale: false, isContested }, // prettier-ignore
    messages: { assessment },
  })
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('while typed figures are not saved, the value is marked as of those before', async () => {
  const panel = show()
  await panel.setProps({ isStale: true })
  expect(panel.text()).not.toContain(OF_BEFORE)
  await vi.advanceTimersByTimeAsync(2000)
  expect(panel.text()).toContain(OF_BEFORE)
  await panel.setProps({ isStale: false })
  await nextTick()
  expect(panel.text()).not.toContain(OF_BEFORE)
})

test('where a colleague saved meanwhile, only that is said', async () => {
  const panel = show({}, true)
  await panel.setProps({ isStale: true })
  await vi.advanceTimersByTimeAsync(2000)
  expect(panel.text()).not.toContain(OF_BEFORE)
  expect(panel.text()).toContain(assessment.value.contested)
})

test('a value of an impossible figure is marked, one with a warning is not', () => {
  expect(show({ checks: [check('BLOCK')] }).text()).toContain(IMPOSSIBLE)
  expect(show({ checks: [check('WARN')] }).text()).not.toContain(IMPOSSIBLE)
})
