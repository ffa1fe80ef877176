import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { mountAdmin } from '../../app/mount.testing'
import VersionActions from './VersionActions.vue'

beforeAll(() => {
  // happy-dom knows the element without its modal side.
  HTMLDialogElement.prototype.showModal ??= vi.fn<() => void>()
})
afterEach(() => {
  document.body.innerHTML = ''
})

const answer = (code: string) => ({ allowed: code === 'OK', code, reason: `because ${code}` })
const STEPS = ['submit', 'return', 'approve', 'recordApproval', 'publish', 'retire']
const versionThat = (step: string, over: Record<string, unknown> = {}) => ({
  id: 'v1',
  version: 4,
  kind: 'ERRATUM',
  isDemonstration: false,
  contentHash: 'h1',
  approvals: [],
  viewerCan: Object.fromEntries(
    STEPS.map((each) => [each, answer(each === step ? 'OK' : 'WRONG_STATE')]),
  ),
  ...over,
})
const done = (field: string, status: string) => () => ({
  [field]: {
    __typename: 'FrameworkVersionPayload',
    frameworkVersion: { __typename: 'FrameworkVersion', id: 'v1', status, version: 5 },
    problems: [],
  },
})
const answers = {
  FrameworkVersionSubmit: done('frameworkVersionSubmit', 'IN_REVIEW'),
  FrameworkVersionRetire: done('frameworkVersionRetire', 'RETIRED'),
  FrameworkVersionPublish: done('frameworkVersionPublish', 'PUBLISHED'),
}
const begin = async (version: object) => {
  const { wrapper, sent } = mountAdmin(VersionActions, { props: { version }, answers })
  await wrapper.get('button').trigger('click')
  const confirm = async () => {
    await wrapper.findAll('dialog footer button').at(-1)!.trigger('click')
    await flushPromises()
  }
  return { wrapper, sent, confirm }
}

test('a step that was taken has the version asked for again', async () => {
  const { wrapper, confirm } = await begin(versionThat('submit'))

  await confirm()

  expect(wrapper.emitted('reload')).toHaveLength(1)
})

test('nothing is retired until it is said why', async () => {
  const { wrapper, sent, confirm } = await begin(versionThat('retire'))

  await confirm()
  expect(sent).toEqual([])
  await wrapper.get('textarea').setValue(' Superseded. ')
  await confirm()

  expect(sent[0]?.variables['input']).toMatchObject({ versionId: 'v1', reason: 'Superseded.' })
})

test('without the Council nothing is published until it is said why', async () => {
  const { wrapper, sent, confirm } = await begin(versionThat('publish'))

  await confirm()
  expect(sent).toEqual([])
  expect(wrapper.emitted('reload')).toBeUndefined()
  expect(wrapper.get('dialog textarea').attributes('aria-invalid')).toBe('true')
  expect(wrapper.text()).toContain('Give the reason, or record the endorsement of the Council first.') // prettier-ignore

  await wrapper.get('dialog textarea').setValue('A typing error.')
  await confirm()
  expect(sent[0]?.variables['input']).toMatchObject({ councilWaiver: 'A typing error.' })
  expect(wrapper.emitted('reload')).toHaveLength(1)
})

test('a recorded endorsement is told, and no reason asked for', async () => {
  const endorsed = {
    body: 'COUNCIL',
    decision: 'ENDORSED',
    decidedOn: '2026-06-26',
    sessionName: '147th Session',
    contentHash: 'h1',
    voidedAt: null,
  }
  const { wrapper, sent, confirm } = await begin(versionThat('publish', { approvals: [endorsed] }))

  expect(wrapper.find('dialog textarea').exists()).toBe(false)
  expect(wrapper.get('dialog .note').text()).toContain('Council: endorsed')
  expect(wrapper.get('dialog .note').text()).toContain('147th Session')
  await confirm()
  expect(sent[0]?.variables['input']).toMatchObject({ councilWaiver: null })
})

test('a revision for real is told to go to the Council first', async () => {
  const { wrapper, sent, confirm } = await begin(versionThat('publish', { kind: 'REVISION' }))

  await confirm()

  expect(wrapper.find('dialog textarea').exists()).toBe(false)
  expect(wrapper.get('dialog .note').text()).toContain('Record it first')
  expect(sent).toEqual([])
})
