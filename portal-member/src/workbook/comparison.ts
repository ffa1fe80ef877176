import type { FigureImportCheckMutation } from '../generated/graphql'

export type Comparison = NonNullable<FigureImportCheckMutation['figureImportCheck']['figureImport']>
export type ComparedFigure = Comparison['figures'][number]
export type FigureState = ComparedFigure['state']

/** What became of a figure that was taken. */
export type Outcome =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'undone' }
  | { readonly kind: 'refused'; readonly message: string }

export const STATES: readonly FigureState[] = [
  'REJECTED',
  'CONFLICT',
  'NEW',
  'CHANGED',
  'UNCHANGED',
]

export const keyOf = ({ elementCode, period }: Pick<ComparedFigure, 'elementCode' | 'period'>) =>
  `${elementCode} ${period}`

/** Whether somebody may take the figure; one that met another change only by their own choice. */
export const canTake = ({ state }: ComparedFigure): boolean =>
  state === 'NEW' || state === 'CHANGED' || state === 'CONFLICT'

/** Whether the figure would hold up the submission by itself. */
export const isImpossible = ({ findings }: ComparedFigure): boolean =>
  findings.some(({ level }) => level === 'BLOCK')

/** Everything new and changed, whatever the checks say: saving is never held up. */
export const newAndChanged = (figures: readonly ComparedFigure[]): readonly ComparedFigure[] =>
  figures.filter(({ state }) => state === 'NEW' || state === 'CHANGED')

/** What is taken unless somebody says otherwise: nothing a colleague has changed meanwhile, nothing impossible. */
export const takenAtFirst = (figures: readonly ComparedFigure[]): ReadonlySet<string> =>
  new Set(
    newAndChanged(figures)
      .filter((figure) => !isImpossible(figure))
      .map(keyOf),
  )

/** What stands first: figures where there is something to decide or to correct. */
export const shownFigures = (
  figures: readonly ComparedFigure[],
  shown: FigureState | 'DECIDE',
): readonly ComparedFigure[] =>
  figures.filter(({ state }) => (shown === 'DECIDE' ? state !== 'UNCHANGED' : state === shown))

export interface CellToSave {
  readonly elementCode: string
  readonly year: number
  readonly value: string | null
  readonly isEstimated: boolean
  readonly note: string | null
  readonly expectedVersion: number
}

/** What is sent to take a figure, on the version that was compared. */
export function cellOf({ elementCode, year, result, current }: ComparedFigure): CellToSave {
  return {
    elementCode,
    year,
    value: result?.value ?? null,
    isEstimated: result?.isEstimated ?? false,
    note: result?.note ?? null,
    expectedVersion: current?.version ?? 0,
  }
}

/** What is sent to undo it: everything as it was, on the version that taking it has made. */
export function formerCellOf(
  { elementCode, year, current }: ComparedFigure,
  version: number,
): CellToSave {
  return {
    elementCode,
    year,
    value: current?.value ?? null,
    isEstimated: current?.isEstimated ?? false,
    note: current?.note ?? null,
    expectedVersion: version,
  }
}
