import { deflateRawSync, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { contentProblem } from './content-check'
import { mediaTypeOf } from './media-types'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9])
const PDF = Buffer.from('%PDF-1.7\nx\n%%EOF\n')
const WEBP = Buffer.concat([
  Buffer.from('RIFF'),
  Buffer.from([8, 0, 0, 0]),
  Buffer.from('WEBPVP8 '),
])

interface Part {
  readonly name: string
  readonly content: string
  readonly claimed?: number
}

/** A container written by hand, so that it may lie. */
function container(parts: readonly Part[], tail = ''): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claimed } of parts) {
    const packed = deflateRawSync(Buffer.from(content))
    const size = claimed ?? content.length
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(size, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end, Buffer.from(tail)])
}

/** A document of these objects, the last of them a stream where one is given. */
const pdf = (objects: string, packed: string | Buffer = '', dictionary = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode') => {
  const stream = packed === '' ? [] : [
    Buffer.from(`2 0 obj << ${dictionary} /Length 9 >>\nstream\r\n`),
    typeof packed === 'string' ? deflateSync(Buffer.from(packed)) : packed,
    Buffer.from('\nendstream\nendobj\n'),
  ]
  return Buffer.concat([Buffer.from(`%PDF-1.7\n1 0 obj ${objects} endobj\n`), ...stream, Buffer.from('%%EOF\n')])
} // prettier-ignore
const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'

