import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import * as xlsx from 'xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '#platform'
import { useWorld, type Caller } from '../../../tests/setup/world.ts'
import { exchangeOf } from './exchange.fixture'

const world = useWorld()
const { get, check, apply, recheck, stateOf } = exchangeOf(world)
const PUBLISHED = 'PMM-V1-DEMO'

let editor: Caller
let published: string

interface Mapped {
  mappings: { kind: string; target: string; strength?: number; rationale?: object }[]
}

interface Catalogue {
  kind: string
  export: { contentHash: string; leftOut: string[] }
  version: { code: string; number: number; name: { en: string; fr: string } }
  kpis: {
    code: string
    outcome: string
    formula: string
    name: { en: string; fr: string }
    weight: string
  }[]
  dataElements: { code: string }[]
  outcomes: { code: string; dimension: string }[]
  rules: { code: string }[]
  [list: string]: unknown
}

beforeAll(async () => {
  editor = await world().as('METHODOLOGY_EDITOR')
  const { data } = await editor.query(`{ frameworkVersion(code: "${PUBLISHED}") { id } }`)
  published = data.frameworkVersion.id
})

const exported = async (caller: Caller = editor, code = PUBLISHED): Promise<Catalogue> =>
  (await get(caller, `/files/framework/${code}.json`)).json()
const bytesOf = (catalogue: object) => Buffer.from(JSON.stringify(catalogue))
const statesOf = ({ frameworkImport }: Awaited<ReturnType<typeof check>>) =>
  Object.fromEntries(frameworkImport!.counts.map(({ state, count }) => [state, count]))
const draftOf = async (code: string): Promise<string> => {
  const { data } = await editor.query(
    `mutation ($input: FrameworkVersionCreateInput!) { frameworkVersionCreate(input: $input) { problems { message } frameworkVersion { id } } }`,
    { input: { baseVersionId: published, code, kind: 'REVISION', idempotencyKey: randomUUID() } },
  )
  return data.frameworkVersionCreate.frameworkVersion.id
}

