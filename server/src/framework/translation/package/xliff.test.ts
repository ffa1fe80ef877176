import { expect, test } from 'vitest'
import type { TextRow } from '../translation.rows'
import { changesOf, comparePackage } from './compare-package'
import { MOST_BYTES, readXliff } from './read-xliff'
import { writeXliff } from './write-xliff'

const text = (unit: string, en: string, fr: string, state: TextRow['state'] = 'DRAFT'): TextRow => {
  const [kind, code, name] = unit.split(':') as [TextRow['kind'], string, string]
  const title = { en: `Title of ${code}` }
  return { versionId: 'v', kind, code, text: name, unit, title, en, fr, state, revision: '' }
}
const VERSION = { code: 'PMM-V2', name: { en: 'PMM "v.2" & more' }, version: 7 }
const TEXTS = [
  text('KPI:TF-01-1:name', 'Rate <of> "A" & B', 'Taux « A » & <B>', 'REVIEWED'),
  text('KPI:TF-01-1:description', 'Two\n  lines', '', 'MISSING'),
  text('DIMENSION:TF:name', 'Facilitation', 'Facilitation ancienne', 'OUTDATED'),
  text('SCALE:M:levels.0', 'none', 'aucun'),
]
const bytes = (content: string) => new TextEncoder().encode(content)
const read = (content: string) => readXliff(bytes(content))
const unitsOf = (content: string) => {
  const found = read(content)
  if (!found.ok) throw new Error(found.fault.message)
  return found.units
}
const faultOf = (content: string | Uint8Array) => {
  const found = typeof content === 'string' ? read(content) : readXliff(content)
  return found.ok ? 'read' : found.fault.reason
}
const xliff = (body: string, head = '') =>
  `<?xml version="1.0"?>${head}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="x" source-language="en" target-language="fr" datatype="plaintext"><body>${body}</body></file></xliff>`

test('what is written is read again to the letter, with its state', () => {
  const units = unitsOf(writeXliff(VERSION, TEXTS))

  expect(units.map(({ id, source, target }) => ({ id, source, target }))).toEqual(
    TEXTS.map(({ unit, en, fr }) => ({ id: unit, source: en, target: fr })),
  )
  expect(units.map(({ state }) => state)).toEqual([
    'signed-off',
    'needs-translation',
    'needs-adaptation',
    'needs-review-translation',
  ])
})

test('the version a file was made from is read', () => {
  expect(read(writeXliff(VERSION, TEXTS))).toMatchObject({ originals: ['PMM-V2'] })
  expect(read(xliff('<trans-unit id="a"><source>a</source></trans-unit>'))).toMatchObject({ originals: ['x'] }) // prettier-ignore
})

test('a package that comes back untouched changes nothing', () => {
  const compared = comparePackage(unitsOf(writeXliff(VERSION, TEXTS)), TEXTS)

  expect(new Set(compared.map(({ verdict }) => verdict))).toEqual(new Set(['UNCHANGED']))
  expect(changesOf(compared)).toEqual([])
})

test('each unit is new, changed, confirmed, unchanged or rejected with its reason and line', () => {
  const unit = (id: string, source: string, target: string, state = '') =>
    `\n<trans-unit id="${id}"><source>${source}</source><target${state && ` state="${state}"`}>${target}</target></trans-unit>`
  const compared = comparePackage(
    unitsOf(
      xliff(
        [
          unit('KPI:TF-01-1:description', 'Two\n  lines', 'Deux lignes'),
          unit('SCALE:M:levels.0', 'none', 'rien'),
          unit('DIMENSION:TF:name', 'Facilitation', 'Facilitation ancienne', 'translated'),
          unit('KPI:TF-01-1:name', 'Rate of something else', 'Taux'),
          unit('KPI:XX:name', 'a', 'b'),
          unit('SCALE:M:levels.0', 'none', 'néant'),
        ].join(''),
      ),
    ),
    TEXTS,
  )

  expect(compared.map(({ verdict, reason, line }) => [verdict, reason, line])).toEqual([
    ['NEW', null, 2],
    ['CHANGED', null, 4],
    ['CONFIRMED', null, 5],
    ['REJECTED', 'SOURCE_CHANGED', 6],
    ['REJECTED', 'UNKNOWN_UNIT', 7],
    ['REJECTED', 'UNIT_TWICE', 8],
  ])
  expect(changesOf(compared).map(({ act, fr }) => [act, fr])).toEqual([
    ['TRANSLATE', 'Deux lignes'],
    ['TRANSLATE', 'rien'],
    ['CONFIRM', 'Facilitation ancienne'],
  ])
})

