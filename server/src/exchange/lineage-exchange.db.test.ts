import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import * as xlsx from 'xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world.ts'
import { exchangeOf } from './exchange.fixture'

const world = useWorld()
const { get, check, apply } = exchangeOf(world)
const PUBLISHED = 'PMM-V1-DEMO'
const NOTE = { en: 'Counted otherwise.', fr: 'Compté autrement.' }

interface Statement {
  kind: string
  code: string | null
  ancestors: string[]
  relation: string
  comparability: string
  conversion: string | null
  note: { en?: string; fr?: string } | null
}

interface Catalogue {
  version: { code: string; lineageFrom: string | null }
  export?: unknown
  kpis: { code: string; formula: string }[]
  dimensions: { code: string; name: { en: string } }[]
  lineage: Statement[]
}

/** A KPI whose formula changed with a conversion, one that ended, one merged, one retired, a dimension reworded. */
const STATEMENTS: readonly Statement[] = [
  { kind: 'DIMENSION', code: 'TF', ancestors: ['TF'], relation: 'REWORDED', comparability: 'EDITORIAL', conversion: null, note: NOTE },
  { kind: 'KPI', code: 'TF-01-1', ancestors: ['TF-01-1'], relation: 'FORMULA_CHANGED', comparability: 'WITH_CONVERSION', conversion: 'V/2', note: null },
  { kind: 'KPI', code: 'TF-01-2', ancestors: ['TF-01-2', 'TF-01-3'], relation: 'MERGED', comparability: 'NOT_COMPARABLE', conversion: null, note: NOTE },
  { kind: 'KPI', code: null, ancestors: ['RC-02-1'], relation: 'RETIRED', comparability: 'NOT_COMPARABLE', conversion: null, note: NOTE },
] // prettier-ignore

let editor: Caller
let published: string

beforeAll(async () => {
  editor = await world().as('METHODOLOGY_EDITOR')
  const { data } = await editor.query(`{ frameworkVersion(code: "${PUBLISHED}") { id } }`)
  published = data.frameworkVersion.id
})

const exported = async (code = PUBLISHED): Promise<Catalogue> =>
  (await get(editor, `/files/framework/${code}.json`)).json()
const bytesOf = (catalogue: object) => Buffer.from(JSON.stringify(catalogue))

/** What a version says, without its name and the hash over its keys. */
async function contentOf(code: string): Promise<string> {
  const { version, export: _, ...rest } = await exported(code)
  return JSON.stringify({ ...rest, version: { ...version, code: '' } })
}

async function draftOf(code: string): Promise<string> {
  const { data } = await editor.query(
    `mutation ($input: FrameworkVersionCreateInput!) { frameworkVersionCreate(input: $input) { frameworkVersion { id } } }`,
    { input: { baseVersionId: published, code, kind: 'REVISION', idempotencyKey: randomUUID() } },
  )
  return data.frameworkVersionCreate.frameworkVersion.id
}

/** The published version with the nodes changed as the statements say, and the statements. */
async function revised(lineage: readonly Statement[] = STATEMENTS): Promise<Catalogue> {
  const catalogue = await exported()
  const kpi = (code: string) => catalogue.kpis.find((each) => each.code === code)!
  kpi('TF-01-1').formula = '100*A/B-50*A/B'
  kpi('TF-01-2').formula = `100*A/B+${kpi('TF-01-2').formula}`
  catalogue.kpis = catalogue.kpis.filter(({ code }) => !['TF-01-3', 'RC-02-1'].includes(code))
  catalogue.dimensions[0]!.name.en = 'Facilitation of trade'
  return { ...catalogue, lineage: structuredClone(lineage) as Statement[] }
}

const rulesWithout = (catalogue: Catalogue, ...gone: string[]): Catalogue => {
  const rules = (catalogue as unknown as { rules: { kpis: string[] }[] }).rules
  for (const rule of rules) rule.kpis = rule.kpis.filter((code) => !gone.includes(code))
  return catalogue
}
const fresh = async (lineage?: readonly Statement[]) =>
  rulesWithout(await revised(lineage), 'TF-01-3', 'RC-02-1')