describe('a version as a file', () => {
  test('is the same bytes each time, with the hash of its content inside', async () => {
    const one = await get(editor, `/files/framework/${PUBLISHED}.json`)
    const other = await get(editor, `/files/framework/${PUBLISHED}.json`)
    const { rows } = await world().asOwner(({ db }) =>
      sql<{
        contentHash: string
      }>`select content_hash from framework_version where code = ${PUBLISHED}`.execute(db),
    )

    expect(one.statusCode).toBe(200)
    expect(one.rawPayload.equals(other.rawPayload)).toBe(true)
    expect((one.json() as Catalogue).export).toEqual({
      contentHash: rows[0]!.contentHash,
      leftOut: [],
    })
  })

  test('is compared with another one in a document, for those who see both', async () => {
    await draftOf('EXCHANGE-DIFF')
    const stranger = world().nobody()
    const document = async (caller: Caller, name: string) =>
      get(caller, `/files/framework/${name}.md`)
    const found = await document(editor, `EXCHANGE-DIFF.since.${PUBLISHED}.fr`)

    expect(found.statusCode).toBe(200)
    expect(found.headers['content-type']).toBe('text/markdown; charset=utf-8')
    expect(found.body).toMatch(/^# Différences entre .*PMM-V1-DEMO.* et .*EXCHANGE-DIFF/)
    expect((await document(stranger, `${PUBLISHED}.since.${PUBLISHED}.en`)).body).toContain('The two versions say the same.') // prettier-ignore
    const hidden = await document(stranger, `EXCHANGE-DIFF.since.${PUBLISHED}.fr`)
    const madeUp = await document(stranger, `NOWHERE.since.${PUBLISHED}.fr`)
    expect([hidden.statusCode, hidden.body.replace(/[0-9a-f-]{36}/g, '')]).toEqual([madeUp.statusCode, madeUp.body.replace(/[0-9a-f-]{36}/g, '')]) // prettier-ignore
    expect((await document(editor, `${PUBLISHED}.since.${PUBLISHED}.de`)).statusCode).toBe(404)
  })

  test('is handed out as an attachment of a fixed type that does nothing and is not kept', async () => {
    const { headers } = await get(editor, `/files/framework/${PUBLISHED}.json`)

    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${PUBLISHED}.json"; filename*=UTF-8''${PUBLISHED}.json`,
      'content-security-policy': expect.stringMatching(/^sandbox;/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'accept-ranges': 'bytes',
    })
  })

  test('comes in ranges, strictly', async () => {
    const whole = await get(editor, `/files/framework/${PUBLISHED}.json`)
    const part = await get(editor, `/files/framework/${PUBLISHED}.json`, { range: 'bytes=10-19' })
    const wrong = await get(editor, `/files/framework/${PUBLISHED}.json`, {
      range: 'bytes=0-1,3-4',
    })

    expect([part.statusCode, part.rawPayload]).toEqual([206, whole.rawPayload.subarray(10, 20)])
    expect(part.headers['content-range']).toBe(`bytes 10-19/${whole.rawPayload.length}`)
    expect([wrong.statusCode, wrong.json().errors[0].extensions.reason]).toEqual([416, 'BAD_RANGE'])
  })

  test('read again it is unchanged in every entry, as JSON and as XLSX', async () => {
    for (const format of ['json', 'xlsx']) {
      const { rawPayload } = await get(editor, `/files/framework/${PUBLISHED}.${format}`)
      const found = await check(editor, `a.${format}`, rawPayload, { baseVersionId: published, code: `AGAIN-${format.toUpperCase()}` }) // prettier-ignore

      expect(found.problems).toEqual([])
      expect(statesOf(found)).toEqual({ UNCHANGED: 1 + 4 + 23 + 51 + 85 + 91 + 31 + 2 + 11 })
    }
  })

  test('opens in another program, with frozen heads, both languages and nothing that acts', async () => {
    const { rawPayload } = await get(editor, `/files/framework/${PUBLISHED}.xlsx`)
    const workbook = xlsx.read(rawPayload, { cellFormula: true, bookFiles: true })
    const sheets = Object.values(workbook.Sheets)
    const rows = xlsx.utils.sheet_to_json<string[]>(workbook.Sheets['KPIs']!, { header: 1 })
    const cells = sheets.flatMap((sheet) =>
      Object.entries(sheet).flatMap(([at, cell]) =>
        at.startsWith('!') ? [] : [cell as xlsx.CellObject],
      ),
    )
    const parts = (workbook as unknown as { files: Record<string, { content: Uint8Array }> }).files
    const part = Buffer.from(parts['xl/worksheets/sheet2.xml']!.content).toString('utf8')

    expect(workbook.SheetNames).toEqual([
      'Version', 'Scales', 'Scale levels', 'Reason codes', 'SDGs', 'Instruments', 'Dimensions', 'Expected outcomes', 'Outcome mappings',
      'Data elements', 'KPIs', 'KPI elements', 'KPI sub-measures', 'KPI samples', 'Validation rules', 'Lineage',
    ]) // prettier-ignore
    expect(rows[0]).toEqual(
      expect.arrayContaining(['Code', 'Name (English)', 'Name (French)', 'Formula', 'Comment']),
    )
    expect(rows).toHaveLength(2 + 51)
    expect(part).toMatch(/<pane[^>]*ySplit="2"[^>]*state="frozen"/)
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([])
    expect(
      cells.filter(
        ({ t, v }) => t === 's' && /^[=+\-@\t\r]/.test(String(v)) && !/^-?\d/.test(String(v)),
      ),
    ).toEqual([])
  })
})

