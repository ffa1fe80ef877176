import { inflateRawSync } from 'node:zlib'
import { Unreadable } from './parse-json.ts'

const MOST_ENTRIES = 200
const MOST_BYTES = 64 * 1024 * 1024
const HIGHEST_RATIO = 200
/** Small parts compress well without meaning harm. */
const SMALL = 1024 * 1024
const NO_WORKBOOK =
  'The file is called a workbook and is none. Save it as an Excel workbook (.xlsx), or hand in JSON.'
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const STORED = 0
const DEFLATED = 8

const ACTIVE =
  /vbaProject|(?<!printerSettings\d{1,4})\.bin$|macrosheets|externalLinks|embeddings|activeX|oleObject|connections\.xml|queryTables|customUI|webExtensions|\.exe$|\.js$/i

/**
 * Looks at a workbook before anything of it is unpacked: how many parts, how large, what kind. Then every
 * part is unpacked once under a limit, since what a directory says of sizes may be a lie. Rows are counted there too:
 * a sheet of far too many would take all the time and memory before it could be refused for them.
 */
export function checkZip(bytes: Buffer, mostRows = Number.POSITIVE_INFINITY): void {
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) {
    throw new Unreadable(
      'ENCRYPTED',
      'The workbook is encrypted, or of the format before XLSX. Save it as XLSX without a password.',
    )
  }
  if (bytes.readUInt32LE(0) !== LOCAL) {
    throw new Unreadable('WRONG_TYPE', NO_WORKBOOK)
  }
  const entries = directoryOf(bytes)
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) {
    throw new Unreadable('WRONG_TYPE', NO_WORKBOOK)
  }
  let left = MOST_BYTES
  const rows = new Map<string, number>()
  const texts = new Map<string, string>()
  for (const entry of entries) {
    if (entry.name.includes('..') || entry.name.startsWith('/') || entry.name.includes('\\')) {
      throw new Unreadable('WRONG_TYPE', 'A part of the workbook has a name that leads elsewhere.')
    }
    if (ACTIVE.test(entry.name)) {
      throw new Unreadable(
        'ACTIVE_CONTENT',
        'The workbook has macros, links to other files or embedded objects. Save it as a plain XLSX without them.',
        entry.name,
      )
    }
    const content = unpack(bytes, entry, left)
    left -= content.length
    if (/\.(xml|rels|vml)$/i.test(entry.name)) checkPart(entry.name, content)
    if (SHEET.test(entry.name)) rows.set(entry.name, rowsIn(content))
    if (NAMING.has(entry.name)) texts.set(entry.name, content.toString('utf8'))
  }
  for (const [part, count] of rows) {
    if (count - HEAD_ROWS > mostRows) throw tooManyRows(count, mostRows, sheetName(part, texts))
  }
}

/** Says how many there are beside how many there may be. */
export const tooManyRows = (count: number, most: number, sheet: string): Unreadable =>
  new Unreadable(
    'TOO_MANY_ROWS',
    `This sheet has ${count - HEAD_ROWS} rows below its head, and at most ${most} are read. Remove rows that are no entries.`,
    sheet,
  )

/** Names and keys of the columns. */
export const HEAD_ROWS = 2
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i
const NAMING: ReadonlySet<string> = new Set(['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'])
const AFTER_NAME: ReadonlySet<number> = new Set([...' >/\t\r\n'].map((each) => each.charCodeAt(0)))

function rowsIn(content: Buffer): number {
  let count = 0
  for (let at = content.indexOf('<row'); at >= 0; at = content.indexOf('<row', at + 4)) {
    if (AFTER_NAME.has(content[at + 4] ?? 0)) count += 1
  }
  return count
}