describe('the lineage of a version', () => {
  test('comes in with a file, is listed statement by statement, and the nodes follow it', async () => {
    const found = await check(editor, 'a.json', bytesOf(await fresh()), { baseVersionId: published, code: 'LINEAGE-A' }, 'NEW') // prettier-ignore
    expect(found.problems).toEqual([])
    expect(found.frameworkImport!.entries.nodes.map(({ section, code }) => `${section} ${code}`)).toEqual([
      'lineage DIMENSION TF', 'lineage KPI TF-01-1', 'lineage KPI TF-01-2', 'lineage KPI RC-02-1 (RETIRED)',
    ]) // prettier-ignore
    expect((await apply(editor, found.frameworkImport)).problems).toEqual([])

    const file = await exported('LINEAGE-A')
    expect(file.version.lineageFrom).toBe(PUBLISHED)
    expect(file.lineage).toEqual(STATEMENTS)
    const { data } = await editor.query(
      `{ frameworkVersion(code: "LINEAGE-A") { lineage(kind: KPI) { code ancestorCode relation comparability conversion isStated } } }`,
    )
    const links = data.frameworkVersion.lineage as Record<string, unknown>[]
    expect(links.filter(({ isStated }) => isStated)).toEqual([
      { code: 'TF-01-1', ancestorCode: 'TF-01-1', relation: 'FORMULA_CHANGED', comparability: 'WITH_CONVERSION', conversion: 'V/2', isStated: true },
      { code: 'TF-01-2', ancestorCode: 'TF-01-2', relation: 'MERGED', comparability: 'NOT_COMPARABLE', conversion: null, isStated: true },
      { code: 'TF-01-2', ancestorCode: 'TF-01-3', relation: 'MERGED', comparability: 'NOT_COMPARABLE', conversion: null, isStated: true },
      { code: null, ancestorCode: 'RC-02-1', relation: 'RETIRED', comparability: 'NOT_COMPARABLE', conversion: null, isStated: true },
    ]) // prettier-ignore
  })

  test.each(['json', 'xlsx', 'fr.xlsx'] as const)('goes out and comes in again as %s, and every byte stays', async (format) => {
    const { rawPayload } = await get(editor, `/files/framework/LINEAGE-A.${format}`)
    if (format === 'fr.xlsx') {
      const { Filiation } = xlsx.read(rawPayload).Sheets
      expect(xlsx.utils.sheet_to_json<string[]>(Filiation!, { header: 1 })[0]).toContain('Note (français)')
    }
    const code = `LINEAGE-${format.toUpperCase().replace('.', '-')}`
    const found = await check(editor, `a.${format}`, rawPayload, { baseVersionId: published, code }, 'REJECTED')
    expect(found).toMatchObject({ problems: [], frameworkImport: { entries: { nodes: [] }, state: 'READY' } })
    expect((await apply(editor, found.frameworkImport)).problems).toEqual([])

    expect(await contentOf(code)).toBe(await contentOf('LINEAGE-A'))
    const again = await check(editor, `a.${format}`, rawPayload, { draftVersionId: await idOf('LINEAGE-A') })
    expect(again.frameworkImport!.counts.map(({ state }) => state)).toEqual(['UNCHANGED'])
  }) // prettier-ignore

  test('has a sheet of its own, and a change of one cell changes one statement', async () => {
    const { rawPayload } = await get(editor, '/files/framework/LINEAGE-A.xlsx')
    const workbook = xlsx.read(rawPayload)
    const sheet = workbook.Sheets['Lineage']!
    const keys = xlsx.utils.sheet_to_json<string[]>(sheet, { header: 1 })[1]!
    expect(keys).toEqual(['kind', 'code', 'ancestors', 'relation', 'comparability', 'conversion', 'note.en', 'note.fr', 'comment']) // prettier-ignore
    expect(sheet[`${xlsx.utils.encode_col(keys.indexOf('conversion'))}4`]).toMatchObject({
      v: 'V/2',
    })
    sheet[`${xlsx.utils.encode_col(keys.indexOf('conversion'))}4`] = { t: 's', v: 'V/4' }
    const bytes = xlsx.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer
    const draft = await idOf('LINEAGE-A')
    const found = await check(editor, 'a.xlsx', bytes, { draftVersionId: draft }, 'CHANGED')

    expect(found.frameworkImport!.entries.nodes).toMatchObject([
      { section: 'lineage', code: 'KPI TF-01-1', changes: [{ field: 'conversion', before: 'V/2', after: 'V/4' }] },
    ]) // prettier-ignore
    const before = await changesOf('LINEAGE-A')
    expect((await apply(editor, found.frameworkImport)).problems).toEqual([])
    const { data, errors } = await editor.query(
      `{ frameworkVersion(code: "LINEAGE-A") { history(first: 1) { totalCount nodes { id nodeKind nodeCode action } } } }`,
    )
    expect(errors).toBeUndefined()
    const [change] = data.frameworkVersion.history.nodes
    expect(change).toMatchObject({ nodeKind: 'LINEAGE', nodeCode: 'TF-01-1', action: 'UPDATE' })
    // What is said in another way, such as a note that is not there, is no change.
    expect(data.frameworkVersion.history.totalCount).toBe(before + 1)
    const undo = `mutation ($input: FrameworkChangeUndoInput!) { answer: frameworkChangeUndo(input: $input) { problems { reason path } } }`
    const undone = await editor.query(undo, {
      input: { changeId: change.id },
    })
    expect(undone.data.answer.problems).toEqual([])
    expect((await exported('LINEAGE-A')).lineage).toEqual(STATEMENTS)
  })

  test('is not copied into the next draft, and goes when its list no longer has it', async () => {
    expect((await exported()).lineage).toEqual([])
    await draftOf('LINEAGE-B')
    expect((await exported('LINEAGE-B')).lineage).toEqual([])

    const draft = await idOf('LINEAGE-JSON')
    const catalogue = await exported('LINEAGE-JSON')
    const bytes = bytesOf({ ...catalogue, lineage: catalogue.lineage.slice(1) })
    const found = await check(editor, 'a.json', bytes, { draftVersionId: draft }, 'REMOVED')
    expect(found.frameworkImport!.entries.nodes).toMatchObject([
      { section: 'lineage', code: 'DIMENSION TF' },
    ])
    expect((await apply(editor, found.frameworkImport)).problems).toEqual([])
    expect((await exported('LINEAGE-JSON')).lineage).toEqual(STATEMENTS.slice(1))
  })

  test('of another version than the base is named and left alone', async () => {
    const catalogue = await fresh()
    catalogue.version.lineageFrom = 'PMM-V0'
    const found = await check(editor, 'a.json', bytesOf(catalogue), { baseVersionId: published, code: 'LINEAGE-C' }, 'IGNORED') // prettier-ignore
    expect(found.frameworkImport!.entries.totalCount).toBe(4)
    expect((await apply(editor, found.frameworkImport)).problems).toEqual([])
    expect((await exported('LINEAGE-C')).lineage).toEqual([])

    catalogue.version.lineageFrom = null
    const own = await check(editor, 'a.json', bytesOf(catalogue), { code: 'LINEAGE-D' }, 'REJECTED')
    expect(problemsIn(own)[0]).toBe('$.lineage[0].code NO_BASE')
  })
})

