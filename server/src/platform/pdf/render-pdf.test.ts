import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { drawable } from './drawable'
import { coverageOf } from './font-coverage'
import { readPdf } from '../../../../tests/setup/read-pdf.ts'
import { renderPdf } from './render-pdf'

const TEMPLATE = `#let it = json(bytes(sys.inputs.data))
#set document(title: it.title, date: none)
#set text(font: ("Noto Sans", "Noto Sans Arabic"), fallback: false, lang: "fr")
#heading(level: 1, it.title)
#it.text`
const { resolve } = createRequire(import.meta.url)
const font = (name: string) => coverageOf(readFileSync(resolve(`@expo-google-fonts/${name}`)))
const LATIN = font('noto-sans/400Regular/NotoSans_400Regular.ttf')
const ARABIC = font('noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf')
const BOTH = new Set([...LATIN, ...ARABIC])

describe('a document', () => {
  test('is tagged, named and in a language, as a second reader sees it', async () => {
    const read = await readPdf(await renderPdf(TEMPLATE, { title: 'Reçu', text: 'Un texte' }))

    expect(read).toMatchObject({
      title: 'Reçu', language: 'fr', isMarked: true, claimsUa1: true, hasTree: true, showsTitle: true,
    }) // prettier-ignore
    expect(read.text).toContain('Un texte')
    expect([...read.roles.keys()]).toEqual(expect.arrayContaining(['Document', 'H1', 'P']))
  })

  test.each([
    ['a call', '#eval("1 + 1") #read("/etc/passwd") #panic()'],
    ['marks', '*bold* _slanted_ `raw` = Heading @label <label> // no comment'],
    ['a formula', '$ x^2 $ $'],
    ['brackets', '] ) } #] "quoted" \\" \\u{41} \\'],
    ['a template', '${1} {{ }} {page} sys.inputs'],
  ])('prints %s as it stands', async (_what, text) => {
    const read = await readPdf(await renderPdf(TEMPLATE, { title: 'T', text }))

    expect(read.text.replaceAll(/\s+/g, ' ')).toContain(text)
  })

  test('is drawn whatever signs a text holds: each one a font has, and every other replaced', async () => {
    const codes = [
      ...BOTH,
      ...Array.from({ length: 0x3100 }, (_, code) => code),
      0xd800,
      0xdfff,
      0xe000,
      0xffff,
      0x1f600,
    ]
    const every = codes.map((code) => String.fromCodePoint(code)).join(' ')
    const read = await readPdf(await renderPdf(TEMPLATE, { title: 'T', text: every }))

    expect(read.claimsUa1).toBe(true)
    expect(read.text).toContain('\ufffd')
  }, 60_000)

  test('has Arabic letters', async () => {
    const read = await readPdf(await renderPdf(TEMPLATE, { title: 'T', text: 'إدارة الجمارك' }))

    // A reader of text gets the letters in the order they are drawn in.
    const letters = new Set(read.text.normalize('NFKC'))
    expect([...'إدارةالجمارك'].filter((letter) => !letters.has(letter))).toEqual([])
    expect(read.text).not.toContain('\ufffd')
  })
})

describe('the bounds', () => {
  test('of size and time end a document, and the next one is drawn', async () => {
    const data = { title: 'T', text: 'x'.repeat(1000) }
    await expect(renderPdf(TEMPLATE, data, { characters: 500 })).rejects.toThrow('too much text')
    await expect(renderPdf(TEMPLATE, data, { bytes: 500 })).rejects.toThrow('too many bytes')
    await expect(renderPdf(TEMPLATE, data, { milliseconds: 1 })).rejects.toThrow('too long')
    await expect(renderPdf('#panic("no")', {})).rejects.toThrow('was not drawn')

    const all = await Promise.all(Array.from({ length: 5 }, () => renderPdf(TEMPLATE, data)))
    expect(all.map((bytes) => bytes.toString('latin1', 0, 5))).toEqual(Array(5).fill('%PDF-'))
  })

  test('leave no file to be read', async () => {
    await expect(renderPdf('#read("/etc/passwd")', {})).rejects.toThrow('file not found')
    await expect(renderPdf('#read("../package.json")', {})).rejects.toThrow('access denied')
  })
})

describe('what is drawn of a text', () => {
  test('leaves out what turns its direction or is not seen', () => {
    const { value, isReduced } = drawable({ a: ['p\u202etxt\u2066.\u200bexe', 'x\ty\r\nz'] }, BOTH)

    expect(value).toEqual({ a: ['ptxt.exe', 'x y\nz'] })
    expect(isReduced).toBe(false)
  })

  test('says when a sign was replaced', () => {
    const { value, isReduced } = drawable('漢 \u0000 \ud800 é ش', BOTH)

    expect(value).toBe('\ufffd \ufffd \ufffd é ش')
    expect(isReduced).toBe(true)
  })

  test('goes by what the fonts have', () => {
    expect(
      [...'aéЖΩ\u00a0\u202f\ufffd–’'].filter((each) => !LATIN.has(each.codePointAt(0)!)),
    ).toEqual([])
    expect([...'شعبة'].filter((each) => !ARABIC.has(each.codePointAt(0)!))).toEqual([])
    expect([LATIN.has(0x6f22), ARABIC.has(0x41 + 0x10000)]).toEqual([false, false])
  })
})