describe('A43: an export is no wider than the screen', () => {
  test.each([
    ['nobody', () => world().nobody(), ['kpis.guidance', 'kpis.maxDisclosureLevel', 'rules']],
    ['a coordinator', () => world().as('COORDINATOR', 'XAL'), ['kpis.guidance']],
    ['a reviewer', () => world().as('REVIEWER'), []],
    [
      'an administrator',
      () => world().as('ADMINISTRATOR'),
      ['kpis.guidance', 'kpis.maxDisclosureLevel', 'rules'],
    ],
    ['a cycle officer', () => world().as('CYCLE_OFFICER'), []],
  ] as const)('for %s', async (_who, caller, leftOut) => {
    const catalogue = await exported(await caller())
    const [kpi] = catalogue.kpis

    expect(catalogue.export.leftOut).toEqual(leftOut)
    expect('guidance' in kpi!).toBe(!(leftOut as readonly string[]).includes('kpis.guidance'))
    expect('maxDisclosureLevel' in kpi!).toBe(
      !(leftOut as readonly string[]).includes('kpis.maxDisclosureLevel'),
    )
    expect('rules' in catalogue).toBe(!(leftOut as readonly string[]).includes('rules'))
  })

  test('of what is open to everybody nothing is lost when it comes back', async () => {
    const found = await check(editor, 'a.json', bytesOf(await exported(world().nobody())), { baseVersionId: published, code: 'FROM-PUBLIC' }) // prettier-ignore

    expect(Object.keys(statesOf(found))).toEqual(['UNCHANGED'])
  })

  test.each([
    ['nobody', () => world().nobody(), 'xlsx'],
    ['nobody, in French', () => world().nobody(), 'fr.xlsx'],
    ['a coordinator', () => world().as('COORDINATOR', 'XAL'), 'xlsx'],
    ['an administrator', () => world().as('ADMINISTRATOR'), 'xlsx'],
  ] as const)('the workbook of %s takes nothing away from a draft', async (who, caller, ending) => {
    const { rawPayload } = await get(await caller(), `/files/framework/${PUBLISHED}.${ending}`)
    const workbook = xlsx.read(rawPayload)
    const kpis = workbook.Sheets[ending === 'fr.xlsx' ? 'ICP' : 'KPIs']!
    const [, keys = []] = xlsx.utils.sheet_to_json<string[]>(kpis, { header: 1 })
    const found = await check(editor, 'a.xlsx', rawPayload, { baseVersionId: published, code: 'FROM-SHEETS', absent: 'KEEP' }) // prettier-ignore

    expect(found.problems, who).toEqual([])
    expect(Object.keys(statesOf(found))).toEqual(['UNCHANGED'])
    expect(keys.filter((key) => key.startsWith('guidance'))).toEqual([])
    // As such files were written once: with columns for what was left out, and nothing in them.
    addColumns(kpis, ['guidance.en', 'guidance.fr', 'maxDisclosureLevel'])
    const older = await check(editor, 'a.xlsx', bytesOfWorkbook(workbook), { baseVersionId: published, code: 'FROM-OLDER', absent: 'KEEP' }) // prettier-ignore
    expect(Object.keys(statesOf(older))).toEqual(['UNCHANGED'])
  })

  test('what a workbook has no column or sheet for stays, and an empty cell still takes away', async () => {
    const { rawPayload } = await get(editor, `/files/framework/${PUBLISHED}.xlsx`)
    const workbook = xlsx.read(rawPayload)
    for (const key of ['guidance.en', 'guidance.fr', 'provenance.sources', 'provenance.note', 'unit', 'name.fr']) {
      dropColumn(workbook.Sheets['KPIs']!, key)
    }
    for (const title of ['KPI elements', 'Outcome mappings', 'Lineage']) {
      delete workbook.Sheets[title]
      workbook.SheetNames.splice(workbook.SheetNames.indexOf(title), 1)
    }
    const found = await check(editor, 'a.xlsx', bytesOfWorkbook(workbook), { baseVersionId: published, code: 'FROM-PART', absent: 'KEEP' })
    expect(Object.keys(statesOf(found))).toEqual(['UNCHANGED'])

    const whole = xlsx.read(rawPayload)
    for (const key of ['guidance.en', 'guidance.fr']) {
      dropColumn(whole.Sheets['KPIs']!, key)
      addColumns(whole.Sheets['KPIs']!, [key])
    }
    const emptied = await check(editor, 'a.xlsx', bytesOfWorkbook(whole), { baseVersionId: published, code: 'EMPTIED', absent: 'KEEP' })
    expect(statesOf(emptied)).toMatchObject({ CHANGED: 5 })
  }) // prettier-ignore

  test('a draft is there for the secretariat that may read it, and for others as if it were not', async () => {
    await draftOf('EXPORT-DRAFT')
    const statuses = []
    for (const role of [
      'METHODOLOGY_EDITOR',
      'CYCLE_OFFICER',
      'ADMINISTRATOR',
      'PMMPT_OBSERVER',
      'REVIEWER',
    ]) {
      statuses.push(
        (await get(await world().as(role), '/files/framework/EXPORT-DRAFT.json')).statusCode,
      )
    }
    const hidden = await get(world().nobody(), '/files/framework/EXPORT-DRAFT.json')
    const absent = await get(world().nobody(), '/files/framework/NOWHERE.json')
    const shapeOf = (body: string) => body.replace(/"requestId":"[^"]+"/, '')

    expect(statuses).toEqual([200, 200, 404, 404, 404])
    expect([hidden.statusCode, shapeOf(hidden.body)]).toEqual([404, shapeOf(absent.body)])
  })
})

