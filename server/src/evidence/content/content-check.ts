import { badInput, type ProblemDetail } from '#platform'
import { officeProblem } from './office-check'
import { pdfProblem } from './pdf-check'

const PATH = ['input', 'ticket']
const wrongType = () =>
  badInput('WRONG_TYPE', 'The content of the file is not what its name says.', PATH)
const appended = () =>
  badInput('WRONG_TYPE', 'The file is cut off, or something is appended to it.', PATH)

/** What is wrong with the bytes of a file of this type, or null. Nothing of it is unpacked beyond its lists of parts and objects. */
export function contentProblem(bytes: Buffer, mediaType: string): ProblemDetail | null {
  switch (mediaType) {
    case 'application/pdf':
      return pdfProblem(bytes)
    case 'image/png':
      return pngProblem(bytes)
    case 'image/jpeg':
      return jpegProblem(bytes)
    case 'image/webp':
      return webpProblem(bytes)
    case 'text/csv':
    case 'text/plain':
      return textProblem(bytes)
    default:
      return officeProblem(bytes, mediaType)
  }
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
// The last part of every PNG: no bytes, its name, its check sum.
const PNG_END = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])

function pngProblem(bytes: Buffer): ProblemDetail | null {
  if (!bytes.subarray(0, PNG.length).equals(PNG)) return wrongType()
  return bytes.subarray(-PNG_END.length).equals(PNG_END) ? null : appended()
}

function jpegProblem(bytes: Buffer): ProblemDetail | null {
  if (bytes.length < 4 || bytes.readUIntBE(0, 3) !== 0xffd8ff) return wrongType()
  return bytes.readUInt16BE(bytes.length - 2) === 0xffd9 ? null : appended()
}

function webpProblem(bytes: Buffer): ProblemDetail | null {
  const isWebp =
    bytes.length > 12 &&
    bytes.toString('latin1', 0, 4) === 'RIFF' &&
    bytes.toString('latin1', 8, 12) === 'WEBP'
  if (!isWebp) return wrongType()
  return bytes.readUInt32LE(4) + 8 === bytes.length ? null : appended()
}

// Control characters but for tabs, line ends and page breaks: a text of people has none, UTF-16 is full of them.
const CONTROL = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/ // oxlint-disable-line no-control-regex
const MARKUP = /^\s*(?:<!|<\?|<[a-z][\w:-]*[\s/>])/i
const MARKS = [Buffer.from([0xef, 0xbb, 0xbf])]

function textProblem(bytes: Buffer): ProblemDetail | null {
  const mark = MARKS.find((each) => bytes.subarray(0, each.length).equals(each))
  const text = bytes.toString('latin1', mark?.length ?? 0)
  // A browser that guesses takes such a beginning for a page.
  return CONTROL.test(text) || MARKUP.test(text) || text.startsWith('%PDF') || text.startsWith('PK\x03\x04')
    ? wrongType()
    : null // prettier-ignore
}
