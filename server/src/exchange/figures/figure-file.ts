/** What a workbook of figures is made of: shared by whoever writes, reads and judges it. */
export const TEMPLATE = 'pmm-figures/1'
/** Says what the workbook belongs to and what it was filled from; nobody is meant to look at it. */
export const HIDDEN_SHEET = 'pmm'
export const FIGURE_LINE = 'figure'

export const FILE_PERIODS = ['T-1', 'T'] as const
export type FilePeriod = (typeof FILE_PERIODS)[number]

export const FILE_FIELDS = ['value', 'estimate', 'note'] as const
export type FileField = (typeof FILE_FIELDS)[number]

/** The key at the head of a column, by which it is found wherever it stands. */
export const columnKey = (field: FileField, period: FilePeriod): string => `${field}.${period}`

export const STAMP_FIELDS = [
  'template',
  'version',
  'contentHash',
  'assessment',
  'locale',
  'dimension',
  'madeAt',
] as const

/** What the workbook belongs to, in the words of its hidden sheet. */
export type FigureStamp = Readonly<Record<(typeof STAMP_FIELDS)[number], string>>

/** Content of a figure; texts of a file say what they say whatever a spreadsheet does to their breaks. */
export interface FigureContent {
  readonly value: string | null
  readonly isEstimated: boolean
  readonly note: string | null
}

/** A figure as it was when the workbook was made. */
export interface FigureBase extends FigureContent {
  readonly code: string
  readonly period: string
  readonly revision: number
}

export type CellRefusal =
  'FORMULA_CELL' | 'ERROR_CELL' | 'DATE_CELL' | 'PERCENT_CELL' | 'TOO_PRECISE'

/** What somebody left in a cell. */
export type CellReading =
  | { readonly kind: 'EMPTY' }
  | { readonly kind: 'TEXT'; readonly text: string }
  /** A number of the spreadsheet, as a plain decimal. */
  | { readonly kind: 'NUMBER'; readonly text: string }
  | { readonly kind: 'BOOLEAN'; readonly text: 'true' | 'false' }
  | { readonly kind: 'REFUSED'; readonly text: string; readonly reason: CellRefusal }

export interface FileCell {
  /** Sheet and cell, such as `TF!G12`. */
  readonly at: string
  readonly reading: CellReading
}

/** One figure of the file: the cells of one code and year, as far as the file has such columns. */
export type FileFigure = {
  readonly code: string
  readonly period: FilePeriod
  readonly codeAt: string
} & Readonly<Record<FileField, FileCell | null>>

export interface ReadFigures {
  readonly stamp: FigureStamp
  readonly checksum: string
  readonly bases: readonly FigureBase[]
  readonly figures: readonly FileFigure[]
  /** Cells with something in them that stand beside no code. */
  readonly strays: readonly string[]
}

/** A note as it is compared: spreadsheet programs change line ends and spaces. */
export const noteText = (note: string | null): string => (note ?? '').replace(/\s+/g, ' ').trim()

/** The text whose checksum the hidden sheet bears, whatever order its rows have come into. */
export const sealedText = (stamp: FigureStamp, bases: readonly FigureBase[]): string =>
  JSON.stringify([
    STAMP_FIELDS.map((field) => stamp[field]),
    bases
      .map(({ code, period, revision, value, isEstimated, note }) =>
        JSON.stringify([code, period, revision, value, isEstimated, noteText(note)]),
      )
      .sort(),
  ])
