import { deflateRawSync } from 'node:zlib'
import * as xlsx from 'xlsx'
import { beforeAll, expect, test } from 'vitest'
import { Importer } from './people/importer.ts'
import { Inspector } from './people/inspector.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const BASE = 'PMM-V1-DEMO'
const DRAFT = 'PMM-FROM-FILE'

interface Catalogue {
  version: { code: string }
  kpis: { code: string; name: { en: string; fr: string }; weight: unknown; formula: string }[]
  rules: { code: string }[]
  dataElements: { code: string }[]
}

let maren: Importer
let json: Buffer
let workbook: Buffer

const edited = (edit: (catalogue: Catalogue) => void): Buffer => {
  const catalogue = JSON.parse(json.toString('utf8')) as Catalogue
  edit(catalogue)
  return Buffer.from(JSON.stringify(catalogue))
}

beforeAll(async () => {
  maren = await Importer.named('Maren Oduvel', stage())
  json = await maren.exports(BASE, /as JSON/)
  workbook = await maren.exports(BASE, /as workbook/)
})

test('S1: a file with one bad entry is rejected whole, with the exact place of each problem', async () => {
  await maren.comesFromVersions()
  await maren.handsIn(
    'broken.json',
    edited(({ kpis, dataElements }) => {
      kpis[0]!.formula = '100*A/'
      kpis[3]!.weight = 5
      dataElements[5]!.code = dataElements[4]!.code
      kpis[6]!.name.en = 'This one is fine'
    }),
  )
  await maren.calls(DRAFT)
  await maren.compares()

  await maren.seesHeading('broken.json')
  await maren.seesStatus('Rejected')
  await maren.sees(/nothing of it can be imported/)
  await maren.sees('$.kpis[0].formula')
  await maren.sees('$.kpis[3].weight')
  await maren.sees('$.dataElements[5].code')
  expect(await maren.finds('button', 'Import all of it')).toBe(false)
  expect(await maren.versions()).not.toContain(DRAFT)
})

test('S1: hostile files get a readable refusal and leave nothing behind', async () => {
  const files: [string, Buffer, RegExp][] = [
    ['bomb.xlsx', bomb(), /too large|unpack|larger/i],
    ['other.json', Buffer.from('{"kpis":'), /ends too early/],
    ['picture.xlsx', Buffer.from('GIF89a'), /is called a workbook and is none/],
    ['notes.txt', Buffer.from('notes'), /ends with \.json or \.xlsx/],
  ]
  for (const [name, bytes, words] of files) {
    await maren.comesFromVersions()
    await maren.handsIn(name, bytes)
    await maren.calls(DRAFT)
    await maren.compares()
    await maren.seesProblem(words)
  }
  await maren.comesFromVersions()
  expect(await maren.reads('bomb.xlsx')).toBe(false)
  expect(await maren.versions()).not.toContain(DRAFT)
})

test('S1: a workbook with changed cells says what is new, changed and unchanged, and comes in whole', async () => {
  const book = xlsx.read(workbook)
  const kpis = book.Sheets['KPIs']!
  const keys = xlsx.utils.sheet_to_json<string[]>(kpis, { header: 1 })[1]!
  const cell = (key: string, row: number) => `${xlsx.utils.encode_col(keys.indexOf(key))}${row}`
  kpis[cell('name.en', 3)] = { t: 's', v: 'Share of electronic declarations' }
  kpis[cell('name.fr', 3)] = { t: 's', v: 'Part des déclarations électroniques' }
  const bytes = xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer

  await maren.comesFromVersions()
  await maren.handsIn('commented.xlsx', bytes)
  await maren.calls(DRAFT)
  await maren.compares()
  await maren.seesHeading('commented.xlsx')
  await maren.seesStatus('Ready to import')
  await maren.shows('1 Changed')
  await maren.seesEntry('TF-01-1', ['Name, English', 'Share of electronic declarations'])
  expect(await maren.versions()).not.toContain(DRAFT)

  await maren.comesFromVersions()
  await maren.follows('commented.xlsx')
  await maren.applies()
  await maren.sees(/^Imported on/)
  await maren.turnsTo(DRAFT, 'TF-01-1', 'Share of electronic declarations')
})

test('S1: what came into the draft meanwhile stops an import that did not see it', async () => {
  await maren.exports(DRAFT, /as JSON/)
  await maren.follows('Import a file into this draft')
  await maren.handsIn(
    'mended.json',
    edited(({ kpis, rules, version }) => {
      version.code = DRAFT
      kpis[1]!.name.en = 'A clearer name'
      rules.push({ ...rules[0]!, code: 'FROM_FILE' })
    }),
  )
  await maren.compares()
  await maren.seesHeading('mended.json')
  await maren.shows('1 New')
  await maren.seesEntry('FROM_FILE', ['Would be added.'])
  const dryRun = maren.page.url()

  await maren.turnsTo(DRAFT, 'TF-01-2', '')
  await maren.choosesPart('Text')
  await maren.words('Name', 'Worded meanwhile')
  await maren.saves()
  await maren.opens(dryRun)
  await maren.sees(/The draft has moved on since this dry run/)
  expect(await maren.finds('button', 'Import all of it')).toBe(false)
  await maren.presses('Check again')
  await maren.doesNotSee(/The draft has moved on since this dry run/)
  await maren.shows('1 New')
  await maren.seesEntry('FROM_FILE', ['Would be added.'])
  expect(await maren.finds('button', 'Import all of it')).toBe(true)
  await maren.turnsTo(DRAFT, 'TF-01-2', 'Worded meanwhile')
})

test('no screen of the import puts up a barrier', async () => {
  const inspector = await Inspector.as('Maren Oduvel', 'admin', stage())
  const findings = await inspector.inspects('/admin/versions/imports')
  await maren.comesFromVersions()
  for (const file of ['broken.json', 'commented.xlsx', 'mended.json']) {
    findings.push(...(await inspector.inspects(await maren.addressOf(file))))
  }
  expect(findings).toEqual([])
})

/** A small archive that says its one part unpacks to 4 GB. */
function bomb(): Buffer {
  const name = Buffer.from('xl/workbook.xml')
  const packed = deflateRawSync(Buffer.alloc(1_000_000))
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(0xfffffff0, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(0xfffffff0, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, central, name, end])
}
