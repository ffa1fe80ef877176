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

/** What is looked at: what is left of a state, of all there is to decide or to correct, or what was saved. */
export type Shown = FigureState | 'DECIDE' | 'SAVED'

/** Figures of one kind; what was saved is no longer one to decide, whatever it was before. */
export function shownFigures(
  figures: readonly ComparedFigure[],
  shown: Shown,
  saved: ReadonlySet<string> = new Set(),
): readonly ComparedFigure[] {
  const isSaved = (figure: ComparedFigure) => canTake(figure) && saved.has(keyOf(figure))
  if (shown === 'SAVED') return figures.filter(isSaved)
  return figures.filter(
    (figure) =>
      !isSaved(figure) &&
      (shown === 'DECIDE' ? figure.state !== 'UNCHANGED' : figure.state === shown),
  )
}

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
