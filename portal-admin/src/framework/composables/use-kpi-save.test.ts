import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { computed, defineComponent, ref } from 'vue'
import { mountAdmin } from '../../app/mount.testing'
import { changesOf } from '../kpi-changes'
import { draftOf, type EditableKpi, type KpiDraft } from '../kpi-draft'
import { useKpiSave } from './use-kpi-save'

const kpi = {
  id: 'k', version: 1, kind: 'RATIO', instruments: [], sdgTargets: [], subMeasures: [], elements: [], samples: [],
  provenance: { status: 'INVENTED', fields: [], sources: [] },
  decimals: 1, weight: '2', range: {}, normalisation: { method: 'NONE' }, formula: 'A',
} as unknown as EditableKpi & { version: number } // prettier-ignore
const refusal = {
  __typename: 'Problem', code: 'BAD_INPUT', reason: 'BAD_WEIGHT', path: ['input', 'weight'],
  message: 'A weight is a decimal of zero or more.',
} // prettier-ignore

/** The editor of a KPI whose weight is 2, before a server that takes no negative one. */
function editor() {
  const base = draftOf(kpi)
  const draft = ref<KpiDraft | undefined>(draftOf(kpi))
  let saving!: ReturnType<typeof useKpiSave>
  const Editor = defineComponent(() => {
    const changes = computed(() => changesOf(base, draft.value!))
    saving = useKpiSave(ref(kpi), {
      draft,
      changes,
      areSamplesChanged: computed(() => false),
      isDirty: computed(() => Object.keys(changes.value).length > 0),
    })
    return () => null
  })
  const { sent } = mountAdmin(Editor, {
    answers: {
      KpiUpdate: ({ input }) => {
        const isRefused = (input as { weight?: string }).weight?.startsWith('-')
        return {
          kpiUpdate: {
            __typename: 'KpiPayload',
            kpi: { __typename: 'Kpi', id: 'k', version: 2, relation: 'SAME' },
            problems: isRefused ? [refusal] : [],
          },
        }
      },
    },
  })
  const save = async (weight: string) => {
    draft.value!.weight = weight
    await flushPromises()
    return saving.save()
  }
  return { draft, sent, save, reasons: () => saving.problems.value.map(({ reason }) => reason) }
}

test('a refusal is told until the KPI is saved after all', async () => {
  const { save, reasons } = editor()

  expect(await save('-2')).toBe(false)
  expect(reasons()).toEqual(['BAD_WEIGHT'])
  expect(await save('3')).toBe(true)
  expect(reasons()).toEqual([])
})

test('a refusal is gone when what was refused is taken back', async () => {
  const { draft, save, reasons } = editor()
  await save('-2')

  draft.value!.weight = '2'
  await flushPromises()

  expect(reasons()).toEqual([])
})

test('what is no figure is told without asking the server', async () => {
  const { save, sent, reasons } = editor()

  expect(await save('1,5')).toBe(false)

  expect(reasons()).toEqual(['BAD_FIGURE'])
  expect(sent).toEqual([])
})