const idOf = async (code: string): Promise<string> =>
  (await editor.query(`{ frameworkVersion(code: "${code}") { id } }`)).data.frameworkVersion.id
const changesOf = async (code: string): Promise<number> =>
  (await editor.query(`{ frameworkVersion(code: "${code}") { history { totalCount } } }`)).data.frameworkVersion.history.totalCount // prettier-ignore
const problemsIn = ({ frameworkImport }: Awaited<ReturnType<typeof check>>) =>
  frameworkImport!.entries.nodes.flatMap(({ problems }) => problems.map(({ at, reason }) => `${at} ${reason}`)) // prettier-ignore

const [REWORDED, CONVERTED, MERGED, RETIRED] = STATEMENTS as [Statement, Statement, Statement, Statement] // prettier-ignore

/** What is stated, and all that is found wrong with it. */
const HOSTILE: readonly (readonly [string, readonly object[], readonly string[]])[] = [
  ['an unknown ancestor', [{ ...CONVERTED, ancestors: ['TF-99-9'] }], ['$.lineage[0].ancestors UNKNOWN_ANCESTOR']],
  ['an unknown node', [{ ...CONVERTED, code: 'TF-99-9' }], ['$.lineage[0].code UNKNOWN_CODE']],
  ['an ancestor twice', [{ ...MERGED, ancestors: ['TF-01-2', 'TF-01-2'] }], ['$.lineage[0].ancestors ANCESTOR_TWICE']],
  ['one ancestor where two are merged', [{ ...MERGED, ancestors: ['TF-01-2'] }], ['$.lineage[0].ancestors ANCESTOR_COUNT']],
  ['a relation that does not exist', [{ ...CONVERTED, relation: 'COUSIN' }], ['$.lineage[0].relation NOT_ALLOWED']],
  ['a kind that does not exist', [{ ...CONVERTED, kind: '__proto__' }], ['$.lineage[0].kind NOT_ALLOWED']],
  ['a relation the nodes belie', [{ ...CONVERTED, relation: 'SAME', comparability: 'IDENTICAL', conversion: null }], ['$.lineage[0].relation RELATION_DIFFERS']],
  ['a statement twice', [RETIRED, CONVERTED, CONVERTED], ['$.lineage[2].code CODE_TWICE']],
  ['a retirement twice', [RETIRED, RETIRED], ['$.lineage[1].code CODE_TWICE']],
  ['an ancestor that goes on', [{ ...RETIRED, ancestors: ['TF-02-1'] }], ['$.lineage[0].ancestors ANCESTOR_CONTINUES']],
  ['a conversion that does not parse', [{ ...CONVERTED, conversion: 'V*(2' }], ['$.lineage[0].conversion UNCLOSED_BRACKET']],
  ['a conversion of figures nobody gives', [{ ...CONVERTED, conversion: 'V+Q' }], ['$.lineage[0].conversion UNKNOWN_SYMBOL']],
  ['a conversion of what is not comparable', [{ ...MERGED, conversion: 'V' }], ['$.lineage[0].conversion CONVERSION_MISSING', '$.lineage[0].conversion CONVERSION_UNFIT']],
  ['a conversion of a dimension', [{ ...REWORDED, relation: 'SPLIT', comparability: 'WITH_CONVERSION', conversion: 'V' }], ['$.lineage[0].conversion CONVERSION_UNFIT']],
  ['a conversion of a retirement', [{ ...RETIRED, comparability: 'WITH_CONVERSION', conversion: 'V' }], ['$.lineage[0].comparability BAD_COMPARABILITY']],
  ['a series that ends without a word', [{ ...MERGED, note: null }], ['$.lineage[0].note.en TEXT_MISSING', '$.lineage[0].note.fr TEXT_MISSING']],
  ['a field of its own', [{ ...CONVERTED, isStated: false }], ['$.lineage[0].isStated UNKNOWN_FIELD']],
  ['a list that is none', [{ ...CONVERTED, ancestors: 'TF-01-1' }], ['$.lineage[0].ancestors WRONG_TYPE']],
] // prettier-ignore

