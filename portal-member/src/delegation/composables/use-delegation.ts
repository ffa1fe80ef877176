import { computed, ref } from 'vue'
import { useCommand } from '../../assessment/composables/use-command'
import { undoing, type AssignmentEntry, type Chosen, type Undoing } from '../delegation-rows'
import { AssignmentRemoveDocument, AssignmentSetDocument } from '../documents'

/** Gives KPIs and data elements to people and takes them back, and undoes the last of it. */
export function useDelegation(
  assessmentId: () => string,
  present: () => readonly AssignmentEntry[],
  today: () => string,
  formerIds: () => ReadonlySet<string>,
) {
  const giving = useCommand(AssignmentSetDocument, (data) => data.assignmentSet.problems)
  const taking = useCommand(AssignmentRemoveDocument, (data) => data.assignmentRemove.problems)
  const undo = ref<Undoing | null>(null)
  const failure = ref<string | null>(null)
  const isWorking = ref(false)

  async function give(personId: string, chosen: Chosen, dueOn: string | null) {
    const data = await giving.run({
      input: {
        assessmentId: assessmentId(),
        personId,
        kpiCodes: [...chosen.kpiCodes],
        elementCodes: [...chosen.elementCodes],
        dueOn,
        idempotencyKey: crypto.randomUUID(),
      },
    })
    failure.value = giving.failure.value
    return data?.assignmentSet.assessment ?? null
  }

  async function take(assignments: readonly { readonly id: string }[]) {
    for (const { id } of assignments) {
      const data = await taking.run({
        input: { assignmentId: id, idempotencyKey: crypto.randomUUID() },
      })
      failure.value = taking.failure.value
      if (!data) return false
    }
    return true
  }

  /** Runs a change and keeps what would undo it. */
  async function change(work: () => Promise<boolean>): Promise<boolean> {
    if (isWorking.value) return false
    isWorking.value = true
    const before = [...present()]
    const isDone = await work()
    undo.value = isDone ? undoing(before, present(), today(), formerIds()) : null
    isWorking.value = false
    return isDone
  }

  return {
    give: (personId: string, chosen: Chosen, dueOn: string | null) =>
      change(async () => (await give(personId, chosen, dueOn)) !== null),
    take: (assignments: readonly AssignmentEntry[]) => change(() => take(assignments)),
    async undoLast(): Promise<boolean> {
      const steps = undo.value
      if (!steps || isWorking.value) return false
      isWorking.value = true
      let isDone = await take(steps.remove)
      for (const { personId, dueOn, ...chosen } of steps.give) {
        if (isDone) isDone = (await give(personId, chosen, dueOn)) !== null
      }
      if (isDone) undo.value = null
      isWorking.value = false
      return isDone
    },
    canUndo: computed(() => undo.value !== null),
    failure,
    busy: isWorking,
  }
}
