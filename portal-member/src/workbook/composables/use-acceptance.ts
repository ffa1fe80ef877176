import { useMutation } from '@pmm/portal-kit'
import { computed, ref, shallowRef } from 'vue'
import { DataValuesSaveDocument } from '../../assessment/composables/save-documents'
import { useLocaleArgument } from '../../assessment/composables/use-cycles'
import { useRefusal } from '../../assessment/composables/use-refusal'
import {
  cellOf,
  formerCellOf,
  keyOf,
  type CellToSave,
  type ComparedFigure,
  type Outcome,
} from '../comparison'

/** As many as the server takes in one command. */
const CELLS_AT_ONCE = 200

interface Change {
  readonly figure: ComparedFigure
  readonly cell: CellToSave
}

/** Takes figures of a comparison as one batch, each on the version it was compared with, and undoes them as one. */
export function useAcceptance(assessmentId: () => string) {
  const locale = useLocaleArgument()
  const { wordOf, failed } = useRefusal()
  const save = useMutation(DataValuesSaveDocument)
  const outcomes = shallowRef<ReadonlyMap<string, Outcome>>(new Map())
  const failure = ref<string | null>(null)
  const busy = ref(false)
  // What is sent again after a lost answer acts once.
  const keys = new Map<string, string>()

  function reset() {
    outcomes.value = new Map()
    failure.value = null
    keys.clear()
  }

  const take = (figures: readonly ComparedFigure[]) =>
    send(
      figures.map((figure) => ({ figure, cell: cellOf(figure) })),
      (version) => ({ kind: 'saved', version }),
    )

  const taken = shallowRef<readonly ComparedFigure[]>([])
  const saved = computed(() =>
    taken.value.filter((figure) => outcomes.value.get(keyOf(figure))?.kind === 'saved'),
  )

  const undo = () =>
    send(
      saved.value.map((figure) => {
        const outcome = outcomes.value.get(keyOf(figure))
        const version = outcome?.kind === 'saved' ? outcome.version : 0
        return { figure, cell: formerCellOf(figure, version) }
      }),
      () => ({ kind: 'undone' }),
    )

  async function send(changes: readonly Change[], done: (version: number) => Outcome) {
    if (busy.value) return
    busy.value = true
    failure.value = null
    try {
      for (let at = 0; at < changes.length; at += CELLS_AT_ONCE) {
        if (!(await sendPart(changes.slice(at, at + CELLS_AT_ONCE), done))) return
      }
    } finally {
      busy.value = false
    }
  }

  async function sendPart(part: readonly Change[], done: (version: number) => Outcome) {
    const cells = part.map(({ cell }) => cell)
    const content = JSON.stringify(cells)
    const idempotencyKey = keys.get(content) ?? crypto.randomUUID()
    keys.set(content, idempotencyKey)
    const data = await save.mutate({
      locale: locale.value,
      input: { assessmentId: assessmentId(), idempotencyKey, cells },
    })
    const answer = data?.dataValuesSave
    const [refused] = answer?.problems ?? []
    if (!answer || refused) {
      failure.value = refused ? wordOf(refused) : failed(save.error.value)
      return false
    }
    const next = new Map(outcomes.value)
    const figures = new Set(taken.value)
    part.forEach(({ figure }, index) => {
      const result = answer.results?.[index]
      const message = result?.problem ? wordOf(result.problem) : ''
      figures.add(figure)
      next.set(
        keyOf(figure),
        result?.isSaved ? done(result.version ?? 0) : { kind: 'refused', message },
      )
    })
    taken.value = [...figures]
    outcomes.value = next
    return true
  }

  return { take, undo, reset, saved, outcomes, failure, busy }
}
