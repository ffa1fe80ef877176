import { inflateSync } from 'node:zlib'
import { badInput, type ProblemDetail } from '#platform'

const PATH = ['input', 'ticket']
const MOST_STREAMS = 5000
/** All objects that stand packed in streams, unpacked. */
const MOST_BYTES = 64 * 1024 * 1024
const LONGEST_DICTIONARY = 64 * 1024
const END_OF_PDF = 1024

const problem = (reason: string, words: string) => badInput(reason, words, PATH)
const wrongType = () => problem('WRONG_TYPE', 'The content of the file is not what its name says.')
const appended = () => problem('WRONG_TYPE', 'The file is cut off, or something is appended to it.')
const active = () =>
  problem('ACTIVE_CONTENT', 'The document runs scripts or programs, or has files in it. Save it without them.') // prettier-ignore
const suspicious = () =>
  problem('SUSPICIOUS_RATIO', 'The file unpacks to more than a document can hold.')
const locked = () =>
  problem('ENCRYPTED', 'The document is protected, so nobody can check it. Save it without protection.') // prettier-ignore

/** A name of the language as it may be written: any letter also as # and two hexadecimal digits. */
function named(...names: readonly string[]): RegExp {
  const letter = (each: string) => {
    const [high = '', low = ''] = each.charCodeAt(0).toString(16)
    const digit = (hex: string) => (/[a-f]/.test(hex) ? `[${hex}${hex.toUpperCase()}]` : hex)
    return `(?:${each}|#${digit(high)}${digit(low)})`
  }
  const any = names.map((name) => [...name].map(letter).join('')).join('|')
  return new RegExp(`/(?:${any})(?=[\\s\\0()<>[\\]{}/%]|$)`)
}

// What acts when the document is opened or clicked, and what carries other files. Long names, because packed
// pictures hold every short one by chance.
const ACTIVE = named(
  'JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'GoToE', 'ImportData', 'RichMedia', 'Rendition', 'XFA',
) // prettier-ignore
const ENCRYPTED = named('Encrypt')
const HOLDS_OBJECTS = named('ObjStm', 'First')
const FILTER = named('Filter', 'F')
const FLATE = named('FlateDecode', 'Fl')
const OTHER_FILTERS = named(
  'ASCIIHexDecode', 'AHx', 'ASCII85Decode', 'A85', 'LZWDecode', 'LZW', 'RunLengthDecode', 'RL', 'Crypt',
  'Predictor', 'CCITTFaxDecode', 'DCTDecode', 'JBIG2Decode', 'JPXDecode', 'BrotliDecode',
) // prettier-ignore

/** What is wrong with a PDF: names are read in it and in the objects it holds packed, nothing is run or drawn. */
export function pdfProblem(bytes: Buffer): ProblemDetail | null {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) return wrongType()
  if (!bytes.subarray(-END_OF_PDF).includes('%%EOF')) return appended()
  const text = bytes.toString('latin1')
  if (ENCRYPTED.test(text)) return locked()
  return ACTIVE.test(text) ? active() : packedProblem(bytes, text)
}

function packedProblem(bytes: Buffer, text: string): ProblemDetail | null {
  let unpacked = 0
  let streams = 0
  for (const { index, 0: word } of text.matchAll(/(?<!end)stream(?:\r\n|\n|\r)/g)) {
    const from = Math.max(0, index - LONGEST_DICTIONARY)
    const dictionary = text.slice(Math.max(from, text.lastIndexOf('obj', index)), index)
    if (!HOLDS_OBJECTS.test(dictionary)) continue
    streams += 1
    if (streams > MOST_STREAMS) return suspicious()
    if (!FILTER.test(dictionary)) continue
    // Whatever cannot be looked into may hold anything.
    if (!FLATE.test(dictionary) || OTHER_FILTERS.test(dictionary)) return active()
    const left = MOST_BYTES - unpacked
    const objects = unpack(bytes.subarray(index + word.length), left)
    if (objects === 'TOO_MUCH') return suspicious()
    if (objects === null) return active()
    unpacked += objects.length
    if (ACTIVE.test(objects.toString('latin1'))) return active()
  }
  return null
}

/** The stream at the beginning of the bytes; what follows it is left aside. */
function unpack(bytes: Buffer, most: number): Buffer | 'TOO_MUCH' | null {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'TOO_MUCH' : null
  }
}
