import { inflateRawSync } from 'node:zlib'
import { badInput, type ProblemDetail } from '#platform'

const PATH = ['input', 'ticket']
const MOST_PARTS = 2000
const MOST_BYTES = 200 * 1024 * 1024
const HIGHEST_RATIO = 200
/** Small parts compress well without meaning harm. */
const SMALL = 1024 * 1024
const LARGEST_LIST = 1024 * 1024
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_LENGTH = 22

const MAIN_PARTS: Readonly<Record<string, string>> = {
  wordprocessingml: 'word/document.xml',
  spreadsheetml: 'xl/workbook.xml',
  presentationml: 'ppt/presentation.xml',
}
const ACTIVE =
  /vbaProject|macrosheets|activeX|oleObject|embeddings\/|\.(?:exe|dll|js|vbs|ps1|bat|cmd|scr)$/i
const LIST = '[Content_Types].xml'

const wrongType = () =>
  badInput('WRONG_TYPE', 'The content of the file is not what its name says.', PATH)
const suspicious = () =>
  badInput('SUSPICIOUS_RATIO', 'The file unpacks to more than a document can hold.', PATH)
const active = () =>
  badInput('ACTIVE_CONTENT', 'The document has macros or embedded programs. Save it without them.', PATH) // prettier-ignore

interface Part {
  readonly name: string
  readonly packed: number
  readonly size: number
  readonly method: number
  readonly offset: number
}

/** What is wrong with an Office document, told from the list of its parts: only the list of types is unpacked. */
export function officeProblem(bytes: Buffer, mediaType: string): ProblemDetail | null {
  const parts = partsOf(bytes)
  if (parts === null) return wrongType()
  if (parts === 'TOO_MUCH') return suspicious()
  const kind = Object.keys(MAIN_PARTS).find((each) => mediaType.includes(each))
  const names = new Set(parts.map(({ name }) => name))
  if (!kind || !names.has(MAIN_PARTS[kind]!) || names.size < parts.length) return wrongType()
  if (
    parts.some(({ name }) => name.includes('..') || name.startsWith('/') || name.includes('\\'))
  ) {
    return wrongType()
  }
  if (parts.some(({ name }) => ACTIVE.test(name))) return active()
  const list = parts.find(({ name }) => name === LIST)
  const types = list && contentOf(bytes, list)
  if (!types) return wrongType()
  if (/macroEnabled|vbaProject/i.test(types)) return active()
  return types.includes(`${mediaType}.main+xml`) ? null : wrongType()
}

/** The parts as the directory at the end lists them; null where there is none that reaches to the last byte. */
function partsOf(bytes: Buffer): readonly Part[] | 'TOO_MUCH' | null {
  const end = bytes.length - END_LENGTH
  if (end < 0 || bytes.readUInt32LE(0) !== LOCAL || bytes.readUInt32LE(end) !== END) return null
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_PARTS) return 'TOO_MUCH'
  const parts: Part[] = []
  let at = bytes.readUInt32LE(end + 16)
  let packed = 0
  let total = 0
  for (let each = 0; each < count; each += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) return null
    const nameLength = bytes.readUInt16LE(at + 28)
    const part = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      method: bytes.readUInt16LE(at + 10),
      offset: bytes.readUInt32LE(at + 42),
    }
    packed += part.packed
    total += part.size
    if (total > MOST_BYTES) return 'TOO_MUCH'
    if (part.size > SMALL && part.size > part.packed * HIGHEST_RATIO) return 'TOO_MUCH'
    parts.push(part)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  // Parts that share their bytes unpack to many times what was sent.
  return packed > bytes.length ? 'TOO_MUCH' : parts
}

function contentOf(bytes: Buffer, { offset, packed, size, method }: Part): string | null {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return null
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const content = bytes.subarray(start, start + packed)
  if (size > LARGEST_LIST || content.length < packed) return null
  if (method === 0) return content.toString('utf8')
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, size) }).toString('utf8')
  } catch {
    return null
  }
}
