import {
  writeXlsx,
  type CellStyle,
  type CellValue,
  type DataValidation,
  type WriteSheet,
} from 'hucre/xlsx'
import type { DataElementNode } from '#framework'
import type { LocaleCode } from '#framework/definition'
import { normalizeDecimal } from '#platform/decimal'
import { letters } from '../reading/read-workbook'
import { neutral } from '../reading/text-cell'
import {
  FIGURE_LINE,
  FILE_FIELDS,
  FILE_PERIODS,
  HIDDEN_SHEET,
  STAMP_FIELDS,
  columnKey,
  noteText,
  type FigureBase,
  type FigureStamp,
  type FilePeriod,
} from './figure-file'
import { FILE_WORDS, unitName } from './file-words'
import { decimalOf } from './reading/read-figures'
import type { TemplateCell, TemplateRow, TemplateSheet } from './template'

export interface FigureWorkbook {
  readonly locale: LocaleCode
  readonly title: string
  readonly years: Readonly<Record<FilePeriod, number>>
  readonly sheets: readonly TemplateSheet[]
  readonly stamp: FigureStamp
  readonly checksum: string
}

const BORDER = { style: 'thin', color: { rgb: 'FFD5DCE4' } } as const
const BOX = { border: { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER } }
const fill = (rgb: string) => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } as const }) // prettier-ignore
const HEAD: CellStyle = { ...fill('FFEDF1F5'), ...BOX, font: { bold: true }, alignment: { wrapText: true, vertical: 'center' } } // prettier-ignore
const KEY: CellStyle = {
  ...fill('FFEDF1F5'),
  ...BOX,
  font: { size: 8, color: { rgb: 'FF76859A' } },
}
const TEXT: CellStyle = { ...fill('FFF6F8FA'), ...BOX, alignment: { wrapText: true, vertical: 'top' } } // prettier-ignore
const OTHER: CellStyle = { ...TEXT, font: { color: { rgb: 'FF4B5A6B' } } }
const CLOSED: CellStyle = { ...fill('FFEDF1F5'), ...BOX, alignment: { vertical: 'top' } }
const OPEN: CellStyle = { ...BOX, alignment: { vertical: 'top' }, protection: { locked: false } }
const OPEN_NOTE: CellStyle = { ...OPEN, alignment: { vertical: 'top', wrapText: true } }

/** Rows above the first row of figures: heads and keys. */
const FIRST_ROW = 2
const FIXED = ['code', 'label', 'other', 'unit', 'answer', 'kpis'] as const
const FIXED_WIDTHS: Readonly<Record<(typeof FIXED)[number], number>> = {
  code: 11, label: 44, other: 36, unit: 18, answer: 26, kpis: 16,
} // prettier-ignore
const FIELD_WIDTHS = { value: 18, estimate: 11, note: 30 } as const

/** A workbook to fill in: a sheet a dimension, a row a data element, what cannot be changed locked. */
export async function writeFigures(workbook: FigureWorkbook): Promise<Buffer> {
  const { locale, title, sheets } = workbook
  const words = FILE_WORDS[locale]
  const help: WriteSheet = {
    name: words.help,
    columns: [{ width: 110, style: { alignment: { wrapText: true, vertical: 'top' } } }],
    rows: [[neutral(title)], [], ...words.lines.map((line) => [line])],
    cells: new Map([['0,0', { style: { font: { bold: true, size: 14 } } }]]),
    protection: { sheet: true },
  }
  const content = [help, ...sheets.map((sheet) => figureSheet(sheet, workbook)), hiddenSheet(workbook)] // prettier-ignore
  return Buffer.from(await writeXlsx({ sheets: content, activeSheet: 1 }))
}

function figureSheet(
  { dimension, rows }: TemplateSheet,
  { locale, years }: FigureWorkbook,
): WriteSheet {
  const words = FILE_WORDS[locale]
  const periods = FILE_PERIODS.filter((period) => rows.some(({ cells }) => cells.has(period)))
  const cells = new Map<string, { readonly style: CellStyle }>()
  const validations: DataValidation[] = []
  const heads = [
    ...FIXED.map((field) => words.head[field]),
    ...periods.flatMap((period) => [
      words.value(years[period], period),
      words.estimate(years[period]),
      words.note(years[period]),
    ]),
  ]
  const keys = [
    ...FIXED,
    ...periods.flatMap((period) => FILE_FIELDS.map((field) => columnKey(field, period))),
  ]
  heads.forEach((_, column) => {
    cells.set(`0,${column}`, { style: HEAD })
    cells.set(`1,${column}`, { style: KEY })
  })
  const lines = rows.map((row, at): CellValue[] => {
    const line = FIRST_ROW + at
    FIXED.forEach((field, column) =>
      cells.set(`${line},${column}`, { style: field === 'other' ? OTHER : TEXT }),
    )
    periods.forEach((period, place) => {
      const column = FIXED.length + place * FILE_FIELDS.length
      const isOpen = row.cells.get(period)?.isOpen ?? false
      FILE_FIELDS.forEach((field, offset) =>
        cells.set(`${line},${column + offset}`, { style: styleOf(field, isOpen, row.element) }),
      )
      if (!isOpen) return
      const at = (offset: number) => `${letters(column + offset)}${line + 1}`
      validations.push(
        validationOf(row.element, at(0), locale),
        listOf([words.yes, words.no], at(1), words.wrong),
      )
    })
    return [
      ...fixedCells(row, locale),
      ...periods.flatMap((period) => figureCells(row.element, row.cells.get(period), locale)),
    ]
  })
  return {
    name: dimension.code,
    columns: [
      ...FIXED.map((field) => ({ width: FIXED_WIDTHS[field] })),
      ...periods.flatMap(() => FILE_FIELDS.map((field) => ({ width: FIELD_WIDTHS[field] }))),
    ],
    rows: [heads, keys, ...lines],
    cells,
    dataValidations: validations,
    freezePane: { rows: FIRST_ROW, columns: 2 },
    // What is allowed here stays allowed while the sheet is protected.
    protection: { sheet: true, formatColumns: true, formatRows: true, insertColumns: true, sort: true, autoFilter: true }, // prettier-ignore
    pageSetup: { orientation: 'landscape' },
  }
}

