import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { mountAdmin } from '../../app/mount.testing'
import ExtensionsPanel from './ExtensionsPanel.vue'

afterEach(() => {
  document.body.innerHTML = ''
})

const given = (code: string, over: object) => ({
  administration: { id: code, code, name: code }, stage: 'DRAFT', extensionReason: 'Flood.', ...over,
}) // prettier-ignore

test('an extension that a later end has overtaken says so, with the end that counts', async () => {
  const early = '2027-01-20T12:00:00Z'
  const late = '2027-02-20T12:00:00Z'
  const closesAt = '2027-01-31T12:00:00Z'
  const nodes = [
    given('ALPHA', { extendedUntil: early, dueAt: closesAt }),
    given('BETA', { extendedUntil: late, dueAt: late }),
    given('GAMMA', { extendedUntil: early, dueAt: null, stage: 'SUBMITTED' }),
    given('DELTA', { extendedUntil: late, dueAt: null, stage: 'ACCEPTED' }),
  ]
  const { wrapper } = mountAdmin(ExtensionsPanel, {
    props: { cycle: { id: 'C', code: 'C', closesAt, assessmentExtend: { allowed: true, code: 'OK', reason: '' } } },
    answers: { CycleExtensions: () => ({ cycle: { __typename: 'Cycle', id: 'C', progress: { __typename: 'CycleProgressConnection', nodes } } }) },
  }) // prettier-ignore
  await flushPromises()

  const overtaken = wrapper.findAll('tbody tr').filter((row) => row.text().includes('Overtaken'))
  expect(overtaken.map((row) => row.get('th, td').text())).toEqual(['ALPHA', 'GAMMA'])
  expect(overtaken[0]!.text()).toContain('Overtaken: the end is 31')
  expect(overtaken[0]!.get('s').text()).toContain('20')
})
