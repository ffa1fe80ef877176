import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { mountAdmin } from '../../app/mount.testing'
import OfficerActions from './OfficerActions.vue'

beforeAll(() => {
  // happy-dom knows the element without its modal side.
  HTMLDialogElement.prototype.showModal ??= vi.fn<() => void>()
})
afterEach(() => {
  document.body.innerHTML = ''
})

const may = { allowed: true, code: 'OK', reason: '' }
const answers = ['RC-01-1', 'TF-01-1', 'TF-01-2'].map((kpiCode) => ({
  kpiCode,
  kpi: { name: kpiCode },
}))
const asked = { codes: ['TF-01-2', 'RC-01-1'], reason: 'Wrong year.' }
const mounted = () =>
  mountAdmin(OfficerActions, {
    props: {
      assessment: {
        id: 'A', status: 'SUBMITTED', version: 3, administration: { id: 'X' }, cycle: { id: 'C' },
        viewerCan: { extend: may, reopen: may, return: may, accept: may, decline: may },
      },
      answers,
      items: [],
      asked,
    },
    answers: { AssessmentReopen: () => ({ assessmentReopen: { __typename: 'AssessmentPayload', assessment: null, problems: [] } }) },
  }) // prettier-ignore
type Mounted = ReturnType<typeof mounted>

const begin = async ({ wrapper }: Mounted, beginning: object) => {
  ;(wrapper.vm as unknown as { begin: (step: string, of: object) => void }).begin(
    'reopen',
    beginning,
  )
  await flushPromises()
}
const send = async ({ wrapper, sent }: Mounted) => {
  await wrapper.get('input[type=date]').setValue('2027-01-31')
  const buttons = wrapper.get('dialog').findAll('button')
  await buttons.find((each) => each.text() === 'Reopen')!.trigger('click')
  await flushPromises()
  return sent.find(({ name }) => name === 'AssessmentReopen')?.variables
}
const ticked = ({ wrapper }: Mounted) =>
  wrapper
    .findAll<HTMLInputElement>('dialog input[type=checkbox]')
    .filter(({ element }) => element.checked)

test('what was asked for is opened as it was asked, counted and named', async () => {
  const page = mounted()
  await begin(page, { asked })
  expect(page.wrapper.get('dialog').text()).toContain(
    'What the administration asked for, 2 KPIs: TF-01-2, RC-01-1',
  )
  expect(page.wrapper.get('dialog').text()).not.toContain('Requested by')
  expect(await send(page)).toMatchObject({
    input: { kpiCodes: ['TF-01-2', 'RC-01-1'], reason: 'Wrong year.', requestedBy: 'MEMBER' },
  })
})

test('otherwise nothing is ticked, and it is said how many are', async () => {
  const page = mounted()
  await begin(page, {})
  expect(ticked(page)).toEqual([])
  expect(page.wrapper.get('dialog').text()).toContain('No KPI chosen.')

  await page.wrapper.get('textarea').setValue('One is enough.')
  await page.wrapper.get('dialog input[type=checkbox]').setValue(true)
  expect(page.wrapper.get('dialog').text()).toContain('1 KPI chosen: RC-01-1')
  expect(await send(page)).toMatchObject({ input: { kpiCodes: ['RC-01-1'] } })
})

test('from what was asked to a choice of the own nothing comes along', async () => {
  const page = mounted()
  await begin(page, { asked })
  await page.wrapper.get('dialog input[type=radio][value=ITEMS]').setValue(true)
  expect(ticked(page)).toEqual([])
})
