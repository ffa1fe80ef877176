import { deflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import * as xlsx from 'xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '#platform'
import { useWorld, type Caller } from '../../../tests/setup/world.ts'
import { exchangeOf } from './exchange.fixture'

const world = useWorld()
const { get, check, apply } = exchangeOf(world)

let editor: Caller
let json: Buffer
let workbook: Buffer

beforeAll(async () => {
  editor = await world().as('METHODOLOGY_EDITOR')
  json = (await get(editor, '/files/framework/PMM-V1-DEMO.json')).rawPayload
  workbook = (await get(editor, '/files/framework/PMM-V1-DEMO.xlsx')).rawPayload
})

type Catalogue = Record<string, Record<string, unknown>[]>

const edited = (edit: (catalogue: Catalogue) => void) => () => {
  const catalogue = JSON.parse(json.toString('utf8')) as Catalogue
  edit(catalogue)
  return Buffer.from(JSON.stringify(catalogue))
}
const replaced = (from: string | RegExp, to: string) => () =>
  Buffer.from(json.toString('utf8').replace(from, to))
const text = (content: string) => () => Buffer.from(content)

interface Part {
  readonly name: string
  readonly content: Buffer
  readonly size?: number
  readonly flags?: number
}

/** An archive made by hand, so that its directory can lie. */
function zip(parts: readonly Part[], tail = Buffer.alloc(0)): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, content, size = content.length, flags = 0 } of parts) {
    const packed = deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(size, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(flags, 8)
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
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end, tail])
}

const part = (name: string, content = '<x/>', more: Partial<Part> = {}): Part => ({
  name,
  content: Buffer.from(content),
  ...more,
})
const BOOK = part('xl/workbook.xml')

const countsOf = async (db: Db) =>
  (
    await sql`select (select count(*) from framework_version) as versions, (select count(*) from kpi) as kpis,
      (select count(*) from dimension) as dimensions, (select count(*) from expected_outcome) as outcomes,
      (select count(*) from data_element) as elements, (select count(*) from validation_rule) as rules,
      (select count(*) from framework_change) as changes, (select count(*) from framework_import) as imports`.execute(
      db,
    )
  ).rows[0]

