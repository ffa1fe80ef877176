import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { mountAdmin, type Answers } from '../../app/mount.testing'
import VersionTextsView from './VersionTextsView.vue'

afterEach(() => {
  document.body.innerHTML = ''
})

const permission = { __typename: 'Permission', allowed: true, code: 'OK', reason: '' }
const tree = {
  __typename: 'FrameworkVersion', id: 'v', code: 'DRAFT', status: 'DRAFT', name: 'working draft', baseVersion: null,
  dimensions: [], instruments: [], scales: [], dataElements: [], undoableChange: null,
  viewerCan: { __typename: 'FrameworkVersionViewerCan', edit: permission },
} // prettier-ignore
const served = (over: Record<string, unknown> = {}) => ({
  frameworkVersion: {
    __typename: 'FrameworkVersion', id: 'v', version: 2, status: 'DRAFT',
    nameEn: 'working draft', nameFr: 'working draft', nameFrServed: 'EN',
    changeNotesEn: 'Invented changes', changeNotesFr: null, changeNotesFrServed: null, internalNotes: null,
    dryRun: { __typename: 'DryRun', isCurrent: false, createdAt: '2026-11-02T09:00:00Z', logEn: '### New KPIs', logFr: '### Nouveaux ICP' },
    ...over,
  },
}) // prettier-ignore

async function edit(answers: Answers) {
  const { wrapper, sent } = mountAdmin(VersionTextsView, {
    props: { code: 'DRAFT' },
    answers: {
      EditorTree: () => ({ frameworkVersion: tree }),
      VersionTexts: () => served(),
      PresenceNote: () => ({
        frameworkPresenceNote: { __typename: 'Payload', presence: [], problems: [] },
      }),
      ...answers,
    },
  })
  const settled = async () => {
    for (let round = 0; round < 6; round += 1) await flushPromises()
  }
  await settled()
  const press = async (label: string) => {
    await wrapper.findAll('button').find((each) => each.text() === label)!.trigger('click') // prettier-ignore
    await settled()
  }
  const field = (label: string) => wrapper.get<HTMLTextAreaElement>(`[aria-label="${label}"]`)
  return { wrapper, sent, press, field }
}
const answer = (problems: object[] = []) => ({
  frameworkVersionUpdate: {
    __typename: 'Payload',
    frameworkVersion: { __typename: 'FrameworkVersion', id: 'v', version: 3 },
    problems,
  },
})

test('the English name is changed, and the change log is taken into the notes of both languages', async () => {
  const { wrapper, sent, press, field } = await edit({ FrameworkVersionUpdate: () => answer() })
  expect(field('Name, French').element.value).toBe('')
  expect(wrapper.text()).toContain('The draft was changed since the dry run')

  await field('Name, English').setValue('PMM v.2')
  await press('Take into the notes')
  expect(field('What changed, French').element.value).toBe('### Nouveaux ICP')
  await press('Save')

  expect(sent.find(({ name }) => name === 'FrameworkVersionUpdate')?.variables).toMatchObject({
    input: {
      versionId: 'v',
      expectedVersion: 2,
      name: { en: 'PMM v.2' },
      changeNotes: { en: 'Invented changes\n\n### New KPIs', fr: '### Nouveaux ICP' },
    },
  })
})

test('what a colleague saved meanwhile is settled text by text', async () => {
  let now = served()
  const { wrapper, sent, press, field } = await edit({
    VersionTexts: () => now,
    LastChange: () => ({
      frameworkVersion: { __typename: 'FrameworkVersion', id: 'v', history: { __typename: 'Page', nodes: [] } },
    }),
    FrameworkVersionUpdate: () => {
      now = served({ version: 5, nameEn: 'PMM, second edition' })
      const problem = { __typename: 'Problem', code: 'CONFLICT', reason: 'STALE_VERSION', message: 'Stale.', path: ['input'] }
      return answer([problem])
    },
  }) // prettier-ignore
  await field('Name, English').setValue('PMM v.2')
  await press('Save')

  const alert = wrapper.get('[role="alert"]').text()
  expect(alert).toContain('PMM v.2')
  expect(alert).toContain('PMM, second edition')
  await press('Save')
  expect(sent.filter(({ name }) => name === 'FrameworkVersionUpdate')).toHaveLength(1)
  await press('Take theirs')
  expect(field('Name, English').element.value).toBe('PMM, second edition')
})

test('without a dry run the way to one is shown', async () => {
  const { wrapper } = await edit({ VersionTexts: () => served({ dryRun: null }) })

  expect(wrapper.text()).toContain('There is no change log yet')
})
