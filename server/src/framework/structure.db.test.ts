import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world'

const world = useWorld()

const PROBLEMS = 'problems { code reason path message }'
const CHANGE = 'change { id action nodeCode isUndone }'
const command = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${PROBLEMS} code ${CHANGE} } }`

const create = command('frameworkNodeCreate', 'FrameworkNodeCreateInput')
const move = command('frameworkNodeMove', 'FrameworkNodeMoveInput')
const remove = command('frameworkNodeRemove', 'FrameworkNodeRemoveInput')
const undo = command('frameworkChangeUndo', 'FrameworkChangeUndoInput')
const draftCreate = `mutation ($input: FrameworkVersionCreateInput!) {
  frameworkVersionCreate(input: $input) { ${PROBLEMS} frameworkVersion { id } } }`
const submit = `mutation ($input: FrameworkVersionSubmitInput!) { frameworkVersionSubmit(input: $input) {
  ${PROBLEMS} frameworkVersion { status } } }`
const dryRun = `mutation ($input: FrameworkVersionDryRunInput!) { frameworkVersionDryRun(input: $input) {
  ${PROBLEMS} frameworkVersion { dryRun { checks { code passed problems { reason path } } } } } }`
const kpiUpdate = `mutation ($input: KpiUpdateInput!) { kpiUpdate(input: $input) { ${PROBLEMS} kpi { version relation } } }`
const elementUpdate = `mutation ($input: DataElementUpdateInput!) { dataElementUpdate(input: $input) {
  ${PROBLEMS} dataElement { valueType unit nature min max isInteger provenance { status sources } version } } }`
const instrumentUpdate = `mutation ($input: InstrumentUpdateInput!) { instrumentUpdate(input: $input) { ${PROBLEMS} instrument { name(locale: EN) version } } }`
const versionUpdate = `mutation ($input: FrameworkVersionUpdateInput!) { frameworkVersionUpdate(input: $input) { ${PROBLEMS} frameworkVersion { version } } }`
const translationSave = `mutation ($input: TranslationSaveInput!) { translationSave(input: $input) { ${PROBLEMS} } }`
const TEXTS = `query ($code: String!, $units: [String!]) { frameworkVersion(code: $code) { version en: name(locale: EN) fr: name(locale: FR)
  changeNotes(locale: EN) translations(units: $units) { nodes { unit revision state fr } } } }`
const presenceNote = `mutation ($input: FrameworkPresenceNoteInput!) { frameworkPresenceNote(input: $input) { ${PROBLEMS} presence { nodeCode person { name } } } }`

const TREE = `query ($code: String!) { frameworkVersion(code: $code) { id status
  dimensions { id code order version outcomes { id code order version kpis { id code order version relation formula name(locale: FR) } } }
  dataElements { id code version } instruments { id code version } } }`
const HISTORY = `query ($code: String!, $node: String, $first: Int, $after: String) { frameworkVersion(code: $code) {
  history(node: $node, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { id action nodeKind nodeCode isUndone at person { name } fields { field before after } viewerCan { undo { allowed code } } } }
  undoableChange { id nodeCode } } }`
const SEARCH = `query ($version: String!, $words: String!) { frameworkSearch(version: $version, words: $words) { kind code name(locale: FR) } }`

let editor: Caller
let second: Caller
let officer: Caller
let stranger: Caller

beforeAll(async () => {
  editor = await world().as('METHODOLOGY_EDITOR')
  second = await world().as('METHODOLOGY_EDITOR', undefined, 1)
  officer = await world().as('CYCLE_OFFICER')
  stranger = world().nobody()
})

async function run(caller: Caller, document: string, input: Record<string, unknown>) {
  const { data, errors } = await caller.query(document, { input })
  expect(errors).toBeUndefined()
  return Object.values(data)[0] as any // oxlint-disable-line no-explicit-any
}

async function done(caller: Caller, document: string, input: Record<string, unknown>) {
  const payload = await run(caller, document, input)
  expect(payload.problems).toEqual([])
  return payload
}

const reasonsOf = ({ problems }: { problems: readonly { reason: string }[] }) =>
  problems.map(({ reason }) => reason)

interface Part {
  readonly id: string
  readonly code: string
  readonly order: number
  readonly outcomes: Part[]
  readonly kpis: Part[]
  readonly version: number
  readonly relation: string
}

async function treeOf(code: string) {
  const { data } = await editor.query(TREE, { code })
  const version = data.frameworkVersion
  const outcomes = version.dimensions.flatMap((each: Part) => each.outcomes)
  const kpis = outcomes.flatMap((each: Part) => each.kpis)
  const all = [...version.dimensions, ...outcomes, ...kpis, ...version.dataElements, ...version.instruments] // prettier-ignore
  const outcomeOf = (wanted: string): Part => outcomes.find((each: Part) => each.code === wanted)
  return {
    id: version.id as string,
    status: version.status as string,
    dimensions: version.dimensions.map((each: Part) => each.code) as string[],
    node: (wanted: string) => all.find((each) => each.code === wanted),
    kpisOf: (outcome: string) =>
      outcomeOf(outcome).kpis.map(({ code: kpi }) => kpi), // prettier-ignore
    ordersOf: (outcome: string) =>
      outcomeOf(outcome).kpis.map(({ order }) => order), // prettier-ignore
  }
}

async function draft(code: string) {
  const { data } = await editor.query(TREE, { code: 'PMM-V1-DEMO' })
  await done(editor, draftCreate, { baseVersionId: data.frameworkVersion.id, code, kind: 'REVISION' }) // prettier-ignore
  return treeOf(code)
}

async function historyOf(
  caller: Caller,
  code: string,
  node?: string,
  page: Record<string, unknown> = {},
) {
  const { data } = await caller.query(HISTORY, { code, node, ...page })
  return data.frameworkVersion
}

const name = { en: 'Inspected by scanner', fr: 'Inspectées au scanner' }
const description = { en: 'How many were.', fr: 'Combien l’ont été.' }

describe('adding parts to a draft', () => {
  test('refuses a code that an earlier version retired, and lets one be put back that the draft took out', async () => {
    const first = await draft('CODES-1')
    const gone = first.node('TF-04-3')
    await done(editor, remove, { nodeId: gone.id, expectedVersion: gone.version })
    await world().asOwner(({ db }) =>
      sql`update framework_version set status = 'PUBLISHED', published_at = now(), valid_from = now() where code = 'CODES-1'`.execute(db)) // prettier-ignore
    await done(editor, draftCreate, { baseVersionId: first.id, code: 'CODES-2', kind: 'REVISION' })
    const { id: versionId, node } = await treeOf('CODES-2')
    const added = (code: string) =>
      run(editor, create, { versionId, kind: 'KPI', parentId: node('TF-04').id, code, name, description, kpiKind: 'COUNT' }) // prettier-ignore

    expect((await added('TF-04-3')).problems).toMatchObject([{ code: 'CONFLICT', reason: 'CODE_RETIRED', path: ['input', 'code'] }]) // prettier-ignore
    const own = node('TF-02-3')
    await done(editor, remove, { nodeId: own.id, expectedVersion: own.version })
    expect((await added('TF-02-3')).problems).toEqual([])
    expect((await added('TF-04-9')).problems).toEqual([])
  })

  test('refuses a name of thousands of letters, and one that grows so long later', async () => {
    const { id: versionId, node } = await draft('ADD-LONG')
    const long = { en: 'n'.repeat(3000), fr: 'n'.repeat(301) }
    const parentId = node('TF-01').id

    const added = await run(editor, create, { versionId, kind: 'KPI', parentId, code: 'TF-01-9', name: long, description }) // prettier-ignore
    const { id: kpiId, version: expectedVersion } = node('TF-01-1')
    const grown = await run(editor, kpiUpdate, { kpiId, expectedVersion, name: long })

    for (const { problems } of [added, grown]) {
      expect(problems).toMatchObject([
        { code: 'BAD_INPUT', reason: 'TEXT_TOO_LONG', path: ['input', 'name', 'en'] },
        { code: 'BAD_INPUT', reason: 'TEXT_TOO_LONG', path: ['input', 'name', 'fr'] },
      ])
    }
    expect((await treeOf('ADD-LONG')).node('TF-01-9')).toBeUndefined()
  })

  test('puts each kind at its place and begins its history', async () => {
    const before = await draft('ADD-ALL')
    const versionId = before.id
    await done(editor, create, { versionId, kind: 'DIMENSION', code: 'XX', name, description, place: 1 }) // prettier-ignore
    const withDimension = await treeOf('ADD-ALL')
    expect(withDimension.dimensions[0]).toBe('XX')
    await done(editor, create, {
      versionId, kind: 'EXPECTED_OUTCOME', parentId: withDimension.node('XX').id, code: 'XX-01', name, description,
    }) // prettier-ignore
    const outcome = (await treeOf('ADD-ALL')).node('XX-01')
    await done(editor, create, { versionId, kind: 'KPI', parentId: outcome.id, code: 'XX-01-1', name, description, kpiKind: 'RATIO' }) // prettier-ignore
    await done(editor, create, { versionId, kind: 'DATA_ELEMENT', code: 'DECL_SCAN', name, description }) // prettier-ignore
    await done(editor, create, { versionId, kind: 'INSTRUMENT', code: 'SCANNER', name })

    const after = await treeOf('ADD-ALL')
    expect(after.node('XX-01-1')).toMatchObject({
      relation: 'NEW',
      order: 1,
      name: 'Inspectées au scanner',
    })
    expect(after.node('DECL_SCAN')).toMatchObject({ version: 1 })
    expect(after.node('SCANNER')).toMatchObject({ version: 1 })
    const { history } = await historyOf(editor, 'ADD-ALL')
    expect(history.totalCount).toBe(5)
    expect(
      history.nodes.map((each: Record<string, string>) => [
        each['action'],
        each['nodeKind'],
        each['nodeCode'],
      ])[0],
    ).toEqual(['CREATE', 'INSTRUMENT', 'SCANNER'])
  })

  test('leaves a KPI without a formula until its version is submitted', async () => {
    const { id: versionId, node } = await draft('ADD-EMPTY')
    const parentId = node('TF-01').id
    await done(editor, create, { versionId, kind: 'KPI', parentId, code: 'TF-01-9', name, description }) // prettier-ignore
    const kpi = (await treeOf('ADD-EMPTY')).node('TF-01-9')

    await done(editor, kpiUpdate, {
      kpiId: kpi.id, expectedVersion: kpi.version, name: { en: 'Scanned' }, decimals: 1,
    }) // prettier-ignore
    expect((await treeOf('ADD-EMPTY')).node('TF-01-9')).toMatchObject({ version: 2, formula: '' })

    const head = await editor.query(
      '{ frameworkVersion(code: "ADD-EMPTY") { version openProblems { reason path } } }',
    )
    const { version, openProblems } = head.data.frameworkVersion
    const empty = { reason: 'EMPTY', path: ['TF-01-9', 'formula'] }
    expect(openProblems).toContainEqual(empty)
    const refused = await run(editor, submit, { versionId, expectedVersion: version })
    expect(refused.problems).toContainEqual(expect.objectContaining(empty))
    expect((await treeOf('ADD-EMPTY')).status).toBe('DRAFT')
    const tried = await run(editor, dryRun, { versionId, expectedVersion: version })
    const checks = tried.frameworkVersion.dryRun.checks.filter(({ code }: Part) => code === 'FORMULAS') // prettier-ignore
    expect(checks).toMatchObject([{ passed: false, problems: [empty] }])
  })

  test('names every problem at once and adds nothing', async () => {
    const { id: versionId, node } = await draft('ADD-BAD')
    const taken = await run(editor, create, {
      versionId, kind: 'KPI', parentId: node('TF-01').id, code: 'TF-01-1', name: { fr: 'Nom' },
    }) // prettier-ignore
    expect(reasonsOf(taken)).toEqual(['TEXT_MISSING', 'TEXT_MISSING', 'CODE_TAKEN'])
    const otherKind = await run(editor, create, { versionId, kind: 'DATA_ELEMENT', code: 'TF-01', name, description }) // prettier-ignore
    expect(reasonsOf(otherKind)).toEqual(['CODE_TAKEN'])
    const malformed = await run(editor, create, { versionId, kind: 'INSTRUMENT', code: 'two words', name }) // prettier-ignore
    expect(reasonsOf(malformed)).toEqual(['BAD_CODE'])
    const nowhere = await run(editor, create, { versionId, kind: 'KPI', code: 'TF-01-9', name, description }) // prettier-ignore
    expect(reasonsOf(nowhere)).toEqual(['PARENT_MISSING'])
    const wrongParent = await run(editor, create, { versionId, kind: 'KPI', parentId: node('TF').id, code: 'TF-01-9', name, description }) // prettier-ignore
    expect(wrongParent.problems[0]).toMatchObject({ code: 'NOT_FOUND' })
    expect((await historyOf(editor, 'ADD-BAD')).history.totalCount).toBe(0)
  })

  test('is refused in a published version and to everybody but an editor', async () => {
    const { id: versionId } = await treeOf('PMM-V1-DEMO')
    const input = { versionId, kind: 'INSTRUMENT', code: 'NEVER', name }
    const sealed = await run(editor, create, input)
    expect(reasonsOf(sealed)).toEqual(['WRONG_STATE'])
    expect(reasonsOf(await run(officer, create, input))).toEqual(['WRONG_HAT'])
  })
})

describe('moving parts of a draft', () => {
  test('orders neighbours, goes to another outcome and closes the gap', async () => {
    const before = await draft('MOVE')
    const [first, next, third] = before.kpisOf('TF-01')
    await done(editor, move, { nodeId: before.node(third!).id, expectedVersion: 1, place: 1 })
    expect((await treeOf('MOVE')).kpisOf('TF-01').slice(0, 3)).toEqual([third, first, next])

    await done(editor, move, {
      nodeId: before.node(first!).id, expectedVersion: 1, parentId: before.node('TF-02').id, place: 99,
    }) // prettier-ignore
    const after = await treeOf('MOVE')
    expect(after.kpisOf('TF-01')).not.toContain(first)
    expect(after.kpisOf('TF-02').at(-1)).toBe(first)
    for (const outcome of ['TF-01', 'TF-02'])
      expect(after.ordersOf(outcome)).toEqual(after.kpisOf(outcome).map((_, index) => index + 1))
    const { history } = await historyOf(editor, 'MOVE', first)
    expect(history.nodes[0].fields).toContainEqual({
      field: 'parent',
      before: 'TF-01',
      after: 'TF-02',
    })
  })

  test('undone, puts it back among its old neighbours', async () => {
    const before = await draft('MOVE-BACK')
    const kpis = before.kpisOf('TF-01')
    const moved = await done(editor, move, {
      nodeId: before.node(kpis[1]!).id, expectedVersion: 1, parentId: before.node('TF-02').id, place: 1,
    }) // prettier-ignore

    await done(editor, undo, { changeId: moved.change.id })

    const after = await treeOf('MOVE-BACK')
    expect(after.kpisOf('TF-01')).toEqual(kpis)
    expect(after.kpisOf('TF-02')).toEqual(before.kpisOf('TF-02'))
  })

  test('undone among its neighbours, puts it back too', async () => {
    const before = await draft('MOVE-STEP')
    const kpis = before.kpisOf('TF-01')
    const moved = await done(editor, move, { nodeId: before.node(kpis[2]!).id, expectedVersion: 1, place: 1 }) // prettier-ignore

    await done(editor, undo, { changeId: moved.change.id })

    expect((await treeOf('MOVE-STEP')).kpisOf('TF-01')).toEqual(kpis)
  })

  test('of a stale version is a conflict', async () => {
    const { node } = await draft('MOVE-STALE')
    const answer = await run(editor, move, { nodeId: node('TF-01-1').id, expectedVersion: 7, place: 2 }) // prettier-ignore
    expect(reasonsOf(answer)).toEqual(['STALE_VERSION'])
  })
})

describe('removing parts of a draft', () => {
  test('says which parts depend on it', async () => {
    const { node, kpisOf } = await draft('REMOVE-NO')
    const dimension = await run(editor, remove, { nodeId: node('TF').id, expectedVersion: 1 })
    expect(reasonsOf(dimension)).toEqual(['HAS_OUTCOMES'])
    const outcome = await run(editor, remove, { nodeId: node('TF-01').id, expectedVersion: 1 })
    expect(outcome.problems[0].path).toEqual(['input', 'nodeId', ...kpisOf('TF-01')])
    const element = await run(editor, remove, { nodeId: node('DECL_ALL').id, expectedVersion: 1 })
    expect(reasonsOf(element)).toContain('IN_USE')
    expect(element.problems[0].message).toContain('TF-01-1')
    expect((await treeOf('REMOVE-NO')).node('DECL_ALL')).toBeDefined()
  })

  test('takes a KPI out with its guidance, and an undo brings both back', async () => {
    const { node, kpisOf } = await draft('REMOVE-KPI')
    const guidance = { en: 'Ask for the log.', fr: 'Demander le journal.' }
    const kpi = 'TF-02-3'
    await done(editor, kpiUpdate, { kpiId: node(kpi).id, expectedVersion: 1, guidance })
    const named = await run(editor, remove, { nodeId: node('TF-01-3').id, expectedVersion: 1 })
    expect(reasonsOf(named)).toEqual(['IN_USE'])
    const removed = await done(editor, remove, { nodeId: node(kpi).id, expectedVersion: 2 })
    expect((await treeOf('REMOVE-KPI')).kpisOf('TF-02')).not.toContain(kpi)

    await done(editor, undo, { changeId: removed.change.id })

    const after = await treeOf('REMOVE-KPI')
    expect(after.kpisOf('TF-02')).toEqual(kpisOf('TF-02'))
    const { data } = await editor.query(
      `{ kpi(version: "REMOVE-KPI", code: "${kpi}") { id reviewGuidance(locale: FR) ancestor { code } samples { name } } }`,
    )
    expect(data.kpi).toMatchObject({ reviewGuidance: guidance.fr, ancestor: { code: kpi } })
    expect(data.kpi.id).toBe(node(kpi).id)
  })
})

describe('taking changes back', () => {
  test('sets fields to what they were, finds the relation anew, and can be taken back itself', async () => {
    const { node } = await draft('UNDO')
    const kpi = node('TF-01-1')
    await done(editor, kpiUpdate, { kpiId: kpi.id, expectedVersion: 1, name: { en: 'Renamed' } })
    const { undoableChange } = await historyOf(editor, 'UNDO')
    expect(undoableChange.nodeCode).toBe('TF-01-1')

    const undone = await done(editor, undo, { changeId: undoableChange.id })
    expect((await treeOf('UNDO')).node('TF-01-1')).toMatchObject({ relation: 'SAME', version: 3 })
    const again = await run(editor, undo, { changeId: undoableChange.id })
    expect(reasonsOf(again)).toEqual(['ALREADY_UNDONE'])
    expect((await historyOf(editor, 'UNDO')).undoableChange).toBeNull()

    await done(editor, undo, { changeId: undone.change.id })
    expect((await treeOf('UNDO')).node('TF-01-1')).toMatchObject({ relation: 'REWORDED' })
  })

  test('leaves alone what was changed since, and other fields as they are', async () => {
    const { node } = await draft('UNDO-SINCE')
    const kpiId = node('TF-01-1').id
    await done(editor, kpiUpdate, { kpiId, expectedVersion: 1, name: { en: 'One' } })
    const first = (await historyOf(editor, 'UNDO-SINCE')).undoableChange.id
    await done(editor, kpiUpdate, { kpiId, expectedVersion: 2, decimals: 3 })
    await done(editor, undo, { changeId: first })
    expect((await treeOf('UNDO-SINCE')).node('TF-01-1').relation).toBe('REWORDED')

    await done(editor, kpiUpdate, { kpiId, expectedVersion: 4, name: { en: 'Two' } })
    const newest = (await historyOf(editor, 'UNDO-SINCE')).undoableChange.id
    await done(editor, kpiUpdate, { kpiId, expectedVersion: 5, name: { en: 'Three' } })
    const answer = await run(editor, undo, { changeId: newest })
    expect(reasonsOf(answer)).toEqual(['CHANGED_SINCE'])
    expect(answer.problems[0].path).toContain('name')
  })

  test('of somebody else takes a warning first', async () => {
    const { node } = await draft('UNDO-OTHER')
    await done(second, kpiUpdate, { kpiId: node('TF-01-1').id, expectedVersion: 1, weight: '2' })
    const { history, undoableChange } = await historyOf(editor, 'UNDO-OTHER')
    expect(undoableChange).toBeNull()
    const [{ id: changeId, person }] = history.nodes
    const warned = await run(editor, undo, { changeId })
    expect(reasonsOf(warned)).toEqual(['OF_ANOTHER'])
    expect(warned.problems[0].message).toContain(person.name)

    await done(editor, undo, { changeId, ofAnother: true })
  })

  test('of the texts of the version itself leaves older changes to be taken back', async () => {
    const { id: versionId, node } = await draft('UNDO-VERSION')
    const texts = async () => {
      const { data } = await editor.query(TEXTS, {
        code: 'UNDO-VERSION',
        units: ['VERSION:UNDO-VERSION:name', 'SCALE:MATURITY:levels.2'],
      })
      return data.frameworkVersion
    }
    const undoNewest = async () => {
      const { undoableChange } = await historyOf(editor, 'UNDO-VERSION')
      await done(editor, undo, { changeId: undoableChange.id })
      return undoableChange.nodeCode
    }
    const first = await texts()
    await done(editor, kpiUpdate, { kpiId: node('TF-01-1').id, expectedVersion: 1, weight: '7' })
    await done(editor, versionUpdate, {
      versionId, expectedVersion: first.version, name: { en: 'PMM, second edition' }, changeNotes: { en: 'Clearer names.' },
    }) // prettier-ignore
    for (const { unit, revision } of (await texts()).translations.nodes) {
      await done(editor, translationSave, { versionId, unit, revision, fr: `Essai ${unit}` })
    }
    expect((await texts()).fr).toBe('Essai VERSION:UNDO-VERSION:name')

    const codes = [await undoNewest(), await undoNewest(), await undoNewest()]
    expect(codes).toEqual(['UNDO-VERSION', 'UNDO-VERSION', 'UNDO-VERSION'])
    const { version: _, ...wordsBefore } = first
    const { version: edits, ...wordsAfter } = await texts()
    const wordsOf = ({ translations, ...rest }: typeof wordsBefore) => ({
      ...rest,
      translations: translations.nodes.map(({ revision: __, ...each }: Record<string, string>) => each), // prettier-ignore
    })
    expect(wordsOf(wordsAfter)).toEqual(wordsOf(wordsBefore))
    expect(edits).toBeGreaterThan(first.version)
    expect(await undoNewest()).toBe('TF-01-1')
  })

  test('of a part added takes it out, unless more was done with it', async () => {
    const { id: versionId } = await draft('UNDO-ADD')
    const added = await done(editor, create, { versionId, kind: 'INSTRUMENT', code: 'NEW1', name })
    await done(editor, undo, { changeId: added.change.id })
    expect((await treeOf('UNDO-ADD')).node('NEW1')).toBeUndefined()

    const other = await done(editor, create, { versionId, kind: 'INSTRUMENT', code: 'NEW2', name })
    const { id: instrumentId } = (await treeOf('UNDO-ADD')).node('NEW2')
    const renamed = await done(editor, instrumentUpdate, { instrumentId, expectedVersion: 1, name: { en: 'Other' } }) // prettier-ignore
    expect(renamed.instrument).toEqual({ name: 'Other', version: 2 })
    expect(reasonsOf(await run(editor, undo, { changeId: other.change.id }))).toEqual([
      'CHANGED_SINCE',
    ])
  })
})

describe('the history of a version', () => {
  test('names the person and both sides of each field, by language, page by page', async () => {
    const { node } = await draft('HISTORY')
    const kpiId = node('TF-01-1').id
    await done(editor, kpiUpdate, { kpiId, expectedVersion: 1, name: { fr: 'Autre nom' } })
    await done(editor, kpiUpdate, { kpiId, expectedVersion: 2, decimals: 4 })
    const { history } = await historyOf(editor, 'HISTORY', 'TF-01-1', { first: 1 })
    expect(history).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } })
    expect(history.nodes[0].fields).toContainEqual({
      field: 'decimals',
      before: expect.any(String),
      after: '4',
    })
    const next = await historyOf(editor, 'HISTORY', 'TF-01-1', { first: 1, after: history.pageInfo.endCursor }) // prettier-ignore
    const [change] = next.history.nodes
    expect(change.fields).toContainEqual({
      field: 'name.fr',
      before: expect.any(String),
      after: 'Autre nom',
    })
    expect(change.fields.map(({ field }: { field: string }) => field)).not.toContain('name.en')
    expect(change.person.name).toBeTruthy()
  })

  test('is read by the secretariat alone, and undone by editors alone', async () => {
    const { node } = await draft('HISTORY-WHO')
    await done(editor, kpiUpdate, { kpiId: node('TF-01-1').id, expectedVersion: 1, weight: '3' })
    const { history } = await historyOf(officer, 'HISTORY-WHO')
    expect(history.nodes[0].viewerCan.undo).toEqual({ allowed: false, code: 'WRONG_HAT' })
    const { data } = await stranger.query(HISTORY, { code: 'PMM-V1-DEMO' })
    expect(data.frameworkVersion.history).toBeNull()
  })
})

describe('a data element', () => {
  test('is changed in all its parts, with every problem at once', async () => {
    const { node } = await draft('ELEMENT')
    const dataElementId = node('DECL_ALL').id
    const bad = await run(editor, elementUpdate, {
      dataElementId, expectedVersion: 1, unit: ' ', min: '5', max: '5', isInteger: false, scale: 'NOPE',
      provenance: { status: 'SOURCED', sources: ['javascript:alert(1)'] },
    }) // prettier-ignore
    expect(reasonsOf(bad)).toEqual([
      'BAD_UNIT', 'BAD_RANGE', 'NOT_WHOLE', 'BAD_SCALE', 'BAD_ADDRESS',
    ]) // prettier-ignore
    const { dataElement } = await done(editor, elementUpdate, {
      dataElementId, expectedVersion: 1, valueType: 'MONEY', unit: 'currency', nature: 'STOCK', min: null, max: '900.50', isInteger: false,
      provenance: { status: 'SOURCED', sources: ['https://www.wcoomd.org/'] },
    }) // prettier-ignore
    expect(dataElement).toEqual({
      valueType: 'MONEY', unit: 'currency', nature: 'STOCK', min: null, max: '900.5', isInteger: false,
      provenance: { status: 'SOURCED', sources: ['https://www.wcoomd.org/'] }, version: 2,
    }) // prettier-ignore
    const { history } = await historyOf(editor, 'ELEMENT', 'DECL_ALL')
    expect(history.nodes[0].fields.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['valueType', 'nature', 'provenance.status']),
    )
  })
})

describe('a text with a character that is not seen', () => {
  test('is refused wherever it is written, with its place', async () => {
    const { id: versionId, node } = await draft('UNSEEN')
    const base = await treeOf('PMM-V1-DEMO')
    const placesOf = ({ problems }: { problems: readonly { reason: string; path: string[] }[] }) =>
      problems.flatMap(({ reason, path }) =>
        reason === 'HIDDEN_CHARACTER' ? [path.join('.')] : [],
      )
    const name = { en: 'Rate\u202e', fr: 'Taux\u200b' }
    const update = { expectedVersion: 1, name }
    const added = { versionId, kind: 'INSTRUMENT', code: 'NEW\u2060', name }

    expect(placesOf(await run(editor, kpiUpdate, { kpiId: node('TF-01-1').id, ...update }))).toEqual(['input.name.en', 'input.name.fr']) // prettier-ignore
    expect(placesOf(await run(editor, create, added))).toEqual(['input.code', 'input.name.en', 'input.name.fr']) // prettier-ignore
    expect(placesOf(await run(editor, elementUpdate, { dataElementId: node('DECL_ALL').id, expectedVersion: 1, label: name }))).toEqual(['input.label.en', 'input.label.fr']) // prettier-ignore
    expect(placesOf(await run(editor, draftCreate, { baseVersionId: base.id, code: 'UNSEEN-2', kind: 'REVISION', name }))).toEqual(['input.name.en', 'input.name.fr']) // prettier-ignore
    const fit = { fr: 'Taux\u00a0: a\u200db\u200c' }
    await done(editor, kpiUpdate, { kpiId: node('TF-01-1').id, expectedVersion: 1, name: fit })
  })
})

describe('who has a part open', () => {
  test('is told to others for a minute, and not after leaving', async () => {
    const { id: versionId } = await draft('PRESENCE')
    const alone = await done(editor, presenceNote, { versionId, nodeCode: 'TF-01-1' })
    expect(alone.presence).toEqual([])
    const seen = await done(second, presenceNote, { versionId, nodeCode: 'TF-01-2' })
    expect(seen.presence).toEqual([{ nodeCode: 'TF-01-1', person: { name: expect.any(String) } }])
    await done(editor, presenceNote, { versionId })
    const after = await done(second, presenceNote, { versionId, nodeCode: 'TF-01-2' })
    expect(after.presence).toEqual([])

    world().clock.move(new Date(world().clock.now().getTime() + 61_000))
    const late = await done(editor, presenceNote, { versionId, nodeCode: 'TF-01-1' })
    expect(late.presence).toEqual([])
    expect(reasonsOf(await run(officer, presenceNote, { versionId, nodeCode: 'TF-01-1' }))).toEqual(
      ['WRONG_HAT'],
    )
  })
})

describe('searching a version', () => {
  const found = async (caller: Caller, words: string, version = 'PMM-V1-DEMO') => {
    const { data, errors } = await caller.query(SEARCH, { version, words })
    expect(errors).toBeUndefined()
    return data.frameworkSearch as { kind: string; code: string; name: string }[]
  }

  test('finds codes and words of both languages, whatever their accents', async () => {
    expect((await found(stranger, 'tf-01-1'))[0]).toMatchObject({ kind: 'KPI', code: 'TF-01-1' })
    const accented = await found(stranger, 'DÉCLARATIONS électroniques')
    expect(accented.length).toBeGreaterThan(0)
    expect(await found(stranger, 'declarations electroniques')).toEqual(accented)
    expect(await found(stranger, '   ')).toEqual([])
    expect(await found(stranger, '100%_')).toEqual([])
  })

  test('finds nothing of a draft for those who may not see it', async () => {
    await draft('SEARCH')
    expect((await found(editor, 'TF-01-1', 'SEARCH')).length).toBeGreaterThan(0)
    expect(await found(stranger, 'TF-01-1', 'SEARCH')).toEqual([])
  })
})