/** Reason of the refusal, and a part of the place where there is one. */
const UNREADABLE: readonly (readonly [string, string, () => Buffer, string, string?])[] = [
  ['cut off', 'a.json', () => json.subarray(0, 5_000), 'NOT_JSON', 'line '],
  ['not JSON at all', 'a.json', text('schema: pmm-catalogue/1'), 'NOT_JSON', 'line 1, column 1'],
  ['a number that does not exist', 'a.json', replaced('"number": 1', '"number": NaN'), 'NOT_JSON', 'line '],
  ['a number without end', 'a.json', replaced('"number": 1', '"number": 1e999'), 'NUMBER_TOO_LARGE', 'line '],
  ['bytes that are no UTF-8', 'a.json', () => Buffer.concat([json.subarray(0, 30), Buffer.from([0xff, 0xfe]), json.subarray(30)]), 'NOT_UTF8'],
  ['nested a hundred thousand deep', 'a.json', text(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'FILE_TOO_DEEP', 'line 1, column 18'],
  ['a key into every object', 'a.json', text('{"__proto__": {"isAdmin": true}}'), 'FORBIDDEN_KEY', 'line 1, column 2'],
  ['a key into every constructor', 'a.json', text('{"version": {"constructor": {}}}'), 'FORBIDDEN_KEY', 'line 1'],
  ['a field twice', 'a.json', text('{"kind": "OFFICIAL", "kind": "DEMONSTRATION"}'), 'KEY_TWICE', 'line 1, column 22'],
  ['one endless text', 'a.json', text(`{"schema": "${'x'.repeat(8_000_000)}"}`), 'TEXT_TOO_LONG', 'line 1'],
  ['something behind the end', 'a.json', () => Buffer.concat([json, Buffer.from('{}')]), 'NOT_JSON', 'line '],
  ['a workbook called JSON', 'a.json', () => workbook, 'WRONG_TYPE'],
  ['JSON called a workbook', 'a.xlsx', () => json, 'WRONG_TYPE'],
  ['a PDF called a workbook', 'a.xlsx', text(`%PDF-1.7 ${'x'.repeat(100)}`), 'WRONG_TYPE'],
  ['a workbook that is cut off', 'a.xlsx', () => workbook.subarray(0, workbook.length - 100), 'TRUNCATED'],
  ['a workbook with a program behind it', 'a.xlsx', () => Buffer.concat([workbook, Buffer.from('MZ program')]), 'TRUNCATED'],
  ['an encrypted workbook', 'a.xlsx', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'ENCRYPTED'],
  ['an encrypted part', 'a.xlsx', () => zip([{ ...BOOK, flags: 1 }]), 'ENCRYPTED'],
  ['a thousand parts', 'a.xlsx', () => zip(Array.from({ length: 1_000 }, (_, at) => part(`xl/p${at}.xml`))), 'TOO_MANY_PARTS'],
  ['a part that unpacks to much more', 'a.xlsx', () => zip([BOOK, part('xl/a.xml', ' '.repeat(30_000_000))]), 'SUSPICIOUS_RATIO'],
  ['a part that says it is small', 'a.xlsx', () => zip([BOOK, part('xl/a.xml', ' '.repeat(30_000_000), { size: 1_000 })]), 'SUSPICIOUS_RATIO'],
  ['parts that say they are huge', 'a.xlsx', () => zip([BOOK, part('xl/a.xml', 'x', { size: 4_000_000_000 })]), 'TOO_LARGE'],
  ['macros', 'a.xlsx', () => zip([BOOK, part('xl/vbaProject.bin')]), 'ACTIVE_CONTENT'],
  ['links to other workbooks', 'a.xlsx', () => zip([BOOK, part('xl/externalLinks/externalLink1.xml')]), 'ACTIVE_CONTENT'],
  ['content from elsewhere', 'a.xlsx', () => zip([BOOK, part('xl/_rels/workbook.xml.rels', '<Relationships><Relationship Type="x/oleObject" Target="http://evil.example/" TargetMode="External"/></Relationships>')]), 'ACTIVE_CONTENT'],
  ['entities of its own', 'a.xlsx', () => zip([part('xl/workbook.xml', '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')]), 'ACTIVE_CONTENT'],
  ['a part that leads out', 'a.xlsx', () => zip([BOOK, part('../../etc/passwd')]), 'WRONG_TYPE'],
  ['no sheet that is known', 'a.xlsx', () => zip([BOOK]), 'TRUNCATED'],
] // prettier-ignore

describe('A41: a file that is no catalogue', () => {
  test.for(UNREADABLE)(
    'with %s is refused, and changes nothing',
    async ([_what, name, bytes, reason, place]) => {
      const before = await world().asOwner(({ db }) => countsOf(db))
      const { problems, frameworkImport } = await check(editor, name, bytes(), { code: 'HOSTILE' })

      expect(frameworkImport).toBeNull()
      expect(problems).toHaveLength(1)
      expect(problems[0]).toMatchObject({ code: 'BAD_INPUT', reason })
      if (place) expect(problems[0]!.path.join(' ')).toContain(place)
      expect(await world().asOwner(({ db }) => countsOf(db))).toEqual(before)
    },
  )
})

const REJECTED: readonly (readonly [string, () => Buffer, string])[] = [
  ['wrong types', edited(({ kpis }) => Object.assign(kpis![0]!, { decimals: 'two' })), '$.kpis[0].decimals WRONG_TYPE'],
  ['a list that is none', edited((all) => Object.assign(all, { kpis: {} })), '$.kpis WRONG_TYPE'],
  ['an entry that is none', edited(({ kpis }) => kpis!.splice(2, 1, 'x' as never)), '$.kpis[2] WRONG_TYPE'],
  ['a code twice', edited(({ kpis }) => kpis!.push(kpis![0]!)), '$.kpis[51].code CODE_TWICE'],
  ['a missing field', edited(({ kpis }) => delete kpis![1]!['formula']), '$.kpis[1].formula MISSING'],
  ['an unknown field', edited(({ kpis }) => Object.assign(kpis![1]!, { status: 'PUBLISHED' })), '$.kpis[1].status UNKNOWN_FIELD'],
  ['an unknown list', edited((all) => Object.assign(all, { people: [] })), '$.people UNKNOWN_FIELD'],
  ['an outcome of an unknown dimension', edited(({ outcomes }) => Object.assign(outcomes![0]!, { dimension: 'ZZ' })), '$.outcomes[0].dimension NOT_CONSISTENT'],
  ['a formula that does not parse', edited(({ kpis }) => Object.assign(kpis![0]!, { formula: '100*(A/B' })), '$.kpis[0].formula NOT_CONSISTENT'],
  ['a formula of another unit', edited(({ kpis }) => Object.assign(kpis![0]!, { unit: 'hours' })), '$.kpis[0].formula NOT_CONSISTENT'],
  ['a rule about nothing', edited(({ rules }) => Object.assign(rules![0]!, { part: 'NOWHERE' })), '$.rules[0].element NOT_CONSISTENT'],
  ['a score without end', edited(({ kpis }) => Object.assign(kpis![0]!, { weight: '1e999' })), '$.kpis[0].weight NOT_ALLOWED'],
  ['a character that cannot be stored', edited(({ kpis }) => Object.assign(kpis![0]!['name']!, { en: 'a\0b' })), '$.kpis[0].name.en UNSTORABLE_CHARACTER'],
  ['half a character in the code of the version', edited(({ version }) => Object.assign(version!, { code: 'A\ud800' })), '$.version.code UNSTORABLE_CHARACTER'],
  ['a field whose name cannot be stored', edited(({ kpis }) => Object.assign(kpis![0]!, { 'a\0': 1 })), '$.kpis[0].a\ufffd UNSTORABLE_CHARACTER'],
  ...['javascript:alert(1)', 'data:text/html,x', 'ftp://wcoomd.org/x', 'wcoomd.org'].map((source) =>
    [`the source ${source}`, edited(({ kpis }) => Object.assign(kpis![0]!, { provenance: { status: 'sourced', sources: ['https://wcoomd.org/', source] } })), '$.kpis[0].provenance.sources[1] BAD_ADDRESS'] as const),
  ...['\u202a', '\u202e', '\u2066', '\u2069', '\u200b', '\u2060', '\ufeff'].map((hidden) =>
    [`the unseen ${JSON.stringify(hidden)} in a name`, edited(({ dataElements }) => Object.assign(dataElements![0]!['label']!, { fr: `a${hidden}b` })), '$.dataElements[0].label.fr HIDDEN_CHARACTER'] as const),
  ['an unseen character in a code', edited(({ kpis }) => Object.assign(kpis![0]!, { code: 'TF\u200b-01-1' })), '$.kpis[0].code HIDDEN_CHARACTER'],
  ['a hundred thousand rows', edited(({ rules }) => { for (let at = 0; at < 100_000; at += 1) rules!.push({ ...rules![0]!, code: `R${at}` }) }), '$.rules TOO_MANY'],
] // prettier-ignore

describe('a catalogue that is broken', () => {
  test.each(REJECTED)(
    'by %s is rejected at its place, and changes no version',
    async (_what, bytes, place) => {
      const { imports: _, ...before } = (await world().asOwner(({ db }) => countsOf(db))) as Record<
        string,
        unknown
      >
      const found = await check(editor, 'a.json', bytes(), { code: 'BROKEN' }, 'REJECTED')
      const { imports: __, ...after } = (await world().asOwner(({ db }) => countsOf(db))) as Record<
        string,
        unknown
      >
      const places = found.frameworkImport!.entries.nodes.flatMap(({ problems }) => problems.map(({ at, reason }) => `${at} ${reason}`)) // prettier-ignore

      expect(found.frameworkImport!.state).toBe('REJECTED')
      expect(places).toContain(place)
      expect(after).toEqual(before)
    },
  )
})

test('what may not be stored in a text is rejected at its cell', async () => {
  const book = xlsx.read(workbook)
  const kpis = book.Sheets['KPIs']!
  const [keys = []] = xlsx.utils.sheet_to_json<string[]>(kpis, { header: 1, range: 1 })
  const cell = (key: string, row: number) => `${xlsx.utils.encode_col(keys.indexOf(key))}${row}`
  const put = (key: string, row: number, v: string) => (kpis[cell(key, row)] = { t: 's', v })
  put('name.en', 3, 'a\u202eb')
  put('provenance.sources', 4, 'https://www.wcoomd.org/\njavascript:alert(1)')
  put('name.fr', 5, 'a\0b')
  put('name.en', 6, 'a'.repeat(301))
  const bytes = xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
  const { frameworkImport } = await check(editor, 'a.xlsx', bytes, { code: 'BROKEN' }, 'REJECTED')
  const places = frameworkImport!.entries.nodes.flatMap(({ problems }) => problems.map(({ at, reason }) => `${at} ${reason}`)) // prettier-ignore

  expect(places).toEqual([
    `KPIs!${cell('name.en', 3)} HIDDEN_CHARACTER`,
    `KPIs!${cell('provenance.sources', 4)} BAD_ADDRESS`,
    `KPIs!${cell('name.fr', 5)} UNSTORABLE_CHARACTER`,
    `KPIs!${cell('name.en', 6)} TEXT_TOO_LONG`,
  ])
})

test.each(['null', '[]', '5', '"a"'])(
  '%s is no catalogue, whatever it is to go into',
  async (content) => {
    const base = (await editor.query('{ frameworkVersion(code: "PMM-V1-DEMO") { id } }')).data
    for (const input of [{}, { code: 'NONE' }, { baseVersionId: base.frameworkVersion.id }]) {
      const { problems, frameworkImport } = await check(
        editor,
        'a.json',
        Buffer.from(content),
        input,
      )
      expect(problems).toMatchObject([{ reason: 'NO_CATALOGUE', path: ['input', 'ticket', '$'] }])
      expect(frameworkImport).toBeNull()
    }
  },
)

test('a code that an earlier version retired is rejected at its place, in a draft and in a new one', async () => {
  const withoutOne = edited((catalogue) => {
    catalogue['kpis'] = catalogue['kpis']!.filter(({ code }) => code !== 'TF-04-3')
    catalogue['rules'] = []
  })
  const idOf = async (code: string): Promise<string> =>
    (await editor.query(`{ frameworkVersion(code: "${code}") { id } }`)).data.frameworkVersion.id
  const first = await check(editor, 'a.json', withoutOne(), { baseVersionId: await idOf('PMM-V1-DEMO'), code: 'GONE-1' }) // prettier-ignore
  await apply(editor, first.frameworkImport!)
  await world().asOwner(({ db }) =>
    sql`update framework_version set status = 'PUBLISHED', published_at = now(), valid_from = now() where code = 'GONE-1'`.execute(db)) // prettier-ignore

  const again = await check(editor, 'a.json', json, { baseVersionId: await idOf('GONE-1'), code: 'GONE-2' }, 'REJECTED') // prettier-ignore
  expect(again.frameworkImport!.entries.nodes).toMatchObject([
    { section: 'kpis', code: 'TF-04-3', problems: [{ reason: 'CODE_RETIRED', at: expect.stringMatching(/^\$\.kpis\[\d+\]\.code$/) }] },
  ]) // prettier-ignore
  const back = await check(editor, 'a.json', json, { baseVersionId: await idOf('PMM-V1-DEMO'), code: 'GONE-3' }) // prettier-ignore
  expect(back.frameworkImport!.state).toBe('READY')
})

test('joiners and hard spaces are part of a French text', async () => {
  const bytes = edited(({ kpis }) => Object.assign(kpis![0]!['name']!, { fr: 'Taux\u00a0: a\u200db\u200cc\u202f!' })) // prettier-ignore
  const { frameworkImport } = await check(editor, 'a.json', bytes(), { code: 'JOINED' })

  expect(frameworkImport!.state).toBe('READY')
})

test('a workbook of a hundred thousand rows is refused with the name of its sheet', async () => {
  const { writeXlsx } = await import('hucre/xlsx')
  const rows = Array.from({ length: 100_000 }, (_, at) => [`K${at}`, 'x'])
  const bytes = Buffer.from(
    await writeXlsx({ sheets: [{ name: 'Version', rows: [['Field', 'Value']] }, { name: 'KPIs', rows: [['Code', 'Name'], ['code', 'name.en'], ...rows] }] }),
  ) // prettier-ignore
  const { problems } = await check(editor, 'a.xlsx', bytes, { code: 'HOSTILE' })

  expect(problems).toMatchObject([{ reason: 'TOO_MANY_ROWS', path: ['input', 'ticket', 'KPIs'] }])
  expect(problems[0]!.message).toMatch(
    /has 100000 rows below its head, and at most 20000 are read\./,
  )
})

test('the server answers others while a file is read', async () => {
  const large = edited(({ kpis, dataElements }) => {
    for (let at = 0; at < 4_000; at += 1) {
      kpis!.push({ ...kpis![0]!, code: `K${at}` })
      dataElements!.push({ ...dataElements![0]!, code: `E${at}` })
    }
  })()
  let asked = 0
  let isDone = false
  const reading = check(editor, 'a.json', large, { code: 'LARGE' }).finally(() => (isDone = true))
  while (!isDone) {
    await world().server.http.inject({ method: 'GET', url: '/livez' })
    asked += 1
    await new Promise((resolve) => setTimeout(resolve, 5))
  }

  expect((await reading).problems).toEqual([])
  expect(asked).toBeGreaterThan(10)
})
