import { computed, shallowRef } from 'vue'
import {
  cellOf,
  formerCellOf,
  keyOf,
  type CellToSave,
  type ComparedFigure,
  type Outcome,
} from '../comparison'
import { useBatchSave, type Batch } from './use-batch-save'

const MOST_NAME = 200

interface Change {
  readonly figure: ComparedFigure
  readonly cell: CellToSave
}

/** Takes figures of a comparison as one batch, each on the version it was compared with, and undoes them as one. */
export function useAcceptance(assessmentId: () => string) {
  const { send: sendBatch, reset: resetBatch, batchId, failure, busy } = useBatchSave(assessmentId)
  const outcomes = shallowRef<ReadonlyMap<string, Outcome>>(new Map())
  const taken = shallowRef<readonly ComparedFigure[]>([])
  /** The import, and what takes it back: each is one batch, however often something is sent. */
  let keys = { take: '', undo: '' }
  let undoes: string | null = null

  function reset() {
    outcomes.value = new Map()
    taken.value = []
    undoes = null
    keys = { take: crypto.randomUUID(), undo: crypto.randomUUID() }
    resetBatch()
  }

  async function take(figures: readonly ComparedFigure[], fileName: string) {
    await send(
      figures.map((figure) => ({ figure, cell: cellOf(figure) })),
      { key: keys.take, fileName: fileName.slice(0, MOST_NAME) },
      (version) => ({ kind: 'saved', version }),
    )
    undoes = batchId.value ?? undoes
  }

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
      { key: keys.undo, undoes },
      () => ({ kind: 'undone' }),
    )

  async function send(
    changes: readonly Change[],
    batch: Batch,
    done: (version: number) => Outcome,
  ) {
    const figures = new Map(changes.map(({ figure, cell }) => [cell, figure]))
    await sendBatch(
      changes.map(({ cell }) => cell),
      batch,
      (cell, outcome) => {
        const figure = figures.get(cell)!
        taken.value = [...new Set([...taken.value, figure])]
        outcomes.value = new Map(outcomes.value).set(
          keyOf(figure),
          outcome.isSaved ? done(outcome.version) : { kind: 'refused', message: outcome.message },
        )
      },
    )
  }

  return { take, undo, reset, saved, outcomes, failure, busy }
}