describe('an import', () => {
  test('shows new, changed, kept and unchanged entries field by field, and changes nothing', async () => {
    const before = await world().asOwner(({ db }) => counts(db))
    const catalogue = await exported()
    catalogue.kpis[0]!.name.en = 'Share of electronic declarations'
    catalogue.kpis[0]!.weight = '2.50'
    catalogue.dataElements.push({ ...catalogue.dataElements[0]!, code: 'DECL_PAPER' })
    catalogue.rules = catalogue.rules.slice(1)
    const found = await check(editor, 'a.json', bytesOf(catalogue), { baseVersionId: published, code: 'EDITED-1', absent: 'KEEP' }, 'CHANGED') // prettier-ignore

    expect(statesOf(found)).toMatchObject({ NEW: 1, CHANGED: 1, KEPT: 1 })
    expect(found.frameworkImport!.state).toBe('READY')
    expect(found.frameworkImport!.entries.nodes[0]).toMatchObject({
      section: 'kpis',
      code: 'TF-01-1',
      changes: [
        { field: 'weight', before: '1', after: '2.5' },
        {
          field: 'name.en',
          before: 'Rate of electronic declarations',
          after: 'Share of electronic declarations',
        },
      ],
    })
    expect(await world().asOwner(({ db }) => counts(db))).toEqual(before)
  })

  test('becomes a new draft from a base: series go on, relations say what changed', async () => {
    const catalogue = await exported()
    catalogue.kpis[0]!.name.en = 'Share of electronic declarations'
    const { methodologyHelp: help } = catalogue.kpis[0]! as {
      methodologyHelp?: { en: string; fr: string }
    }
    expect(help?.fr).toMatch(/^Comptez /)
    help!.en = 'Count each declaration.'
    catalogue.kpis.splice(1, 1)
    catalogue.rules = []
    const found = await check(editor, 'a.json', bytesOf(catalogue), {
      baseVersionId: published,
      code: 'PMM-V2-A',
    })
    const done = await apply(editor, found.frameworkImport)
    const again = await apply(editor, found.frameworkImport)
    const { data } = await editor.query(`{ frameworkVersion(code: "PMM-V2-A") { kpis { code relation name(locale: EN) methodologyHelp(locale: EN) reviewGuidance } } }`) // prettier-ignore
    const base = await editor.query(`{ frameworkVersion(code: "${PUBLISHED}") { kpis { code reviewGuidance } } }`) // prettier-ignore
    const [first, second] = data.frameworkVersion.kpis

    expect(done.problems).toEqual([])
    expect(done.frameworkVersion).toMatchObject({
      code: 'PMM-V2-A',
      status: 'DRAFT',
      isDemonstration: true,
    })
    expect(done.frameworkImport.state).toBe('APPLIED')
    expect(again.problems[0]).toMatchObject({ code: 'CONFLICT', reason: 'WRONG_STATE' })
    expect(data.frameworkVersion.kpis).toHaveLength(50)
    expect(first).toMatchObject({
      relation: 'REWORDED',
      name: 'Share of electronic declarations',
      methodologyHelp: 'Count each declaration.',
      reviewGuidance: base.data.frameworkVersion.kpis[0].reviewGuidance,
    })
    expect(second).toMatchObject({ code: 'TF-01-3', relation: 'SAME' })
    const { rows } = await world().asOwner(({ db }) =>
      sql<{
        n: number
      }>`select count(*)::int as n from kpi k join kpi a on a.id = k.ancestor_id and a.series_id = k.series_id
        join framework_version v on v.id = k.version_id where v.code = 'PMM-V2-A'`.execute(db),
    )
    expect(rows[0]!.n).toBe(50)
  })

  test('goes into a draft all at once: ids stay, edits are counted, the history tells', async () => {
    const draft = await draftOf('PMM-V2-B')
    const nodes = `{ frameworkVersion(code: "PMM-V2-B") { kpis { id code version } } }`
    const before = (await editor.query(nodes)).data.frameworkVersion.kpis
    const catalogue = await exported(editor, 'PMM-V2-B')
    catalogue.kpis[2]!.name.fr = 'Un autre nom'
    const found = await check(editor, 'a.json', bytesOf(catalogue), { draftVersionId: draft })
    const done = await apply(editor, found.frameworkImport)
    const after = (await editor.query(nodes)).data.frameworkVersion.kpis
    const { rows } = await world().asOwner(({ db }) =>
      sql<{ code: string; action: string }>`select node_code as code, action from framework_change c
        join framework_version v on v.id = c.version_id where v.code = 'PMM-V2-B'`.execute(db),
    )

    expect(done.problems).toEqual([])
    expect(after.map(({ id }: { id: string }) => id)).toEqual(
      before.map(({ id }: { id: string }) => id),
    )
    expect(after[2].version).toBe(before[2].version + 1)
    expect(after[0].version).toBe(before[0].version)
    expect(rows).toEqual([{ code: catalogue.kpis[2]!.code, action: 'UPDATE' }])
  })

  test('brings mappings and targets of KPIs: what a file does not say of them stays', async () => {
    const draft = await draftOf('PMM-V2-M')
    const catalogue = await exported(editor, 'PMM-V2-M')
    const outcome = catalogue.outcomes[0] as unknown as Mapped
    const [goal] = outcome.mappings
    const rationale = { en: 'Borders are infrastructure.', fr: 'Les frontières sont des infrastructures.' }
    outcome.mappings.push({ kind: 'SDG', target: '9.1', strength: 3, rationale })
    outcome.mappings[0] = { kind: goal!.kind, target: goal!.target, strength: 1 }
    Object.assign(catalogue.kpis[0]!, { sdgTargets: ['17.10', '9.1'] })
    const ids = sql<{ target: string; id: string }>`select target, m.id from outcome_mapping m join framework_version v on v.id = m.version_id
      where v.code = 'PMM-V2-M' and outcome_code = 'TF-01'`
    const before = await world().asOwner(({ db }) => ids.execute(db))
    const found = await check(editor, 'a.json', bytesOf(catalogue), { draftVersionId: draft }, 'CHANGED')
    expect(found.frameworkImport!.entries.nodes.map(({ section, code, changes }) => [section, code, changes.map(({ field }) => field)])).toEqual([
      ['outcomes', 'TF-01', ['mappings']], ['kpis', 'TF-01-1', ['sdgTargets']],
    ])
    expect((await apply(editor, found.frameworkImport)).problems).toEqual([])

    const after = await exported(editor, 'PMM-V2-M')
    const mapped = (after.outcomes[0] as unknown as Mapped).mappings
    expect(mapped.find(({ target }) => target === '9.1')).toMatchObject({ strength: 3, rationale })
    expect(mapped.find(({ target }) => target === goal!.target)).toEqual({ ...goal, strength: 1 })
    expect(after.kpis[0]).toMatchObject({ sdgTargets: ['17.10', '9.1'] })
    const now = new Map((await world().asOwner(({ db }) => ids.execute(db))).rows.map(({ target, id }) => [target, id]))
    expect(before.rows.every(({ target, id }) => now.get(target) === id)).toBe(true)
    const { rows } = await world().asOwner(({ db }) => sql`select node_kind as kind, node_code as code, action from framework_change c
      join framework_version v on v.id = c.version_id where v.code = 'PMM-V2-M' order by action, kind`.execute(db))
    expect(rows).toEqual([
      { kind: 'OUTCOME_MAPPING', code: 'TF-01', action: 'CREATE' },
      { kind: 'KPI', code: 'TF-01-1', action: 'UPDATE' },
      { kind: 'OUTCOME_MAPPING', code: 'TF-01', action: 'UPDATE' },
    ])
  }) // prettier-ignore

  test('brings mappings from a file that has only codes, and refuses unknown ones at their place', async () => {
    const draft = await draftOf('PMM-V2-N')
    const catalogue = await exported(editor, 'PMM-V2-N')
    const [first, second] = catalogue.outcomes as unknown as Mapped[]
    Object.assign(first!, { sdgs: [8, 9, 16], mappings: undefined })
    second!.mappings.push({ kind: 'SDG', target: '9.99' }, { kind: 'INSTRUMENT', target: 'KYOTO' })
    Object.assign(catalogue.kpis[0]!, { sdgTargets: ['9.99'] })
    const refused = await check(editor, 'a.json', bytesOf(catalogue), { draftVersionId: draft }, 'REJECTED')
    expect(refused.frameworkImport!.entries.nodes.flatMap(({ problems }) => problems.map(({ at, message }) => `${at} ${message}`))).toEqual([
      '$.outcomes[1].mappings TF-02 is mapped to the unknown goal or target 9.99.',
      '$.outcomes[1].mappings TF-02 is mapped to the unknown instrument KYOTO.',
      '$.kpis[0].sdgTargets TF-01-1 names the unknown target 9.99.',
    ])

    second!.mappings.splice(-2)
    Object.assign(catalogue.kpis[0]!, { sdgTargets: [] })
    const found = await check(editor, 'a.json', bytesOf(catalogue), { draftVersionId: draft })
    expect((await apply(editor, found.frameworkImport)).problems).toEqual([])
    const mapped = ((await exported(editor, 'PMM-V2-N')).outcomes[0] as unknown as Mapped).mappings
    expect(mapped.flatMap(({ kind, target }) => (kind === 'SDG' ? [target] : []))).toEqual(['8', '9', '16'])
  }) // prettier-ignore

  test('is refused when the draft has moved since the dry run, or another hash was looked at', async () => {
    const draft = await draftOf('PMM-V2-C')
    const catalogue = await exported(editor, 'PMM-V2-C')
    catalogue.kpis[0]!.name.en = 'Another name'
    const found = await check(editor, 'a.json', bytesOf(catalogue), { draftVersionId: draft })
    const wrongHash = await apply(editor, found.frameworkImport, 'x')
    await world().asOwner(({ db }) =>
      sql`update kpi set unit = unit || ' ' where version_id = (select id from framework_version where code = 'PMM-V2-C') and code = 'TF-01-2'`.execute(db),
    ) // prettier-ignore
    const stale = await apply(editor, found.frameworkImport)

    for (const { problems } of [wrongHash, stale]) {
      expect(problems).toMatchObject([{ code: 'CONFLICT', reason: 'STALE_VERSION' }])
    }
    expect((await exported(editor, 'PMM-V2-C')).kpis[0]!.name.en).toBe(
      'Rate of electronic declarations',
    )

    const moved = await stateOf(editor, found.frameworkImport!.id)
    const again = await recheck(editor, found.frameworkImport!.id)

    expect(moved).toMatchObject({ state: 'READY', isCurrent: false })
    expect(again.problems).toEqual([])
    expect(await stateOf(editor, again.frameworkImport!.id)).toMatchObject({ state: 'READY', isCurrent: true }) // prettier-ignore
    expect((await apply(editor, again.frameworkImport)).problems).toEqual([])
    expect((await recheck(editor, again.frameworkImport!.id)).problems).toMatchObject([{ code: 'CONFLICT', reason: 'WRONG_STATE' }]) // prettier-ignore
  })

  test('brings the official catalogue in beside the demonstration', async () => {
    const catalogue = { ...(await exported()), kind: 'OFFICIAL', notice: null }
    const found = await check(editor, 'official.json', bytesOf(catalogue), { code: 'PMM-V1' })
    const { frameworkVersion } = await apply(editor, found.frameworkImport)

    expect(Object.keys(statesOf(found))).toEqual(['NEW'])
    expect(frameworkVersion).toMatchObject({
      code: 'PMM-V1',
      number: 1,
      status: 'DRAFT',
      isDemonstration: false,
    })
    const again = await check(editor, 'a.json', bytesOf(await exported(editor, 'PMM-V1')), { draftVersionId: frameworkVersion.id }) // prettier-ignore
    expect(Object.keys(statesOf(again))).toEqual(['UNCHANGED'])
  })

  test('names every problem at once, each with its exact place, and cannot be applied', async () => {
    const catalogue = (await exported()) as Catalogue
    catalogue.kpis[0]!.formula = '100*A/'
    catalogue.outcomes[1]!.dimension = 'XX'
    catalogue.dataElements[5]!.code = catalogue.dataElements[4]!.code
    ;(catalogue.kpis[3] as { weight: unknown }).weight = 5
    const found = await check(editor, 'a.json', bytesOf(catalogue), { baseVersionId: published, code: 'BROKEN-1' }, 'REJECTED') // prettier-ignore
    const places = found.frameworkImport!.entries.nodes.flatMap(({ problems }) => problems.map(({ at, reason }) => `${at} ${reason}`)) // prettier-ignore

    expect(found.frameworkImport!.state).toBe('REJECTED')
    expect(places).toEqual(
      expect.arrayContaining([
        '$.kpis[0].formula NOT_CONSISTENT',
        '$.outcomes[1].dimension NOT_CONSISTENT',
        '$.dataElements[5].code CODE_TWICE',
        '$.kpis[3].weight WRONG_TYPE',
      ]),
    )
    expect((await apply(editor, found.frameworkImport)).problems[0]).toMatchObject({ code: 'CONFLICT', reason: 'WRONG_STATE' }) // prettier-ignore
  })

  test('names the cell of a workbook', async () => {
    const { rawPayload } = await get(editor, `/files/framework/${PUBLISHED}.xlsx`)
    const workbook = xlsx.read(rawPayload)
    const kpis = workbook.Sheets['KPIs']!
    const keys = xlsx.utils.sheet_to_json<string[]>(kpis, { header: 1 })[1]!
    const cell = (key: string, row: number) => `${xlsx.utils.encode_col(keys.indexOf(key))}${row}`
    kpis[cell('formula', 3)] = { t: 's', v: '100*A/' }
    kpis[cell('kind', 4)] = { t: 's', v: 'SHARE' }
    kpis[cell('name.en', 5)] = { t: 'n', v: 2, f: '1+1' }
    kpis[cell('name.fr', 6)] = { t: 's', v: 'Un autre nom' }
    kpis[cell('comment', 6)] = { t: 's', v: 'Please look at this' }
    const bytes = xlsx.write(workbook, {
      type: 'buffer',
      bookType: 'xlsx',
      compression: true,
    }) as Buffer
    const found = await check(
      editor,
      'a.xlsx',
      bytes,
      {
        baseVersionId: published,
        code: 'BROKEN-2',
      },
      'REJECTED',
    )
    const { nodes } = found.frameworkImport!.entries
    const places = ['formula', 'kind', 'name.en'].map((key, at) => `KPIs!${cell(key, at + 3)}`)
    const rejected = nodes.filter(({ state }) => state === 'REJECTED').flatMap(({ problems }) => problems.map(({ at }) => at)) // prettier-ignore

    expect(rejected).toEqual(expect.arrayContaining(places))
    expect(statesOf(found)).toMatchObject({ CHANGED: expect.any(Number) })
  })
})

