import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, test } from 'vitest'
import { mountAdmin } from '../../app/mount.testing'
import CycleNewView from './CycleNewView.vue'

afterEach(() => {
  document.body.innerHTML = ''
})

const permission = (allowed: boolean) => ({
  __typename: 'Permission',
  allowed,
  code: allowed ? 'OK' : 'WRONG_HAT',
  reason: '',
})
const version = (id: string, status: string, allowed = true) => ({
  __typename: 'FrameworkVersion',
  id,
  code: id,
  name: `Version ${id}`,
  status,
  scoringMethod: { __typename: 'ScoringMethod', minCoverage: '0.5' },
  cycleCreate: permission(allowed),
})
const known = (frameworkVersions: readonly object[]) => ({
  cycles: [{ __typename: 'Cycle', id: 'c2', number: 2, reportingYear: 2024 }],
  frameworkVersions,
})

async function mountForm(
  frameworkVersions: readonly object[],
  problems: readonly Record<string, unknown>[] = [],
) {
  const mounted = mountAdmin(CycleNewView, {
    answers: {
      CycleNew: () => known(frameworkVersions),
      CycleCreate: () => ({
        cycleCreate: {
          __typename: 'CyclePayload',
          cycle: null,
          problems: problems.map((problem) => ({ __typename: 'Problem', ...problem })),
        },
      }),
    },
  })
  await flushPromises()
  const { wrapper } = mounted
  const control = (label: string) => {
    const found = wrapper.findAll('label').find((each) => each.text() === label)
    return wrapper.get(`#${found?.attributes('for')}`)
  }
  const fill = async (label: string, value: string) => control(label).setValue(value)
  const submit = async () => {
    await wrapper.get('form').trigger('submit')
    await flushPromises()
  }
  return { ...mounted, control, fill, submit }
}

describe('planning a cycle', () => {
  const versions = [version('v2', 'DRAFT'), version('v1', 'PUBLISHED')]

  test('begins with the published version and the next number', async () => {
    const { control } = await mountForm(versions)

    expect((control('Framework version').element as HTMLSelectElement).value).toBe('v1')
    expect((control('Number of the cycle').element as HTMLInputElement).value).toBe('3')
  })

  test('says everything that is missing at its field and asks nobody', async () => {
    const { control, sent, submit, wrapper } = await mountForm(versions)
    await submit()

    const wrong = ['Reporting year (T)', 'Planned opening', 'End of entry', 'Code', 'Name, English', 'Name, French'] // prettier-ignore
    for (const label of wrong) {
      const field = control(label)
      expect(field.attributes('aria-invalid'), label).toBe('true')
      const [error] = (field.attributes('aria-describedby') ?? '').split(' ')
      expect(wrapper.get(`#${error}`).text(), label).not.toBe('')
    }
    expect(wrapper.get('[role=alert]').findAll('a')).toHaveLength(wrong.length)
    expect(sent.map(({ name }) => name)).toEqual(['CycleNew'])
  })

  test('sends days as moments and shows what the server refuses at its field', async () => {
    const { control, fill, sent, submit, wrapper } = await mountForm(versions, [
      { code: 'CONFLICT', reason: 'CODE_TAKEN', message: 'Another cycle has this code.', path: ['input', 'code'] },
    ]) // prettier-ignore
    await fill('Reporting year (T)', '2026')
    await fill('Planned opening', '2027-12-01')
    await fill('End of entry', '2028-06-30')
    await fill('Code', 'C2024')
    await fill('Name, English', 'Cycle 3')
    await fill('Name, French', 'Cycle 3')
    await submit()

    const input = sent.at(-1)?.variables['input'] as Record<string, unknown>
    expect(input).toMatchObject({ frameworkVersionId: 'v1', number: 3, reportingYear: 2026 })
    expect(input['plan']).toEqual({
      defaultDisclosure: 'NATIONAL',
      membersMinimum: 5,
      publicMinimum: 10,
      leastCoverage: null,
    })
    expect(input['closesAt']).toBe(new Date('2028-06-30T23:59:59').toISOString())
    expect(control('Code').attributes('aria-invalid')).toBe('true')
    expect(control('Planned opening').attributes('aria-invalid')).toBeUndefined()
    expect(wrapper.get('[role=alert] a').text()).toBe('Code: Another cycle has this code.')
  })

  test('is not offered where the server allows it on no version', async () => {
    const { wrapper } = await mountForm([version('v1', 'PUBLISHED', false)])

    expect(wrapper.find('form').exists()).toBe(false)
    expect(wrapper.text()).toContain('You cannot plan a cycle in this role')
  })
})
