import { readXlsx } from 'hucre/xlsx'
import { Unreadable } from './parse-json.ts'
import {
  HEAD_SHEET,
  LEFT_OUT,
  PARENT,
  isLeftOut,
  type Column,
  type SheetLayout,
  type WorkbookLayout,
} from './sheet-layout.ts'
import { frenchTitle } from './labels.ts'
import { plain } from './text-cell.ts'
import { FORMULA_CELL, unknownParent, type Words } from './words.ts'
import { HEAD_ROWS, checkZip, tooManyRows } from './zip-check.ts'

export const MOST_ROWS = 20_000
const KEY_ROW = 1
const FIRST_ROW = 2
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

export interface ReadWorkbook {
  readonly catalogue: Record<string, unknown>
  /** The cell of each place of the catalogue, by JSON pointer. */
  readonly places: Readonly<Record<string, string>>
  readonly problems: readonly {
    readonly pointer: string | null
    readonly at: string
    readonly reason: string
    readonly message: string
    readonly french: string
  }[]
}

type Row = readonly unknown[]
type Entry = Record<string, unknown>

/** Reads a workbook as `writeWorkbook` writes it: by the keys of its second row, never by position. */
export async function readWorkbook(bytes: Buffer, layout: WorkbookLayout): Promise<ReadWorkbook> {
  checkZip(bytes, MOST_ROWS)
  const workbook = await readXlsx(bytes, { maxRows: MOST_ROWS + 3 }).catch(() => {
    throw new Unreadable(
      'TRUNCATED',
      'The workbook is damaged and cannot be read. Save it again in the spreadsheet program.',
    )
  })
  const problems: ({ at: string; reason: string } & Words)[] = []
  const places: Record<string, string> = {}
  const catalogue: Entry = { schema: 'pmm-catalogue/1' }
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]))
  for (const sheet of workbook.sheets) {
    if (sheet.rows.length > MOST_ROWS + HEAD_ROWS) {
      throw tooManyRows(sheet.rows.length, MOST_ROWS, sheet.name)
    }
    for (const [key, cell] of sheet.cells ?? []) {
      if (cell.formula === undefined) continue
      const [row = 0, columnAt = 0] = key.split(',').map(Number)
      problems.push({
        at: `${sheet.name}!${letters(columnAt)}${row + 1}`,
        reason: 'FORMULA_CELL',
        ...FORMULA_CELL,
      })
    }
  }
  const head = sheets.get(HEAD_SHEET)
  if (!head)
    throw new Unreadable(
      'NO_SHEET',
      `The workbook has no sheet "${HEAD_SHEET}". Begin with a workbook that was downloaded here.`,
      HEAD_SHEET,
    )
  readHead(head.rows, layout, catalogue, places)
  const leftOut = leftOutIn(head.rows)

  const titled = layout.sheets.map((sheet) => ({ ...sheet, title: titleOf(sheet, sheets) }))
  for (const sheet of titled.filter(({ part }) => part === null)) {
    const found = sheets.get(sheet.title)
    if (!found) continue
    const entries: Entry[] = []
    catalogue[sheet.list] = entries
    const byCode = new Map<string, { readonly entry: Entry; readonly index: number }>()
    for (const { values, row } of rowsOf(found.rows, sheet, leftOut)) {
      const entry = entryOf(values, sheet, `/${sheet.list}/${entries.length}`, row, places)
      byCode.set(String(entry[sheet.id]), { entry, index: entries.length })
      entries.push(entry)
    }
    for (const part of titled.filter(({ list, part }) => list === sheet.list && part !== null)) {
      const foundPart = sheets.get(part.title)
      if (!foundPart) continue
      for (const { entry } of byCode.values()) entry[part.part!] = []
      for (const { values, row } of rowsOf(foundPart.rows, part)) {
        const parent = byCode.get(text(values.get(PARENT)))
        if (!parent) {
          problems.push({
            at: `${part.title}!A${row + 1}`,
            reason: 'UNKNOWN_PARENT',
            ...unknownParent(sheet.title, text(values.get(PARENT)).slice(0, 80)),
          })
          continue
        }
        const list = parent.entry[part.part!] as Entry[]
        const pointer = `/${sheet.list}/${parent.index}/${part.part}/${list.length}`
        list.push(entryOf(values, part, pointer, row, places))
      }
    }
  }
  const pointers = new Map(Object.entries(places).map(([pointer, cell]) => [cell, pointer]))
  return {
    catalogue,
    places,
    problems: problems.map((each) => ({ ...each, pointer: pointers.get(each.at) ?? null })),
  }
}

// A sheet bears its English or its French title, whoever sends the workbook back.
const titleOf = (sheet: SheetLayout, sheets: ReadonlyMap<string, unknown>): string =>
  sheets.has(sheet.title) ? sheet.title : frenchTitle(sheet)

function readHead(
  rows: readonly Row[],
  layout: WorkbookLayout,
  catalogue: Entry,
  places: Record<string, string>,
): void {
  const columns = new Map(layout.head.map((each) => [each.key, each]))
  rows.forEach((cells, row) => {
    const found = columns.get(text(cells[0]))
    if (!found) return
    places[`/${found.key.replaceAll('.', '/')}`] = `${HEAD_SHEET}!B${row + 1}`
    put(catalogue, found.key, valueOf(cells[1], found))
  })
  const keys = new Set(rows.map((cells) => text(cells[0])))
  emptyToNull(
    catalogue,
    saidIn(layout.nullable, layout.head, (key) => keys.has(key)),
  )
}

