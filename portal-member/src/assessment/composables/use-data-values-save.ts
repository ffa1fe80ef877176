import { useMutation, type SaveOutcome, type SaveRequest } from '@pmm/portal-kit'
import type { BatchMark, FigureDetail } from '../kept/kept-figure'
import type { PeriodName } from '../model'
import { DataValuesSaveDocument } from './save-documents'
import { useLocaleArgument } from './use-cycles'
import { useRefusal } from './use-refusal'

export interface CellSave extends SaveRequest {
  elementCode: string
  period: PeriodName
  /** As it stands when absent. */
  detail?: FigureDetail
  /** The same for all that are sent at once. */
  batch?: BatchMark | undefined
}

export interface SavePlace {
  id: string
  /** Code of the cycle. */
  cycle?: string
  yearOf: (period: PeriodName) => number
}

/** Sends figures of one assessment and tells for each what became of it; null when nothing arrived. */
export function useDataValuesSave() {
  const locale = useLocaleArgument()
  const { wordOf } = useRefusal()
  const { mutate } = useMutation(DataValuesSaveDocument)

  return async (
    place: SavePlace,
    cells: readonly CellSave[],
    /** Of the call as a whole, where it is one act and is sent again when no answer came. */
    key?: string,
    batchNamed?: (key: string, id: string) => void,
  ): Promise<SaveOutcome[] | null> => {
    const batch = cells[0]?.batch
    const data = await mutate({
      locale: locale.value,
      input: {
        assessmentId: place.id,
        idempotencyKey: key ?? (cells.length === 1 ? cells[0]?.attempt : undefined),
        cells: cells.map(({ elementCode, period, value, revision, detail }) => ({
          elementCode,
          year: place.yearOf(period),
          value,
          expectedVersion: revision,
          ...detail,
        })),
        ...(batch && { batch }),
      },
    })
    const answer = data?.dataValuesSave
    if (!answer) return null
    if (batch && answer.batchId) batchNamed?.(batch.key, answer.batchId)
    const [refused] = answer.problems
    return cells.map((_, index): SaveOutcome => {
      const result = answer.results?.[index]
      if (refused || !result) {
        return { kind: 'rejected', message: refused ? wordOf(refused) : '' }
      }
      if (result.isSaved) {
        return { kind: 'saved', value: result.value ?? null, revision: result.version ?? 0 }
      }
      if (result.current) {
        const { value, version, authorName, updatedAt } = result.current
        // Nobody is asked to choose between two figures that are the same, nor about their own that came twice.
        if ((value ?? null) === cells[index]!.value && !cells[index]!.detail) {
          return { kind: 'saved', value: value ?? null, revision: version }
        }
        return {
          kind: 'conflict',
          theirs: {
            value: value ?? null,
            revision: version,
            author: authorName ?? null,
            at: updatedAt ?? null,
          },
        }
      }
      return { kind: 'rejected', message: result.problem ? wordOf(result.problem) : '' }
    })
  }
}
