import { computed, ref, watch, type Ref } from 'vue'
import type { Problem } from '../../wording/permission'
import { samplesOf } from '../kpi-changes'
import type { KpiDraft } from '../kpi-draft'
import { figureProblems } from '../kpi-problems'
import { useKpiCommands } from './use-kpi-commands'
import type { useKpiDraft } from './use-kpi-draft'

interface Saved {
  readonly id: string
  readonly version: number
}

/** Saves what was typed for a KPI. What prevented it is told until it is saved after all or taken back. */
export function useKpiSave(
  kpi: Readonly<Ref<Saved | null>>,
  {
    draft,
    changes,
    areSamplesChanged,
    isDirty,
  }: Pick<ReturnType<typeof useKpiDraft>, 'changes' | 'areSamplesChanged' | 'isDirty'> & {
    draft: Ref<KpiDraft | undefined>
  },
) {
  const { update, samples } = useKpiCommands()
  const unreadable = ref<readonly Problem[]>([])
  const savedAt = ref<string | null>(null)

  function clear() {
    unreadable.value = []
    update.clear()
    samples.clear()
  }
  watch(isDirty, (dirty) => dirty || clear())

  /** Whether everything was saved. */
  async function save(): Promise<boolean> {
    const subject = kpi.value
    if (!subject || !draft.value) return false
    clear()
    unreadable.value = figureProblems(draft.value)
    if (unreadable.value.length > 0) return false
    let expectedVersion = subject.version
    if (changes.value && Object.keys(changes.value).length > 0) {
      const done = await update.run({ kpiId: subject.id, expectedVersion, ...changes.value })
      if (!done) return false
      expectedVersion = done.kpiUpdate.kpi?.version ?? expectedVersion
    }
    if (areSamplesChanged.value) {
      const done = await samples.run({
        kpiId: subject.id,
        expectedVersion,
        samples: samplesOf(draft.value),
      })
      if (!done) return false
    }
    savedAt.value = new Date().toISOString()
    return true
  }

  return {
    save,
    clear,
    savedAt,
    busy: computed(() => update.busy.value || samples.busy.value),
    problems: computed(() => [
      ...unreadable.value,
      ...update.problems.value,
      ...samples.problems.value,
    ]),
    failure: computed(() => update.failure.value ?? samples.failure.value),
  }
}
