import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { mountAdmin, type Answers } from '../../app/mount.testing'
import NodeTextsView from './NodeTextsView.vue'

afterEach(() => {
  document.body.innerHTML = ''
})

const permission = { __typename: 'Permission', allowed: true, code: 'OK', reason: '' }
const tree = {
  __typename: 'FrameworkVersion', id: 'v', code: 'DRAFT', status: 'DRAFT', name: 'Draft', baseVersion: null,
  dimensions: [], instruments: [], scales: [], undoableChange: null,
  dataElements: [{ __typename: 'DataElement', id: 'e', code: 'DECL_ALL', version: 3, label: 'Declarations', frenchLabel: 'FR', unit: 'number' }],
  viewerCan: { __typename: 'FrameworkVersionViewerCan', edit: permission },
} // prettier-ignore

/** A data element as the server has it now. */
const element = { version: 3, nameEn: 'Declarations' }
const served = (over: Partial<typeof element> = {}) => ({
  frameworkVersion: {
    __typename: 'FrameworkVersion', id: 'v', dimensions: [], scales: [],
    dataElements: [{
      __typename: 'DataElement', id: 'e', code: 'DECL_ALL', valueType: 'COUNT', unit: 'number', nature: 'FLOW', origin: 'ENTERED',
      min: '0', max: null, isInteger: true, scale: null, nameFr: 'Déclarations', nameFrServed: 'FR',
      descriptionEn: 'What', descriptionFr: 'Quoi', descriptionFrServed: 'FR', translationStatus: [],
      provenance: { __typename: 'Provenance', status: 'INVENTED', fields: [], sources: [], note: null },
      ...element, ...over,
    }],
  },
}) // prettier-ignore
const refusal = (reason: string, message: string) => () => ({
  dataElementUpdate: {
    __typename: 'DataElementUpdatePayload',
    dataElement: null,
    problems: [{ __typename: 'Problem', code: 'CONFLICT', reason, message, path: ['input', 'label', 'en'] }],
  },
}) // prettier-ignore

async function edit(answers: Answers) {
  const { wrapper, sent } = mountAdmin(NodeTextsView, {
    props: { code: 'DRAFT', kind: 'element', node: 'DECL_ALL' },
    answers: {
      EditorTree: () => ({ frameworkVersion: tree }),
      NodeTexts: () => served(),
      PresenceNote: () => ({
        frameworkPresenceNote: { __typename: 'Payload', presence: [], problems: [] },
      }),
      ...answers,
    },
  })
  await flushPromises()
  const name = wrapper.get<HTMLTextAreaElement>('textarea[lang="en"]')
  await name.setValue('All declarations')
  const save = async () => {
    await wrapper.findAll('button').find((each) => each.text() === 'Save')!.trigger('click') // prettier-ignore
    for (let round = 0; round < 6; round += 1) await flushPromises()
  }
  return { wrapper, sent, name, save }
}

test('a refused save keeps what was typed and says why, until it is saved or taken back', async () => {
  const { wrapper, name, save } = await edit({
    DataElementUpdate: refusal('WRONG_STATE', 'Only a draft is edited.'),
  })

  await save()

  expect(name.element.value).toBe('All declarations')
  expect(wrapper.get('[role="alert"]').text()).toContain('Only a draft is edited.')
  await wrapper.get('textarea[lang="fr"]').setValue('Toutes les déclarations')
  expect(wrapper.find('[role="alert"]').exists()).toBe(true)

  await wrapper.findAll('button').find((each) => each.text() === 'Discard changes')!.trigger('click') // prettier-ignore
  await flushPromises()
  expect(wrapper.find('[role="alert"]').exists()).toBe(false)
})

test('where the line is down nothing typed is lost either', async () => {
  const { wrapper, name, save } = await edit({})

  await save()

  expect(name.element.value).toBe('All declarations')
  expect(wrapper.get('[role="alert"]').text()).not.toBe('')
})

test('what a colleague saved meanwhile stands beside what was typed, and nothing is saved before a choice', async () => {
  let now: ReturnType<typeof served> = served()
  const colleague = { __typename: 'PersonCard', id: 'p', name: 'Pascal Iskander' }
  const { wrapper, sent, name, save } = await edit({
    NodeTexts: () => now,
    LastChange: () => ({
      frameworkVersion: {
        __typename: 'FrameworkVersion', id: 'v',
        history: { __typename: 'Page', nodes: [{ __typename: 'FrameworkChange', id: 'c', at: '2026-11-02T09:00:00Z', person: colleague }] },
      },
    }),
    DataElementUpdate: () => {
      now = served({ version: 4, nameEn: 'Customs declarations' })
      return refusal('STALE_VERSION', 'Somebody else has saved it meanwhile.')()
    },
  }) // prettier-ignore

  await save()

  const alert = wrapper.get('[role="alert"]').text()
  expect(alert).toMatch(/Pascal Iskander saved this meanwhile, .*2026/)
  expect(alert).toContain('All declarations')
  expect(alert).toContain('Customs declarations')
  expect(name.element.value).toBe('All declarations')

  const saves = () => sent.filter((each) => each.name === 'DataElementUpdate')
  await save()
  expect(saves()).toHaveLength(1)
  await wrapper.get('[aria-label="Keep mine: Label, English"]').trigger('click')
  await save()
  expect(saves()[1]?.variables).toMatchObject({
    input: { expectedVersion: 4, label: { en: 'All declarations' } },
  })
})

test('a limit that is no figure is not sent, and the field is named', async () => {
  const { wrapper, sent, save } = await edit({})
  await wrapper.findAll('input[inputmode="decimal"]')[0]!.setValue('1e3')

  await save()

  expect(sent.map(({ name }) => name)).not.toContain('DataElementUpdate')
  expect(wrapper.get('[role="alert"]').text()).toMatch(/A figure is a plain number/)
})
