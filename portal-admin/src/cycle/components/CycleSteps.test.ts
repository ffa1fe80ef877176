import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { mountAdmin } from '../../app/mount.testing'
import CycleSteps from './CycleSteps.vue'

beforeAll(() => {
  // happy-dom knows the element without its modal side.
  HTMLDialogElement.prototype.showModal ??= vi.fn<() => void>()
})
afterEach(() => {
  document.body.innerHTML = ''
})

const answer = (code: string) => ({ allowed: code === 'OK', code, reason: `because ${code}` })
const cycleThat = (over: Record<string, unknown> = {}, can: Record<string, string> = {}) => ({
  id: 'c3',
  name: 'Cycle 3',
  version: 4,
  status: 'PLANNED',
  closesAt: '2099-06-30T21:59:59.000Z',
  reminderDays: [30, 7, 1],
  invitesAll: true,
  defaultDisclosure: 'WCO',
  membersMinimum: 8,
  publicMinimum: 12,
  leastCoverage: 60,
  frameworkVersion: { id: 'v1', name: 'PMM v.1', status: 'PUBLISHED' },
  progressSummary: {
    administrationCount: 187,
    submittedCount: 20,
    lapsingCount: 13,
    goingOnCount: 2,
    stages: [
      { stage: 'DRAFT', administrationCount: 11 },
      { stage: 'INTERNAL_APPROVAL', administrationCount: 2 },
      { stage: 'SUBMITTED', administrationCount: 2 },
      { stage: 'RETURNED', administrationCount: 1 },
    ],
  },
  viewerCan: Object.fromEntries(
    ['open', 'close', 'reopen', 'report', 'remove'].map((step) => [
      step,
      answer(can[step] ?? 'WRONG_STATE'),
    ]),
  ),
  ...over,
})
const mountSteps = (cycle: object, answers = {}, others: readonly string[] = []) =>
  mountAdmin(CycleSteps, { props: { cycle, others }, answers })