const attribute = (element: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(element)?.[1] ?? ''

/** The name people know a sheet by; that of its part where the workbook does not say. */
function sheetName(part: string, texts: ReadonlyMap<string, string>): string {
  const [workbook = '', relations = ''] = [...NAMING].map((name) => texts.get(name))
  const relation = [...relations.matchAll(/<Relationship\b[^>]*>/g)]
    .map(([each]) => each)
    .find((each) => part.endsWith(attribute(each, 'Target').replace(/^\/?(xl\/)?/, '/')))
  const id = relation && attribute(relation, 'Id')
  const sheet = [...workbook.matchAll(/<sheet\b[^>]*>/g)]
    .map(([each]) => each)
    .find((each) => id && attribute(each, 'r:id') === id)
  return (sheet && attribute(sheet, 'name')) || part
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

function directoryOf(bytes: Buffer): readonly Entry[] {
  const end = bytes.length - 22
  if (end < 0 || bytes.readUInt32LE(end) !== END) {
    throw new Unreadable(
      'TRUNCATED',
      'The workbook is cut off, or something is appended to it. Save it again in the spreadsheet program.',
    )
  }
  const count = bytes.readUInt16LE(end + 10)
  const start = bytes.readUInt32LE(end + 16)
  if (count > MOST_ENTRIES) {
    throw new Unreadable('TOO_MANY_PARTS', `A workbook has at most ${MOST_ENTRIES} parts.`)
  }
  const entries: Entry[] = []
  const names = new Set<string>()
  let total = 0
  let at = start
  for (let each = 0; each < count; each += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) {
      throw new Unreadable('TRUNCATED', 'The directory of the workbook is damaged.')
    }
    const flags = bytes.readUInt16LE(at + 8)
    const packed = bytes.readUInt32LE(at + 20)
    const size = bytes.readUInt32LE(at + 24)
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    if ((flags & 1) !== 0)
      throw new Unreadable('ENCRYPTED', 'The workbook is encrypted. Save it without a password.')
    if (names.has(name)) throw new Unreadable('WRONG_TYPE', 'A part of the workbook stands twice.')
    names.add(name)
    total += size
    if (total > MOST_BYTES) {
      throw new Unreadable(
        'TOO_LARGE',
        `Unpacked, a workbook has at most ${MOST_BYTES / 1024 / 1024} MB.`,
      )
    }
    if (size > SMALL && size > packed * HIGHEST_RATIO) {
      throw new Unreadable(
        'SUSPICIOUS_RATIO',
        'A part of the workbook is packed more tightly than a table can be. Copy its sheets into a new workbook.',
      )
    }
    entries.push({
      name,
      packed,
      size,
      method: bytes.readUInt16LE(at + 10),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  // Parts that share their bytes unpack to many times what was sent.
  if (entries.reduce((sum, { packed }) => sum + packed, 0) > bytes.length) {
    throw new Unreadable('SUSPICIOUS_RATIO', 'Parts of the workbook lie on one another.')
  }
  return entries
}

function unpack(bytes: Buffer, { method, packed, size, offset }: Entry, limit: number): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) {
    throw new Unreadable('TRUNCATED', 'A part of the workbook is missing.')
  }
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const content = bytes.subarray(start, start + packed)
  if (content.length < packed)
    throw new Unreadable('TRUNCATED', 'A part of the workbook is cut off.')
  if (method === STORED) return content
  if (method !== DEFLATED)
    throw new Unreadable('WRONG_TYPE', 'A part of the workbook is packed unusually.')
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, Math.min(size, limit)) })
  } catch {
    throw new Unreadable(
      'SUSPICIOUS_RATIO',
      'A part of the workbook is larger than it says, or damaged.',
    )
  }
}

function checkPart(name: string, content: Buffer): void {
  const head = content.subarray(0, 4096).toString('latin1').replaceAll('\0', '')
  if (
    /<!DOCTYPE|<!ENTITY/i.test(head) ||
    content.includes('<!ENTITY') ||
    content.includes('<!DOCTYPE')
  ) {
    throw new Unreadable(
      'ACTIVE_CONTENT',
      'A part of the workbook declares entities of its own.',
      name,
    )
  }
  const text = () => content.toString('latin1')
  if (/\.rels$/i.test(name) && linksElsewhere(text())) {
    throw new Unreadable(
      'ACTIVE_CONTENT',
      'The workbook takes content from other files or pages.',
      name,
    )
  }
  if (name === '[Content_Types].xml' && /<Override[^>]*(macroEnabled|vbaProject)/i.test(text())) {
    throw new Unreadable(
      'ACTIVE_CONTENT',
      'The workbook has macros. Save it as a plain XLSX.',
      name,
    )
  }
}

// An address in a cell is made a link by the spreadsheet program itself; it loads nothing.
const linksElsewhere = (relations: string): boolean =>
  [...relations.matchAll(/<Relationship\b[^>]*>/gi)].some(
    ([each]) => /TargetMode\s*=\s*["']External/i.test(each) && !/\/hyperlink["']/i.test(each),
  )
