import { readXlsx } from 'hucre/xlsx'
import { Unreadable } from '../../reading/parse-json.ts'
import { letters } from '../../reading/read-workbook.ts'
import { plain } from '../../reading/text-cell.ts'
import { checkZip } from '../../reading/zip-check.ts'
import {
  FIGURE_LINE,
  FILE_FIELDS,
  FILE_PERIODS,
  HIDDEN_SHEET,
  STAMP_FIELDS,
  TEMPLATE,
  columnKey,
  type CellReading,
  type FigureBase,
  type FigureStamp,
  type FileCell,
  type FileFigure,
  type ReadFigures,
} from '../figure-file.ts'

/** Spreadsheet programs write rows that only have a format; a framework has far fewer elements. */
export const MOST_ROWS = 5_000
/** Rows above the keys, where people put titles of their own. */
const MOST_ABOVE = 50
/** Digits a spreadsheet keeps of a number; the rest is noise of its arithmetic. */
const DIGITS = 15
const LARGEST_EXACT = 1e15

type Row = readonly unknown[]

interface Sheet {
  readonly name: string
  readonly rows: readonly Row[]
  readonly cells?: ReadonlyMap<string, SpecialCell>
}

interface SpecialCell {
  readonly type?: string
  readonly formula?: string
  readonly style?: { readonly numFmt?: string }
}

/** Reads a workbook of figures by its keys and codes, never by position. */
export async function readFigures(bytes: Buffer): Promise<ReadFigures> {
  checkZip(bytes, MOST_ROWS)
  const { sheets } = await readXlsx(bytes, { maxRows: MOST_ROWS + 3, readStyles: true }).catch(
    () => {
      throw new Unreadable(
        'TRUNCATED',
        'The workbook is damaged and cannot be read. Save it again in the spreadsheet program.',
      )
    },
  )
  const hidden = sheets.find(({ name }) => name === HIDDEN_SHEET)
  const told = new Map(hidden?.rows.map((row) => [text(row[0]), text(row[1])]))
  if (!hidden || !told.has('template')) {
    throw new Unreadable('NO_TEMPLATE', 'This workbook was not downloaded here.')
  }
  if (told.get('template') !== TEMPLATE) {
    throw new Unreadable('WRONG_TEMPLATE', 'The workbook is of another template.')
  }
  const keyed = sheets
    .filter((sheet) => sheet !== hidden)
    .flatMap((sheet) => {
      const keys = keysOf(sheet)
      return keys ? [{ sheet, ...keys }] : []
    })
  if (keyed.length === 0) {
    throw new Unreadable('NO_KEYS', 'No sheet has the row that names the columns.')
  }
  const read = keyed.map((each) => figuresOf(each))
  return {
    stamp: Object.fromEntries(
      STAMP_FIELDS.map((field) => [field, told.get(field) ?? '']),
    ) as FigureStamp,
    checksum: told.get('checksum') ?? '',
    bases: hidden.rows.filter(([kind]) => kind === FIGURE_LINE).map(baseOf),
    figures: read.flatMap(({ figures }) => figures),
    strays: read.flatMap(({ strays }) => strays),
  }
}

function baseOf([, code, period, revision, value, estimate, note]: Row): FigureBase {
  return {
    code: text(code),
    period: text(period),
    revision: Number(text(revision)),
    value: plain(text(value)) || null,
    isEstimated: text(estimate) === '1',
    note: plain(text(note)) || null,
  }
}

interface KeyedSheet {
  readonly sheet: Sheet
  readonly row: number
  readonly columns: ReadonlyMap<string, number>
}

function keysOf({ name, rows }: Sheet): Omit<KeyedSheet, 'sheet'> | null {
  const wanted = new Set([
    'code',
    ...FILE_PERIODS.flatMap((period) => FILE_FIELDS.map((field) => columnKey(field, period))),
  ])
  for (const [row, cells] of rows.slice(0, MOST_ABOVE).entries()) {
    const keys = cells.map((cell) => text(cell).trim())
    if (
      !keys.includes('code') ||
      !keys.some((key) => key.startsWith('value.') && wanted.has(key))
    ) {
      continue
    }
    const columns = new Map<string, number>()
    for (const [at, key] of keys.entries()) {
      if (!wanted.has(key)) continue
      if (columns.has(key)) {
        const place = `${name}!${letters(at)}${row + 1}`
        throw new Unreadable('COLUMN_TWICE', `The column "${key}" stands twice.`, place)
      }
      columns.set(key, at)
    }
    return { row, columns }
  }
  return null
}

