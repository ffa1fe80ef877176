import * as xlsx from 'xlsx'

/** Cells of a sheet by address, as another program than ours reads and writes them. */
export type Sheet = xlsx.WorkSheet

const KEY_ROW = 1
const FIRST_ROW = 2

/** Somebody's spreadsheet program: opens a workbook, changes it in its own ways, saves it again. */
export class Spreadsheet {
  readonly book: xlsx.WorkBook
  readonly #bytes: Buffer

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.book = xlsx.read(bytes, { cellStyles: true, cellNF: true })
  }

  /** The text of a part of the file as it was opened, such as `xl/styles.xml`. */
  part(path: string): string {
    const { files } = xlsx.read(this.#bytes, { bookFiles: true }) as xlsx.WorkBook & {
      files: Record<string, { readonly content: Uint8Array }>
    }
    return Buffer.from(files[path]!.content).toString('utf8')
  }

  /** Cells of a protected sheet that can be written; null where the sheet is not protected. */
  openCells(name: string): string[] | null {
    const xml = this.part(`xl/worksheets/sheet${this.book.SheetNames.indexOf(name) + 1}.xml`)
    if (!/<sheetProtection[^>]* sheet="1"/.test(xml)) return null
    const formats = this.part('xl/styles.xml').split('<cellXfs')[1]!.split('</cellXfs>')[0]!
    const open = formats.split('<xf ').slice(1).map((each) => each.includes('locked="0"')) // prettier-ignore
    return [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*? s="(\d+)"/g)]
      .filter(([, , style]) => open[Number(style)])
      .map(([, cell]) => cell!)
  }

  /** What may be typed into a cell, as the file says it. */
  validationOf(name: string, cell: string): string {
    const xml = this.part(`xl/worksheets/sheet${this.book.SheetNames.indexOf(name) + 1}.xml`)
    return xml.match(/<dataValidation [\s\S]*?<\/dataValidation>/g)?.find((each) => each.includes(`sqref="${cell}"`)) ?? '' // prettier-ignore
  }

  sheet(name: string): Sheet {
    const found = this.book.Sheets[name]
    if (!found) throw new Error(`There is no sheet ${name} in ${this.book.SheetNames.join(', ')}.`)
    return found
  }

  /** Whether people see the sheet: 0 yes, 1 hidden, 2 hidden from the menu as well. */
  hiddenness(name: string): number {
    return this.book.Workbook?.Sheets?.find((each) => each.name === name)?.Hidden ?? 0
  }

  rows(name: string): unknown[][] {
    return xlsx.utils.sheet_to_json(this.sheet(name), { header: 1, defval: null, raw: true })
  }

  keys(name: string): string[] {
    return this.rows(name)[KEY_ROW]!.map(String)
  }

  codes(name: string): string[] {
    return this.rows(name).slice(FIRST_ROW).map(([code]) => String(code)) // prettier-ignore
  }

  /** Address of the cell of a code under a key, wherever they stand. */
  addressOf(name: string, code: string, key: string): string {
    const rows = this.rows(name)
    const keyRow = rows.findIndex((row) => row.includes('code') && row.includes(key))
    const keys = rows[keyRow] ?? []
    const r = rows.findIndex((row, at) => at !== keyRow && row[keys.indexOf('code')] === code)
    const c = keys.indexOf(key)
    if (r < 0 || c < 0) throw new Error(`There is no ${key} of ${code} in ${name}.`)
    return xlsx.utils.encode_cell({ r, c })
  }

  valueOf(name: string, code: string, key: string): unknown {
    return (this.sheet(name)[this.addressOf(name, code, key)] as xlsx.CellObject | undefined)?.v
  }

  /** Types into a cell; returns its address as messages name it. */
  types(name: string, code: string, key: string, value: unknown): string {
    const address = this.addressOf(name, code, key)
    const cell: xlsx.CellObject =
      typeof value === 'object' && value !== null
        ? (value as xlsx.CellObject)
        : typeof value === 'number'
          ? { t: 'n', v: value }
          : typeof value === 'boolean'
            ? { t: 'b', v: value }
            : { t: 's', v: String(value) }
    this.sheet(name)[address] = cell
    return `${name}!${address}`
  }

  /** Puts the rows and columns of a sheet anew; formats are lost, as with some programs. */
  rearranges(name: string, arrange: (rows: unknown[][]) => unknown[][]): this {
    this.book.Sheets[name] = xlsx.utils.aoa_to_sheet(arrange(this.rows(name)))
    return this
  }

  saves(bookType: xlsx.BookType = 'xlsx'): Buffer<ArrayBuffer> {
    return Buffer.from(
      xlsx.write(this.book, {
        type: 'buffer',
        bookType,
        cellStyles: true,
        compression: true,
      }) as Uint8Array,
    )
  }
}