// What the file itself says it does not hold; an empty cell of it is no wish to take something away.
const leftOutIn = (rows: readonly Row[]): readonly string[] => {
  const row = rows.find(([label]) => LEFT_OUT.some((each) => each === text(label)))
  return text(row?.[1]).split(/[,\s]+/).filter(Boolean)
} // prettier-ignore

function* rowsOf(rows: readonly Row[], sheet: SheetLayout, leftOut: readonly string[] = []) {
  const keys = rows[KEY_ROW]?.map(text) ?? []
  const first = sheet.part === null ? sheet.id : PARENT
  if (!keys.includes(first)) {
    throw new Unreadable(
      'NO_KEYS',
      `The second row of the sheet names the fields; "${first}" is missing in it.`,
      `${sheet.title}!A${KEY_ROW + 1}`,
    )
  }
  for (let row = FIRST_ROW; row < rows.length; row += 1) {
    const cells = rows[row]!
    if (cells.every(isEmpty)) continue
    const said = keys.map((key, at) => [key, cells[at], at] as const)
    const isSaid = (key: string, cell: unknown) =>
      !isEmpty(cell) || !isLeftOut(`${sheet.list}.${key}`, leftOut)
    yield { row, values: new CellMap(said.filter(([key, cell]) => isSaid(key, cell))) }
  }
}

const isEmpty = (cell: unknown) => cell === null || cell === undefined || cell === ''

class CellMap {
  readonly #cells = new Map<string, { readonly value: unknown; readonly at: number }>()
  constructor(cells: readonly (readonly [string, unknown, number])[]) {
    for (const [key, value, at] of cells) if (key !== '') this.#cells.set(key, { value, at })
  }
  has = (key: string) => this.#cells.has(key)
  get = (key: string) => this.#cells.get(key)?.value
  columnOf = (key: string) => this.#cells.get(key)?.at ?? 0
}

function entryOf(
  values: CellMap,
  sheet: SheetLayout,
  pointer: string,
  row: number,
  places: Record<string, string>,
): Entry {
  const entry: Entry = {}
  places[pointer] = `${sheet.title}!A${row + 1}`
  for (const column of sheet.columns) {
    if (!values.has(column.key)) continue
    places[`${pointer}/${column.key.replaceAll('.', '/')}`] =
      `${sheet.title}!${letters(values.columnOf(column.key))}${row + 1}`
    put(entry, column.key, valueOf(values.get(column.key), column))
  }
  emptyToNull(entry, saidIn(sheet.nullable, sheet.columns, values.has))
  return entry
}

/** What a cell says; what cannot be understood is left as it is, for the schema to refuse with its place. */
function valueOf(cell: unknown, { kind, isNullable }: Column): unknown {
  if (isEmpty(cell)) {
    if (kind === 'CODES' || kind === 'LINES' || kind === 'NUMBERS') return []
    return isNullable ? null : undefined
  }
  if (kind === 'BOOLEAN') {
    if (typeof cell === 'boolean') return cell
    return { true: true, false: false }[text(cell).toLowerCase()] ?? cell
  }
  if (kind === 'INTEGER')
    return typeof cell === 'number' ? cell : /^-?\d{1,9}$/.test(text(cell)) ? Number(cell) : cell
  if (kind === 'DECIMAL' && typeof cell === 'number') return decimalOf(cell)
  // A fraction typed into a cell of codes has lost its end: 17.10 came in as 17.1.
  const isCode = kind === 'TEXT' || kind === 'CODES'
  if (isCode && typeof cell === 'number' && !Number.isInteger(cell)) return cell
  const written = plain(text(cell))
  if (kind === 'CODES')
    return written
      .split(/[,;\n]/)
      .map((each) => each.trim())
      .filter(Boolean)
  if (kind === 'LINES') return written.split('\n').filter(Boolean)
  if (kind === 'NUMBERS')
    return written
      .split(/[,;\s]+/)
      .filter(Boolean)
      .map((each) => (/^\d{1,6}$/.test(each) ? Number(each) : each))
  if (kind === 'JSON') return jsonOf(written)
  return written
}

const decimalOf = (cell: number) =>
  Number.isFinite(cell) && Math.abs(cell) < 1e15 ? String(cell).replace(/^(-?)\./, '$10.') : cell

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written, (key, value: unknown) => {
      if (FORBIDDEN.has(key)) throw new Error('forbidden')
      return value
    })
  } catch {
    return written
  }
}

function text(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString()
  return typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : String(cell ?? '')
}

function put(entry: Entry, key: string, value: unknown): void {
  if (value === undefined) return
  const [first = '', ...rest] = key.split('.')
  if (rest.length === 0) {
    entry[first] = value
    return
  }
  const inner = (entry[first] ??= {}) as Entry
  put(inner, rest.join('.'), value)
}

// A group is empty only where the file has a place for each of its fields.
const saidIn = (
  nullable: readonly string[],
  columns: readonly Column[],
  has: (key: string) => boolean,
): readonly string[] =>
  nullable.filter((group) => columns.every(({ key }) => !key.startsWith(`${group}.`) || has(key)))

function emptyToNull(entry: Entry, nullable: readonly string[]): void {
  for (const key of nullable) {
    const [first = '', ...rest] = key.split('.')
    if (rest.length > 0) {
      const inner = entry[first]
      if (typeof inner === 'object' && inner !== null) emptyToNull(inner as Entry, [rest.join('.')])
    } else if (entry[first] === undefined) entry[first] = null
  }
}

/** Letters of a column: A for the first. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}