const bytesOfWorkbook = (workbook: xlsx.WorkBook) =>
  xlsx.write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer

const keysOf = (sheet: xlsx.WorkSheet) =>
  xlsx.utils.sheet_to_json<string[]>(sheet, { header: 1, range: 1 })[0]!

function addColumns(sheet: xlsx.WorkSheet, keys: readonly string[]): void {
  xlsx.utils.sheet_add_aoa(sheet, [keys.map(() => 'Added'), [...keys]], { origin: { r: 0, c: keysOf(sheet).length } }) // prettier-ignore
}

/** A column that the reader does not know is as good as one that is not there. */
function dropColumn(sheet: xlsx.WorkSheet, key: string): void {
  const column = keysOf(sheet).indexOf(key)
  expect(column).toBeGreaterThan(0)
  sheet[xlsx.utils.encode_cell({ r: 1, c: column })] = { t: 's', v: 'comment.dropped' }
}

const counts = async (db: Db) =>
  (
    await sql`select (select count(*) from framework_version) as versions, (select count(*) from kpi) as kpis,
      (select count(*) from data_element) as elements, (select count(*) from framework_change) as changes`.execute(
      db,
    )
  ).rows[0]

test('what an import did can be taken back, change by change', async () => {
  const draft = await draftOf('PMM-V2-UNDO')
  const before = await exported(editor, 'PMM-V2-UNDO')
  const catalogue = structuredClone(before)
  catalogue.kpis[0]!.name.en = 'Another name'
  catalogue.dataElements.push({ ...catalogue.dataElements[0]!, code: 'DECL_PAPER' })
  catalogue.rules = catalogue.rules.slice(0, -1)
  const found = await check(editor, 'a.json', bytesOf(catalogue), { draftVersionId: draft })
  expect((await apply(editor, found.frameworkImport)).problems).toEqual([])
  const history = `{ frameworkVersion(code: "PMM-V2-UNDO") { history { nodes { id action isUndone } } } }`
  const changes = (await editor.query(history)).data.frameworkVersion.history.nodes
  expect(changes).toHaveLength(3)

  for (const { id } of changes) {
    const { data, errors } = await editor.query(
      `mutation ($input: FrameworkChangeUndoInput!) { answer: frameworkChangeUndo(input: $input) { problems { reason message } } }`,
      { input: { changeId: id } },
    )
    expect(errors).toBeUndefined()
    expect(data.answer.problems).toEqual([])
  }
  const after = await exported(editor, 'PMM-V2-UNDO')
  expect({ ...after, export: null }).toEqual({ ...before, export: null })
})