const types = (type: string) => ({
  name: '[Content_Types].xml',
  content: `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
})
const body = { name: 'word/document.xml', content: '<document/>' }
const word = (...more: readonly Part[]) => container([types(`${DOCX}.main+xml`), body, ...more])

test.each([
  ['a PDF', PDF, 'application/pdf'],
  ['a PNG', PNG, 'image/png'],
  ['a JPEG', JPEG, 'image/jpeg'],
  ['a WebP', WEBP, 'image/webp'],
  ['a Word document', word(), DOCX],
  ['a text in French', Buffer.from('Déclarations; 1 204\r\n'), 'text/csv'],
  [
    'a text of an older spreadsheet program',
    Buffer.from('D\xe9clarations\r\n', 'latin1'),
    'text/csv',
  ],
  ['a text with a mark in front', Buffer.from('\ufeffa,b\n'), 'text/csv'],
])('%s is what it says', (_what, bytes, type) => {
  expect(contentProblem(bytes, type)).toBeNull()
})

test.each([
  ['that is plain', pdf('<< /Type /Catalog /OpenAction [3 0 R /Fit] >>')],
  ['with packed objects', pdf('<< >>', '1 0 << /Type /Page /Annots [] >>')],
  ['with an outline', pdf('<< /Type /Outlines /First 5 0 R >>', 'BT (a) Tj ET', '/Filter [/LZWDecode]')],
  ['that speaks of scripts', pdf('<< /Title (The use of JavaScript) >>', 'BT (/Launch) Tj ET', '/Filter /FlateDecode')],
])('A41: a PDF %s is taken', (_what, bytes) => {
  expect(contentProblem(bytes, 'application/pdf')).toBeNull()
}) // prettier-ignore

test.each([
  ['with a script', pdf(`<< /OpenAction ${SCRIPT} >>`), 'ACTIVE_CONTENT'],
  ['with a script under an escaped name', pdf('<< /S /J#61vaScrip#74 /JS (x) >>'), 'ACTIVE_CONTENT'],
  ['with a packed script', pdf('<< >>', `1 0 ${SCRIPT}`), 'ACTIVE_CONTENT'],
  ['with a packed script and no type', pdf('<< >>', `1 0 ${SCRIPT}`, '/N 1 /F#69rst 4 /Filter [/Fl]'), 'ACTIVE_CONTENT'],
  ['with a packed script behind a false end', pdf('<< >>', Buffer.concat([deflateSync(Buffer.from(`endstream endobj ${SCRIPT}`), { level: 0 })])), 'ACTIVE_CONTENT'],
  ['with objects packed twice', pdf('<< >>', deflateSync(deflateSync(Buffer.from(SCRIPT))), '/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /ASCII85Decode]'), 'ACTIVE_CONTENT'],
  ['with objects that cannot be unpacked', pdf('<< >>', Buffer.from('nothing packed')), 'ACTIVE_CONTENT'],
  ['that starts a program', pdf('<< /OpenAction << /S /Launch /F (cmd.exe) >> >>'), 'ACTIVE_CONTENT'],
  ['with a file in it', pdf('<< /Names << /EmbeddedFiles 3 0 R >> >>'), 'ACTIVE_CONTENT'],
  ['that opens a file in it', pdf('<< /S /GoToE /T << >> >>'), 'ACTIVE_CONTENT'],
  ['with a film that runs scripts', pdf('<< /S/Rendition/JS 4 0 R >>'), 'ACTIVE_CONTENT'],
  ['with a form of the kind that runs scripts', pdf('<< /AcroForm << /XFA 4 0 R >> >>'), 'ACTIVE_CONTENT'],
  ['that is locked', pdf('<< /Encrypt 4 0 R >>'), 'ENCRYPTED'],
  ['that is a bomb', pdf('<< >>', deflateSync(Buffer.alloc(70 * 1024 * 1024))), 'SUSPICIOUS_RATIO'],
])('A41: a PDF %s is refused', (_what, bytes, reason) => {
  expect(contentProblem(bytes, 'application/pdf')?.reason).toBe(reason)
}) // prettier-ignore

test.each([
  ['a page called a text', Buffer.from('<!DOCTYPE html><p>x'), 'text/plain', 'WRONG_TYPE'],
  ['a page behind spaces', Buffer.from('\n  <script>alert(1)</script>'), 'text/csv', 'WRONG_TYPE'],
  ['a drawing called an image', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/png', 'WRONG_TYPE'],
  ['a program called a text', Buffer.from('MZ\x90\x00\x03\x00'), 'text/plain', 'WRONG_TYPE'],
  ['an image called a PDF', PNG, 'application/pdf', 'WRONG_TYPE'],
  ['a PDF called a text', PDF, 'text/plain', 'WRONG_TYPE'],
  ['an archive behind an image', Buffer.concat([PNG, word()]), 'image/png', 'WRONG_TYPE'],
  ['an archive behind a JPEG', Buffer.concat([JPEG, word()]), 'image/jpeg', 'WRONG_TYPE'],
  ['an archive behind a PDF', Buffer.concat([PDF, Buffer.alloc(2000, 1)]), 'application/pdf', 'WRONG_TYPE'],
  ['a page behind a WebP', Buffer.concat([WEBP, Buffer.from('<html>')]), 'image/webp', 'WRONG_TYPE'],
  ['a page behind a document', container([types(`${DOCX}.main+xml`), body], '<html>'), DOCX, 'WRONG_TYPE'],
  ['a Word document called a workbook', word(), XLSX, 'WRONG_TYPE'],
  ['a cut document', word().subarray(0, 100), DOCX, 'WRONG_TYPE'],
  ['a document with macros', word({ name: 'word/vbaProject.bin', content: 'x' }), DOCX, 'ACTIVE_CONTENT'],
  ['a document of a kind with macros', container([types('application/vnd.ms-word.document.macroEnabled.main+xml'), body]), DOCX, 'ACTIVE_CONTENT'],
  ['a document with a program in it', word({ name: 'word/embeddings/a.bin', content: 'x' }), DOCX, 'ACTIVE_CONTENT'],
  ['a name that leads elsewhere', word({ name: '../x.xml', content: 'x' }), DOCX, 'WRONG_TYPE'],
  ['a part that stands twice', word(body), DOCX, 'WRONG_TYPE'],
  ['a bomb', word({ name: 'word/big.xml', content: 'x', claimed: 150 * 1024 * 1024 }), DOCX, 'SUSPICIOUS_RATIO'],
  ['many bombs', word(...Array.from({ length: 10 }, (_, at) => ({ name: `word/${at}.xml`, content: 'x', claimed: 1024 * 1024 * 30 }))), DOCX, 'SUSPICIOUS_RATIO'],
])('A41: %s is refused', (_what, bytes, type, reason) => {
  expect(contentProblem(bytes, type)?.reason).toBe(reason)
}) // prettier-ignore

test.each([
  ['a.pdf', 'application/pdf'], ['A.JPEG', 'image/jpeg'], ['x.y.docx', DOCX],
  ['a.svg', null], ['a.html', null], ['a.docm', null], ['a.pdf.exe', null], ['pdf', null], ['a.constructor', null],
] as const)('by its name "%s" is of type %s', (name, type) => {
  expect(mediaTypeOf(name)).toBe(type)
}) // prettier-ignore
