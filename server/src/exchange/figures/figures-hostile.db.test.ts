import { deflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import * as xlsx from 'xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '#platform'
import { useWorld, type Caller } from '../../../../tests/setup/world.ts'
import { checksumOf } from './checksum'
import type { FigureStamp } from './figure-file'
import { figuresOf, mine } from './figures.testing'
import { readFigures } from './reading/read-figures'
import { Spreadsheet } from './spreadsheet.fixture'

const world = useWorld()
const { download, check, start, put, compare } = figuresOf(world)

let coordinator: Caller
let id: string
let bytes: Buffer<ArrayBuffer>

beforeAll(async () => {
  coordinator = await world().as('COORDINATOR', 'XAL')
  id = (await mine(coordinator)).id
  bytes = await download(coordinator, id, 'RC.en')
})

interface Part {
  readonly name: string
  readonly content: Buffer
  readonly size?: number
}

/** An archive made by hand, so that its directory can lie. */
function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, content, size = content.length } of parts) {
    const packed = deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(size, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(size, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), packed)
    centrals.push(central, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const part = (name: string, content = '<x/>', size?: number): Part => ({
  name,
  content: Buffer.from(content),
  ...(size === undefined ? {} : { size }),
})
const BOOK = part('xl/workbook.xml')

/** The own workbook, changed by another program. */
const edited = (edit: (sheet: Spreadsheet) => void) => () => {
  const sheet = new Spreadsheet(bytes)
  edit(sheet)
  return sheet.saves()
}
const setHidden = (address: string, value: string | number) =>
  edited((sheet) => {
    sheet.sheet('pmm')[address] = { t: typeof value === 'number' ? 'n' : 's', v: value }
  })

/** A workbook of this installation in every respect but one of what it says it belongs to. */
const stamped = (change: Partial<FigureStamp>) => async () => {
  const read = await readFigures(bytes)
  const stamp = { ...read.stamp, ...change }
  const sheet = new Spreadsheet(bytes)
  for (const row of sheet.rows('pmm').keys()) {
    const field = sheet.rows('pmm')[row]![0] as keyof FigureStamp | 'checksum'
    if (field === 'checksum') {
      const value = checksumOf(world().services.sealing, stamp, read.bases)
      sheet.sheet('pmm')[`B${row + 1}`] = { t: 's', v: value }
    } else if (field in stamp) sheet.sheet('pmm')[`B${row + 1}`] = { t: 's', v: stamp[field] }
  }
  return sheet.saves()
}

const HOSTILE: readonly (readonly [string, () => Buffer | Promise<Buffer>, string])[] = [
  ['a PDF', () => Buffer.from(`%PDF-1.7 ${'x'.repeat(100)}`), 'WRONG_TYPE'],
  ['an archive that is no workbook', () => zip([part('a.txt')]), 'WRONG_TYPE'],
  ['a file of four bytes', () => Buffer.from('PK\u0003\u0004'), 'TRUNCATED'],
  ['one that is cut off', () => bytes.subarray(0, bytes.length - 100), 'TRUNCATED'],
  ['one with a program behind it', () => Buffer.concat([bytes, Buffer.from('MZ program')]), 'TRUNCATED'],
  ['an encrypted one', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'ENCRYPTED'],
  ['a part that unpacks to much more', () => zip([BOOK, part('xl/a.xml', ' '.repeat(30_000_000))]), 'SUSPICIOUS_RATIO'],
  ['a part that says it is small', () => zip([BOOK, part('xl/a.xml', ' '.repeat(30_000_000), 1_000)]), 'SUSPICIOUS_RATIO'],
  ['parts that say they are huge', () => zip([BOOK, part('xl/a.xml', 'x', 4_000_000_000)]), 'TOO_LARGE'],
  ['a thousand parts', () => zip(Array.from({ length: 1_000 }, (_, at) => part(`xl/p${at}.xml`))), 'TOO_MANY_PARTS'],
  ['macros', () => zip([BOOK, part('xl/vbaProject.bin')]), 'ACTIVE_CONTENT'],
  ['links to other workbooks', () => zip([BOOK, part('xl/externalLinks/externalLink1.xml')]), 'ACTIVE_CONTENT'],
  ['entities of its own', () => zip([part('xl/workbook.xml', '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')]), 'ACTIVE_CONTENT'],
  ['a part that leads out', () => zip([BOOK, part('../../etc/passwd')]), 'WRONG_TYPE'],
  ['a hundred thousand rows', edited((sheet) => sheet.rearranges('RC', (rows) => [...rows, ...Array.from({ length: 100_000 }, (_, at) => [`X${at}`, 1])])), 'TOO_MANY_ROWS'],
  ['a workbook of somebody else', () => Buffer.from(xlsx.write({ SheetNames: ['A'], Sheets: { A: xlsx.utils.aoa_to_sheet([['code', 'value.T']]) } }, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array), 'NO_TEMPLATE'],
  ['no hidden sheet', edited(({ book }) => { book.SheetNames.splice(book.SheetNames.indexOf('pmm'), 1); delete book.Sheets['pmm']; book.Workbook!.Sheets!.pop() }), 'NO_TEMPLATE'],
  ['another template', setHidden('B1', 'pmm-figures/9'), 'WRONG_TEMPLATE'],
  ['no keys', edited((sheet) => sheet.rearranges('RC', ([heads = [], , ...rows]) => [heads, ...rows])), 'NO_KEYS'],
  ['a column twice', edited((sheet) => sheet.rearranges('RC', (rows) => rows.map((row) => [...row, row[9]]))), 'COLUMN_TWICE'],
  ['another revision in the hidden sheet', setHidden('D9', 77), 'TAMPERED'],
  ['another former figure in the hidden sheet', setHidden('E9', '1'), 'TAMPERED'],
  ['a line less in the hidden sheet', edited((sheet) => sheet.rearranges('pmm', (rows) => rows.slice(0, -1))), 'TAMPERED'],
  ['the id of another assessment in the hidden sheet', setHidden('B4', 'QVMAAAAAAAAAAAAAAAAAAAAA'), 'TAMPERED'],
  ['a workbook of another assessment', stamped({ assessment: 'QVMAAAAAAAAAAAAAAAAAAAAA' }), 'WRONG_ASSESSMENT'],
  ['a workbook of another version', stamped({ version: 'PMM-V9' }), 'WRONG_VERSION'],
  ['a workbook of the version before it was changed', stamped({ contentHash: '0'.repeat(64) }), 'WRONG_VERSION'],
] // prettier-ignore

const stored = async (db: Db) =>
  (await sql`select (select count(*) from draft_revision) as revisions,
      (select md5(string_agg(v::text, ',' order by v.id)) from data_value v) as figures,
      (select md5(string_agg(r::text, ',' order by r.id)) from kpi_response r) as responses`.execute(db)) // prettier-ignore
  .rows[0]

describe('M14: what is no workbook of this assessment is refused with its reason and changes nothing', () => {
  test.each(HOSTILE)('%s', async (_, make, reason) => {
    const before = await world().asOwner(({ db }) => stored(db))
    const found = await check(coordinator, id, (await make()) as Buffer)
    const after = await world().asOwner(({ db }) => stored(db))

    expect(found.problems.map((each) => each.reason)).toEqual([reason])
    expect(found.problems[0]).toMatchObject({ code: 'BAD_INPUT', message: expect.stringMatching(/^[A-Z].*\.$/s) }) // prettier-ignore
    expect(found.figureImport).toBeNull()
    expect(after).toEqual(before)
  })

  test('a file too large, empty, or named otherwise gets no ticket; a ticket works once and for its session', async () => {
    const refused = async (name: string, size: number) =>
      (await start(coordinator, id, { length: size } as Buffer, name)).problems.map((each: { reason: string }) => each.reason) // prettier-ignore
    const issued = await start(coordinator, id, bytes)
    const other = await world().as('COORDINATOR', 'XOR')
    const stolen = await put(other, issued.uploadPath, bytes)
    const arrived = await put(coordinator, issued.uploadPath, bytes)
    const again = await put(coordinator, issued.uploadPath, bytes)
    const byOther = await compare(other, issued.ticket)
    const own = await compare(coordinator, issued.ticket)
    const twice = await compare(coordinator, issued.ticket)

    expect(await refused('figures.xlsx', 5 * 1024 * 1024)).toEqual(['FILE_TOO_LARGE'])
    expect(await refused('figures.xlsx', 0)).toEqual(['FILE_EMPTY'])
    expect(await refused('figures.xlsm', 10)).toEqual(['BAD_FORMAT'])
    expect([stolen.statusCode, arrived.statusCode, again.statusCode]).toEqual([404, 200, 404])
    expect(byOther.problems).toMatchObject([{ code: 'NOT_FOUND' }])
    expect(own.problems).toEqual([])
    expect(twice.problems).toMatchObject([{ code: 'NOT_FOUND' }])
  })
})
