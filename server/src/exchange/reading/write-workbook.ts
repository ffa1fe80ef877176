import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx'
import {
  HEAD_SHEET,
  LEFT_OUT,
  PARENT,
  isLeftOut,
  type Column,
  type SheetLayout,
  type WorkbookLayout,
} from './sheet-layout.ts'
import { frenchLabel, frenchTitle } from './labels.ts'
import { neutral } from './text-cell.ts'

type Entry = Readonly<Record<string, unknown>>

const COMMENT = { key: 'comment', width: 40 }
const HEADS = {
  en: {
    field: 'Field',
    value: 'Value',
    comment: 'Comment',
    of: 'Of',
    hash: 'Content hash',
    leftOut: LEFT_OUT[0],
  },
  fr: {
    field: 'Champ',
    value: 'Valeur',
    comment: 'Commentaire',
    of: 'De',
    hash: 'Empreinte du contenu',
    leftOut: LEFT_OUT[1],
  },
} as const
const HEAD_STYLE = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFEDF1F5' } },
} as const
const KEY_STYLE = { font: { color: { rgb: 'FF4B5A6B' }, size: 9 } } as const
const WRAPPED = { alignment: { wrapText: true, vertical: 'top' } } as const

/** A catalogue as a workbook to read, comment and send back: a sheet a kind, a column a field and language. */
export async function writeWorkbook(
  catalogue: Entry,
  layout: WorkbookLayout,
  locale: 'en' | 'fr' = 'en',
): Promise<Buffer> {
  const sheets: WriteSheet[] = [headSheet(catalogue, layout, HEADS[locale])]
  const { leftOut = [] } = (catalogue['export'] ?? {}) as { leftOut?: readonly string[] }
  for (const whole of layout.sheets) {
    const sheet = { ...whole, columns: shownColumns(whole, leftOut) }
    const entries = catalogue[sheet.list] as readonly Entry[] | undefined
    if (entries && isSaid(entries, sheet)) sheets.push(sheetOf(entries, sheet, locale))
  }
  return Buffer.from(await writeXlsx({ sheets }))
}

function headSheet(
  catalogue: Entry,
  layout: WorkbookLayout,
  heads: (typeof HEADS)['en' | 'fr'],
): WriteSheet {
  const { contentHash, leftOut } = (catalogue['export'] ?? {}) as {
    contentHash?: string
    leftOut?: string[]
  }
  const rows: CellValue[][] = [
    [heads.field, heads.value, heads.comment],
    ...layout.head.map((column) => [column.key, cellOf(at(catalogue, column.key), column), '']),
    [],
    [heads.hash, contentHash ?? '', ''],
    [heads.leftOut, (leftOut ?? []).join(', '), ''],
  ]
  return {
    name: HEAD_SHEET,
    columns: [
      { width: 34 },
      { width: 80, style: WRAPPED },
      { width: COMMENT.width, style: WRAPPED },
    ],
    rows,
    cells: styled([HEAD_STYLE], 3),
    freezePane: { rows: 1, columns: 1 },
  }
}

// A column that was left out has no cells: empty ones would say that there is nothing.
const shownColumns = ({ list, part, columns }: SheetLayout, leftOut: readonly string[]) =>
  part === null ? columns.filter(({ key }) => !isLeftOut(`${list}.${key}`, leftOut)) : columns

// Parts that no entry speaks of have no sheet: an empty one would say that there are none.
const isSaid = (entries: readonly Entry[], { part }: SheetLayout) =>
  part === null || entries.some((entry) => entry[part] !== undefined)

function sheetOf(entries: readonly Entry[], sheet: SheetLayout, locale: 'en' | 'fr'): WriteSheet {
  const { part, id, columns } = sheet
  // The comment first found by whoever reads: beside the code and the name, before the long columns.
  const shown =
    part === null ? columns : [{ key: PARENT, label: HEADS.en.of, width: 18 }, ...columns]
  const written: (readonly [unknown, Entry])[] =
    part === null
      ? entries.map((entry) => [entry[id], entry])
      : entries.flatMap((entry) =>
          ((entry[part] ?? []) as readonly Entry[]).map((each) => [entry[id], each] as const),
        )
  return {
    name: locale === 'fr' ? frenchTitle(sheet) : sheet.title,
    columns: [...shown, COMMENT].map(({ width }) => ({ width, style: WRAPPED })),
    rows: [
      [
        ...shown.map(({ key, label }) => (locale === 'fr' ? frenchLabel(key) : label)),
        HEADS[locale].comment,
      ],
      [...shown.map(({ key }) => key), COMMENT.key],
      ...written.map(([parent, entry]) => [
        ...(part === null ? [] : [neutral(String(parent))]),
        ...columns.map((column) => cellOf(at(entry, column.key), column)),
        '',
      ]),
    ],
    cells: styled([HEAD_STYLE, KEY_STYLE], shown.length + 1),
    freezePane: { rows: 2, columns: 1 },
  }
}

const styled = (styles: readonly object[], width: number) =>
  new Map(
    styles.flatMap((style, row) =>
      Array.from({ length: width }, (_, column) => [`${row},${column}`, { style }] as const),
    ),
  )

function cellOf(value: unknown, { kind }: Pick<Column, 'kind'>): CellValue {
  if (value === null || value === undefined) return null
  if (kind === 'INTEGER' || kind === 'BOOLEAN') return value as number | boolean
  if (kind === 'CODES' || kind === 'NUMBERS')
    return neutral((value as readonly unknown[]).join(', '))
  if (kind === 'LINES') return neutral((value as readonly unknown[]).join('\n'))
  if (kind === 'JSON') return JSON.stringify(value)
  return neutral(String(value))
}

const at = (entry: unknown, key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>((inner, name) => (inner as Entry | null | undefined)?.[name], entry)