describe('a lineage that cannot be', () => {
  test.each(HOSTILE)('with %s is refused at its place, and changes nothing', async (_what, lineage, places) => {
    const count = () => world().asOwner(({ db }) => sql`select (select count(*) from node_lineage) as links,
      (select count(*) from framework_version) as versions, (select count(*) from framework_change) as changes`.execute(db)) // prettier-ignore
    const before = (await count()).rows
    const file = { ...(await fresh()), lineage }
    const found = await check(editor, 'a.json', bytesOf(file), { baseVersionId: published, code: 'HOSTILE' }, 'REJECTED')

    expect(problemsIn(found)).toEqual(places)
    expect((await count()).rows).toEqual(before)
  }) // prettier-ignore

  test('has no circle in it: ancestors are nodes of the version before, and two KPIs may change places', async () => {
    const catalogue = await exported()
    const [one, other] = [catalogue.kpis.find(({ code }) => code === 'TF-01-1')!, catalogue.kpis.find(({ code }) => code === 'TF-01-2')!] // prettier-ignore
    const swap = (code: string, ancestor: string): Statement => ({ ...CONVERTED, code, ancestors: [ancestor], comparability: 'NOT_COMPARABLE', conversion: null, note: NOTE }) // prettier-ignore
    catalogue.lineage = [swap(one.code, other.code), swap(other.code, one.code)]
    const found = await check(editor, 'a.json', bytesOf(catalogue), { baseVersionId: published, code: 'LINEAGE-E' }, 'REJECTED') // prettier-ignore

    expect(problemsIn(found)).toEqual([])
    expect((await apply(editor, found.frameworkImport)).problems).toEqual([])
    expect((await exported('LINEAGE-E')).lineage).toEqual(catalogue.lineage)
  })

  test('is told in the language of the reader', async () => {
    const file = { ...(await fresh()), lineage: [{ ...CONVERTED, ancestors: ['TF-99-9'] }, { ...CONVERTED, code: 'TF-01-2', ancestors: ['TF-01-2'], conversion: 'V*(2' }] } // prettier-ignore
    const found = await check(editor, 'a.json', bytesOf(file), { baseVersionId: published, code: 'HOSTILE' }, 'REJECTED') // prettier-ignore
    const { data } = await editor.query(
      `query ($id: ID!) { frameworkImport(id: $id) { entries(state: REJECTED) { nodes { problems { message fr: message(locale: FR) } } } } }`,
      { id: found.frameworkImport!.id },
    )
    const problems = data.frameworkImport.entries.nodes.flatMap((node: { problems: object[] }) => node.problems) // prettier-ignore

    expect(problems).toContainEqual({
      message: 'The base version has no such node TF-99-9.',
      fr: 'La version de base n’a pas d’élément TF-99-9.',
    })
    expect(problems).toContainEqual({
      message: 'This bracket is never closed. (character 3)',
      fr: 'Cette parenthèse n’est jamais fermée. (caractère 3)',
    })
  })
})