const fixedCells = ({ element, kpiCodes }: TemplateRow, locale: LocaleCode): CellValue[] => [
  element.code,
  neutral(element.label[locale]),
  neutral(element.label[locale === 'en' ? 'fr' : 'en']),
  unitName(element.unit, locale),
  neutral(answerOf(element, locale)),
  kpiCodes.join(', '),
]

function figureCells(
  element: DataElementNode,
  cell: TemplateCell | undefined,
  locale: LocaleCode,
): CellValue[] {
  if (!cell) return [null, null, null]
  const { yes, no } = FILE_WORDS[locale]
  return [
    cell.value === null ? null : valueCell(cell.value, element, locale),
    cell.value === null && !cell.isEstimated ? null : cell.isEstimated ? yes : no,
    cell.note === null ? null : neutral(cell.note),
  ]
}

function valueCell(value: string, { valueType }: DataElementNode, locale: LocaleCode): CellValue {
  const { yes, no } = FILE_WORDS[locale]
  if (valueType === 'BOOLEAN') return value === '0' ? no : yes
  const number = Number(value)
  // More digits than a spreadsheet keeps: as text, or it would come back as another figure.
  if (decimalOf(number) !== normalizeDecimal(value)) {
    return locale === 'fr' ? value.replace('.', ',') : value
  }
  return number
}

function answerOf(
  { valueType, scaleNode, integer, min, max }: DataElementNode,
  locale: LocaleCode,
): string {
  // prettier-ignore
  const { answers, from, between } = FILE_WORDS[locale]
  if (valueType === 'BOOLEAN') return answers.choice
  if (valueType === 'LEVEL' && scaleNode) {
    return scaleNode.levels.map(({ level, label }) => `${level} = ${label[locale]}`).join('\n')
  }
  const shown = (bound: string) => (locale === 'fr' ? bound.replace('.', ',') : bound)
  const kind = integer ? answers.whole : answers.number
  if (min !== null && max !== null) return `${kind} ${between(shown(min), shown(max))}`
  return min === null ? kind : `${kind} ${from(shown(min))}`
}

function validationOf(element: DataElementNode, range: string, locale: LocaleCode): DataValidation {
  const words = FILE_WORDS[locale]
  const { valueType, scaleNode, integer, min, max } = element
  if (valueType === 'BOOLEAN') return listOf([words.yes, words.no], range, words.wrong)
  const answer = answerOf(element, locale).slice(0, 220)
  if (valueType === 'LEVEL' && scaleNode) {
    return listOf(scaleNode.levels.map(({ level }) => String(level)), range, answer) // prettier-ignore
  }
  return {
    type: integer ? 'whole' : 'decimal',
    operator: 'between',
    formula1: min ?? '-999999999999999',
    formula2: max ?? '999999999999999',
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: words.wrong.slice(0, 32),
    errorMessage: answer,
    range,
  }
}

const listOf = (values: string[], range: string, wrong: string): DataValidation => ({
  type: 'list', values, range, allowBlank: true, showErrorMessage: true, errorMessage: wrong,
}) // prettier-ignore

function styleOf(field: string, isOpen: boolean, element: DataElementNode): CellStyle {
  if (!isOpen) return field === 'note' ? { ...CLOSED, alignment: OPEN_NOTE.alignment! } : CLOSED
  if (field === 'note') return OPEN_NOTE
  return field === 'value' && element.integer ? { ...OPEN, numFmt: '#,##0' } : OPEN
}

function hiddenSheet({ sheets, stamp, checksum }: FigureWorkbook): WriteSheet {
  return {
    name: HIDDEN_SHEET,
    veryHidden: true,
    columns: [{ width: 16 }, { width: 40 }],
    rows: [
      ...STAMP_FIELDS.map((field) => [field, stamp[field]]),
      ['checksum', checksum],
      ...basesOf(sheets).map((base): CellValue[] => [
        FIGURE_LINE,
        base.code,
        base.period,
        base.revision,
        base.value === null ? null : neutral(base.value),
        base.isEstimated ? '1' : '0',
        base.note === null ? null : neutral(base.note),
      ]),
    ],
    protection: { sheet: true },
  }
}

/** Figures of the workbook as they are when it is made, whoever may write them. */
export const basesOf = (sheets: readonly TemplateSheet[]): readonly FigureBase[] =>
  sheets.flatMap(({ rows }) =>
    rows.flatMap(({ element, cells }) =>
      [...cells].map(([period, { revision, value, isEstimated, note }]) => ({
        code: element.code,
        period,
        revision,
        value,
        isEstimated,
        note: noteText(note) || null,
      })),
    ),
  )
