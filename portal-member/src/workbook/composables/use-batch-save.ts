import { useMutation } from '@pmm/portal-kit'
import { ref } from 'vue'
import { DataValuesSaveDocument } from '../../assessment/composables/save-documents'
import { useLocaleArgument } from '../../assessment/composables/use-cycles'
import { useRefusal } from '../../assessment/composables/use-refusal'
import type { CellToSave } from '../comparison'

/** As many as the server takes in one command. */
const CELLS_AT_ONCE = 200

/** What is told of figures that are written together, in as many commands as it takes. */
export interface Batch {
  readonly key: string
  readonly fileName?: string
  readonly undoes?: string | null
}

/** What became of one figure. */
export type CellOutcome =
  | { readonly isSaved: true; readonly version: number }
  | { readonly isSaved: false; readonly message: string }

/** Writes figures as one batch, each on the version it was compared with. */
export function useBatchSave(assessmentId: () => string) {
  const locale = useLocaleArgument()
  const { wordOf, failed } = useRefusal()
  const save = useMutation(DataValuesSaveDocument)
  const failure = ref<string | null>(null)
  const busy = ref(false)
  const batchId = ref<string | null>(null)
  // What is sent again after a lost answer acts once.
  const keys = new Map<string, string>()

  function reset() {
    failure.value = null
    batchId.value = null
    keys.clear()
  }

  async function send(
    cells: readonly CellToSave[],
    batch: Batch,
    done: (cell: CellToSave, outcome: CellOutcome) => void,
  ) {
    if (busy.value) return
    busy.value = true
    failure.value = null
    try {
      for (let at = 0; at < cells.length; at += CELLS_AT_ONCE) {
        if (!(await sendPart(cells.slice(at, at + CELLS_AT_ONCE), batch, done))) return
      }
    } finally {
      busy.value = false
    }
  }

  async function sendPart(
    cells: readonly CellToSave[],
    batch: Batch,
    done: (cell: CellToSave, outcome: CellOutcome) => void,
  ) {
    const content = JSON.stringify([cells, batch])
    const idempotencyKey = keys.get(content) ?? crypto.randomUUID()
    keys.set(content, idempotencyKey)
    const data = await save.mutate({
      locale: locale.value,
      input: { assessmentId: assessmentId(), idempotencyKey, cells: [...cells], batch },
    })
    const answer = data?.dataValuesSave
    const [refused] = answer?.problems ?? []
    if (!answer || refused) {
      failure.value = refused ? wordOf(refused) : failed(save.error.value)
      return false
    }
    batchId.value = answer.batchId ?? null
    cells.forEach((cell, index) => {
      const result = answer.results?.[index]
      done(
        cell,
        result?.isSaved
          ? { isSaved: true, version: result.version ?? 0 }
          : { isSaved: false, message: result?.problem ? wordOf(result.problem) : '' },
      )
    })
    return true
  }

  return { send, reset, batchId, failure, busy }
}
