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
 * part is unpacked once under a limit, since what a directory says of sizes may be a lie.
 */
export function checkZip(bytes: Buffer): void {
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
  }
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
