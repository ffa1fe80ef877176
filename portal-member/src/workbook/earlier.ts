import type { FigureBatchQuery, FigureBatchesQuery } from '../generated/graphql'
import type { CellToSave } from './comparison'

export type EarlierBatch = NonNullable<
  NonNullable<FigureBatchesQuery['assessment']>['figureBatches']
>['nodes'][number]
export type BatchCell = NonNullable<
  NonNullable<FigureBatchQuery['assessment']>['figureBatch']
>['cells'][number]

/** What undoing a batch would do with one of its figures. */
export type Fate = 'BACK' | 'CHANGED' | 'CLOSED'

/** A figure that somebody has changed since keeps that change; one that may not be written now stays as well. */
export function fateOf(cell: BatchCell, open: ReadonlySet<string>): Fate {
  if (cell.current.revision !== cell.after.revision) return 'CHANGED'
  return open.has(cell.elementCode) ? 'BACK' : 'CLOSED'
}

/** What is sent to make a figure as it was before the batch, on the version that the batch has made. */
export function cellBefore({ elementCode, year, before, after }: BatchCell): CellToSave {
  return {
    elementCode,
    year,
    value: before?.value ?? null,
    isEstimated: before?.isEstimated ?? false,
    note: before?.note ?? null,
    expectedVersion: after.revision,
  }
}