describe('the steps of a cycle', () => {
  test('list what opening brings about, with the numbers of today', () => {
    const { wrapper } = mountSteps(cycleThat({}, { open: 'OK' }))

    expect(wrapper.findAll('h3').map((each) => each.text())).toEqual(['Open cycle'])
    expect(wrapper.text()).toContain('187 administrations are invited')
    expect(wrapper.text()).toContain('Everybody is measured by PMM v.1.')
    expect(wrapper.text()).toContain('Answers begin with the level “WCO members”')
    expect(wrapper.text()).toContain('need 8 administrations for members and 12 for the public')
    expect(wrapper.text()).toContain('a score needs 60 % of its KPIs scored')
    expect(wrapper.text()).not.toContain('not chosen')
  })

  test('say that those who were not chosen are not told', () => {
    const { wrapper } = mountSteps(
      cycleThat({ invitesAll: false, leastCoverage: null }, { open: 'OK' }),
    )

    expect(wrapper.text()).toContain('not chosen are not told')
    expect(wrapper.text()).toContain('scores follow the coverage of the framework version')
  })

  test('bring back by reopening what has lapsed, not what goes on under an extension', () => {
    const { progressSummary } = cycleThat()
    const { wrapper } = mountSteps(
      cycleThat(
        { status: 'CLOSED', progressSummary: { ...progressSummary, lapsingCount: 0 } },
        { reopen: 'OK' },
      ),
    )

    expect(wrapper.text()).toContain('No lapsed draft comes back.')
  })

  test('count what closing lets lapse and what stays to be done', () => {
    const { wrapper } = mountSteps(cycleThat({ status: 'OPEN' }, { close: 'OK' }))

    expect(wrapper.text()).toContain('20 of 187 invited administrations have submitted.')
    expect(wrapper.text()).toContain('13 begun assessments that are not submitted')
    expect(wrapper.text()).toContain('2 administrations with an extension go on')
    expect(wrapper.text()).toContain('2 submissions wait to be read and decided; they can still be')
    expect(wrapper.text()).toContain(
      '1 returned submission is with its administration until its due',
    )
  })

  test('say what stands in the way of opening', () => {
    const cycle = cycleThat(
      {
        closesAt: '2020-06-30T21:59:59.000Z',
        reminderDays: [30, 7, 1],
        frameworkVersion: { id: 'v2', name: 'PMM v.2', status: 'DRAFT' },
      },
      { open: 'OK' },
    )

    const notes = mountSteps(cycle).wrapper.findAll('.note').map((each) => each.text()) // prettier-ignore
    expect(notes).toEqual([
      'PMM v.2 is not published. The cycle can be opened once it is.',
      'The planned end has passed, so the cycle can no longer be opened.',
    ])
  })

  test('warn where fewer are invited than group figures ask for', () => {
    const notesOf = (administrationCount: number) =>
      mountSteps(
        cycleThat({ progressSummary: { ...cycleThat().progressSummary, administrationCount } }, { open: 'OK' }),
      ).wrapper.findAll('.note').map((each) => each.text()) // prettier-ignore

    expect(notesOf(12)).toEqual([])
    expect(notesOf(9)[0]).toContain('the public will see none of this cycle')
    expect(notesOf(2)[0]).toContain('Only 2 administrations are invited')
    expect(notesOf(2)[0]).toContain('this cycle will have none')
  })

  test('warn that another cycle is open, in which the same people work', () => {
    const { wrapper } = mountSteps(cycleThat({}, { open: 'OK' }), {}, ['Cycle 2'])
    expect(wrapper.find('.note').text()).toContain('Cycle 2 is open too')
  })

  test('call a planned cycle off once its consequences were read', async () => {
    const { wrapper, sent } = mountSteps(cycleThat({}, { remove: 'OK' }), {
      CycleRemove: () => ({ cycleRemove: { __typename: 'CyclePayload', problems: [] } }),
    })
    expect(wrapper.text()).toContain('Nobody was told of it and nothing was entered')
    await wrapper.get('button').trigger('click')
    await wrapper.findAll('dialog footer button').at(-1)!.trigger('click')
    await flushPromises()

    expect(sent[0]).toMatchObject({ name: 'CycleRemove' })
    expect(sent[0]?.variables['input']).toMatchObject({ cycleId: 'c3', expectedVersion: 4 })
  })

  test('show why a step needs another person, and hide those of another role', () => {
    const { wrapper } = mountSteps(
      cycleThat({ status: 'CLOSED' }, { reopen: 'SECOND_PERSON', report: 'WRONG_HAT' }),
    )

    const [button, ...others] = wrapper.findAll('button')
    expect(button?.text()).toBe('Reopen cycle')
    expect(button?.attributes('disabled')).toBeDefined()
    expect(wrapper.text()).toContain('because SECOND_PERSON')
    expect(others).toEqual([])
  })

  test('ask for the decision before anything is sent, then send it with the version seen', async () => {
    const { wrapper, sent } = mountSteps(cycleThat({}, { open: 'OK' }), {
      CycleOpen: () => ({
        cycleOpen: {
          __typename: 'CyclePayload',
          cycle: { __typename: 'Cycle', id: 'c3', status: 'OPEN', version: 5 },
          problems: [],
        },
      }),
    })
    await wrapper.get('button').trigger('click')
    const confirm = () => wrapper.findAll('dialog footer button').at(-1)!.trigger('click')
    await confirm()

    expect(wrapper.findAll('dialog [aria-invalid=true]')).toHaveLength(2)
    expect(sent).toEqual([])

    await wrapper.get('#field-endorsement-session').setValue('PMMPT/7')
    await wrapper.get('#field-endorsement-decidedOn').setValue('2026-11-20')
    await confirm()
    await flushPromises()

    expect(sent[0]?.variables['input']).toMatchObject({
      cycleId: 'c3',
      expectedVersion: 4,
      endorsement: { session: 'PMMPT/7', decidedOn: '2026-11-20', document: null },
    })
  })
})
