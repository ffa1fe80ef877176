import { clearKept, keep, openKept } from '@pmm/portal-kit'
import { mountKit } from '@pmm/portal-kit/testing'
import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import assessment from '../locales/en.json'
import type { KeptEntry } from './kept-figure'
import KeptList from './KeptList.vue'

afterEach(clearKept)

test('names each figure as it was named when it was typed, the code beside it', async () => {
  await openKept({ person: 'P', role: 'COORDINATOR AD' })
  const base = { value: null, revision: 0 }
  const figure = { assessmentId: 'A', kpiCode: 'TF-01-1', year: 2024, text: '490200', base, attempt: 'K' } // prettier-ignore
  keep<KeptEntry>('1', { ...figure, elementCode: 'DECL_ALL', elementName: 'All declarations' })
  keep<KeptEntry>('2', { ...figure, elementCode: 'DECL_PAPER' })
  const list = mountKit(KeptList, { messages: { assessment } })
  await flushPromises()
  expect(list.findAll('dt').map((each) => each.text())).toEqual([
    'TF-01-1: All declarations, 2024 DECL_ALL',
    'TF-01-1: DECL_PAPER, 2024',
  ])
})