test('segments, alternatives and notes that tools add do not get into the text', () => {
  const [old] = unitsOf(
    xliff(
      '<trans-unit id="a"><source>One. Two.</source><seg-source><mrk mtype="seg" mid="1">One. </mrk></seg-source><target><mrk mtype="seg" mid="1">Un. </mrk><mrk mtype="seg" mid="2">Deux.</mrk></target><alt-trans><source>x</source><target>faux</target></alt-trans><note>faux</note></trans-unit>',
    ),
  )
  const [fresh] = unitsOf(
    '<xliff version="2.1" srcLang="en" trgLang="fr-FR" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="a"><notes><note>faux</note></notes><segment state="reviewed"><source>One. </source><target>Un. </target></segment><segment state="reviewed"><source>Two.</source><target>Deux.</target></segment></unit></file></xliff>',
  )

  expect(old).toMatchObject({ source: 'One. Two.', target: 'Un. Deux.' })
  expect(fresh).toMatchObject({ source: 'One. Two.', target: 'Un. Deux.', state: 'reviewed' })
})

test('a text with a character that is not seen is rejected by itself, one with joiners is not', () => {
  const reasonOf = (character: string) => {
    const unit = `<trans-unit id="DIMENSION:TF:name"><source>Facilitation</source><target>Faci${character}litation</target></trans-unit>`
    return comparePackage(unitsOf(xliff(unit)), TEXTS)[0]!.reason
  }

  expect(
    ['\u202a', '\u202e', '\u2066', '\u2069', '\u200b', '\u2060', '\ufeff'].map(reasonOf),
  ).toEqual(Array(7).fill('HIDDEN_CHARACTER'))
  expect(['\u200d', '\u200c', '\u00a0', '\u202f'].map(reasonOf)).toEqual(Array(4).fill(null))
})

test('a character that cannot be stored is refused with its line', () => {
  expect(read(xliff('\n<trans-unit id="a"><source>a\0b</source></trans-unit>'))).toMatchObject({
    ok: false,
    fault: { reason: 'UNSTORABLE_CHARACTER', line: 2 },
  })
  expect(faultOf(xliff('<trans-unit id="a"><source>a&#0;b</source></trans-unit>'))).toBe('NOT_XML')
})

test('hostile and broken files are refused with a reason, and their entities never expanded', () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}">]>`
  expect(faultOf(xliff('<trans-unit id="a"><source>&b;</source></trans-unit>', laughs))).toBe(
    'DOCTYPE',
  )
  expect(faultOf(xliff('', '<!DOCTYPE x SYSTEM "file:///etc/passwd">'))).toBe('DOCTYPE')
  expect(faultOf(xliff('<trans-unit id="a"><source>&unknown;</source></trans-unit>'))).toBe(
    'NOT_XML',
  )
  expect(faultOf('<xliff')).toBe('NOT_XML')
  expect(faultOf('')).toBe('NOT_XML')
  expect(faultOf('PK\u0003\u0004 a zip')).toBe('NOT_XML')
  expect(faultOf(new Uint8Array([0x3c, 0xff, 0xfe]))).toBe('NOT_UTF8')
  expect(faultOf('<html xmlns="http://www.w3.org/1999/xhtml"/>')).toBe('NOT_XLIFF')
  expect(faultOf(xliff(''))).toBe('NO_UNITS')
  expect(faultOf(xliff('<group>'.repeat(60) + '</group>'.repeat(60)))).toBe('FILE_TOO_DEEP')
  expect(faultOf(xliff('').replace('"fr"', '"es"'))).toBe('WRONG_LANGUAGE')
  expect(faultOf(new Uint8Array(MOST_BYTES + 1))).toBe('TOO_LARGE')
  expect(faultOf(xliff('<trans-unit id="a"/>'.repeat(50_001)))).toBe('TOO_LARGE')
})