function figuresOf({ sheet, row: keyRow, columns }: KeyedSheet): {
  readonly figures: readonly FileFigure[]
  readonly strays: readonly string[]
} {
  const figures: FileFigure[] = []
  const strays: string[] = []
  const cellAt = (row: number, key: string): FileCell | null => {
    const column = columns.get(key)
    if (column === undefined) return null
    return {
      at: `${sheet.name}!${letters(column)}${row + 1}`,
      reading: readingOf(sheet.rows[row]![column], sheet.cells?.get(`${row},${column}`)),
    }
  }
  for (let row = keyRow + 1; row < sheet.rows.length; row += 1) {
    const codeColumn = columns.get('code')!
    const code = plain(text(sheet.rows[row]![codeColumn])).trim()
    // The head itself, which sorting may carry below its keys.
    if (code.toLowerCase() === 'code') continue
    for (const period of FILE_PERIODS) {
      const [value, estimate, note] = FILE_FIELDS.map((field) =>
        cellAt(row, columnKey(field, period)),
      ) as [FileCell | null, FileCell | null, FileCell | null]
      const filled = [value, estimate, note].filter((cell) => cell && cell.reading.kind !== 'EMPTY')
      if (filled.length === 0) continue
      if (code === '') strays.push(...filled.map((cell) => cell!.at))
      else {
        const codeAt = `${sheet.name}!${letters(codeColumn)}${row + 1}`
        figures.push({ code, period, codeAt, value, estimate, note })
      }
    }
  }
  return { figures, strays }
}

function readingOf(cell: unknown, special: SpecialCell | undefined): CellReading {
  const refused = (reason: Extract<CellReading, { kind: 'REFUSED' }>['reason']): CellReading => ({
    kind: 'REFUSED',
    reason,
    text: text(cell).slice(0, 100),
  })
  if (special?.formula !== undefined || special?.type === 'formula') return refused('FORMULA_CELL')
  if (special?.type === 'error') return refused('ERROR_CELL')
  if (cell === null || cell === undefined) return { kind: 'EMPTY' }
  if (cell instanceof Date) return refused('DATE_CELL')
  if (typeof cell === 'boolean') return { kind: 'BOOLEAN', text: cell ? 'true' : 'false' }
  if (typeof cell === 'number') {
    // 50 % is kept as 0.5: which of the two is meant nobody can know.
    if (special?.style?.numFmt?.includes('%')) return refused('PERCENT_CELL')
    const decimal = decimalOf(cell)
    return decimal === null ? refused('TOO_PRECISE') : { kind: 'NUMBER', text: decimal }
  }
  const written = plain(text(cell))
  return written.trim() === '' ? { kind: 'EMPTY' } : { kind: 'TEXT', text: written }
}

/** A number of the spreadsheet as a plain decimal, or null where it has more digits than are kept. */
export function decimalOf(number: number): string | null {
  if (!Number.isFinite(number) || Math.abs(number) >= LARGEST_EXACT) return null
  const [mantissa = '', exponent = '0'] = number.toExponential(DIGITS - 1).split('e')
  const digits = mantissa.replace(/[-.]/g, '')
  const point = Number(exponent) + 1
  const whole = point > 0 ? digits.slice(0, point) : '0'
  const fraction = (point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits).replace(/0+$/, '') // prettier-ignore
  const sign = number < 0 ? '-' : ''
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

function text(cell: unknown): string {
  // A day is shown as one; nobody typed its midnight.
  if (cell instanceof Date) return cell.toISOString().replace('T00:00:00.000Z', '')
  return typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : String(cell ?? '')
}
