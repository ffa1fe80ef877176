import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../../tests/setup/world'

const world = useWorld()

const PROBLEMS = 'problems { code reason path message }'
const HEAD = 'id code status version contentHash'
const run = (name: string, input: string, rest: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${PROBLEMS} ${rest} } }`
const create = run('frameworkVersionCreate', 'FrameworkVersionCreateInput', `frameworkVersion { ${HEAD} }`) // prettier-ignore
const submit = run('frameworkVersionSubmit', 'FrameworkVersionSubmitInput', `frameworkVersion { ${HEAD} }`) // prettier-ignore
const approve = run('frameworkVersionApprove', 'FrameworkVersionApproveInput', `frameworkVersion { ${HEAD} }`) // prettier-ignore
const publish = run('frameworkVersionPublish', 'FrameworkVersionPublishInput', `frameworkVersion { ${HEAD} }`) // prettier-ignore
const kpiUpdate = run('kpiUpdate', 'KpiUpdateInput', 'kpi { version relation }')
const LINK = 'code ancestorCode relation comparability isBreak conversion note(locale: FR) isStated version' // prettier-ignore
const lineageSet = run('lineageSet', 'LineageSetInput', `lineage { ${LINK} }`)
const lineageReset = run('lineageReset', 'LineageResetInput', `lineage { ${LINK} }`)
const RUN = `dryRun { contentHash passed isCurrent counts { kpis } relations { relation count } changeLog(locale: FR)
  checks { code level passed problems { reason path } } impact { cycleCode reusableShare administrations { n band } figures groups clients
    kpis { code ancestorCode fate isEarlier relation comparability reason(locale: EN) answers { n band } reusable { n band } figures clients } } }`
const dryRun = run('frameworkVersionDryRun', 'FrameworkVersionDryRunInput', `frameworkVersion { ${HEAD} ${RUN} }`) // prettier-ignore
const NOTE = { en: 'Counted otherwise.', fr: 'Compté autrement.' }

let editor: Caller
let secondEditor: Caller
let observer: Caller
let coordinator: Caller

beforeAll(async () => {
  editor = await world().as('METHODOLOGY_EDITOR')
  secondEditor = await world().as('METHODOLOGY_EDITOR', undefined, 1)
  observer = await world().as('PMMPT_OBSERVER')
  coordinator = await world().as('COORDINATOR')
})

async function command(caller: Caller, document: string, input: Record<string, unknown>) {
  const { data, errors } = await caller.query(document, { input })
  expect(errors).toBeUndefined()
  return Object.values(data)[0] as any // oxlint-disable-line no-explicit-any
}

async function ask(caller: Caller, document: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await caller.query(document, variables)
  expect(errors).toBeUndefined()
  return data
}

const headOf = async (code: string, caller = editor) =>
  (await ask(caller, `query ($code: String!) { frameworkVersion(code: $code) { ${HEAD} ${RUN} openProblems { reason path } } }`, { code })).frameworkVersion // prettier-ignore

async function draftOf(code: string) {
  const base = await headOf('PMM-V1-DEMO')
  const payload = await command(editor, create, {
    baseVersionId: base.id, code, kind: 'REVISION', changeNotes: { en: 'A test.', fr: 'Un essai.' },
  }) // prettier-ignore
  expect(payload.problems).toEqual([])
  return payload.frameworkVersion
}

const kpiOf = async (version: string, code: string, caller = editor) =>
  (await ask(caller, `query ($version: String!, $code: String!) { kpi(version: $version, code: $code) { id version relation
    ancestors { ${LINK} } descendants { ${LINK} frameworkVersion { code } }
    changeImpact { fate answers { n band } reusable { n band } figures clients translations } } }`, { version, code })).kpi // prettier-ignore

async function changeFormula(version: string, code: string, formula: string) {
  const kpi = await kpiOf(version, code)
  const payload = await command(editor, kpiUpdate, { kpiId: kpi.id, expectedVersion: kpi.version, formula }) // prettier-ignore
  expect(payload).toMatchObject({ problems: [], kpi: { relation: 'FORMULA_CHANGED' } })
}

const statement = (versionId: string, more: Record<string, unknown> = {}) => ({
  versionId, kind: 'KPI', code: 'TF-01-1', ancestors: ['TF-01-1'], relation: 'FORMULA_CHANGED',
  comparability: 'NOT_COMPARABLE', note: NOTE, expectedVersion: 0, ...more,
}) // prettier-ignore

const reasons = (of: { problems: readonly { reason: string }[] }) =>
  of.problems.map(({ reason }) => reason)

const tally = (links: readonly Record<string, string>[]) => {
  const counts: Record<string, number> = {}
  for (const { kind, relation, comparability } of links) {
    const key = `${kind} ${relation} ${comparability}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

/** Why a command is refused, whether at the door or by itself. */
async function refusalOf(caller: Caller, document: string, input: Record<string, unknown>) {
  const { data, errors } = await caller.query(document, { input })
  if (errors) return errors.map(({ extensions }) => extensions?.['reason'])
  return reasons(Object.values(data)[0] as Parameters<typeof reasons>[0])
}

describe('the lineage of a draft', () => {
  test('links every node to the one it was copied from, and follows what is changed', async () => {
    const draft = await draftOf('PMM-LINE')
    const counted = async () =>
      tally(
        (await ask(editor, `{ frameworkVersion(code: "PMM-LINE") { lineage { kind relation comparability } } }`)).frameworkVersion.lineage,
      ) // prettier-ignore
    expect(await counted()).toMatchObject({ 'DIMENSION SAME IDENTICAL': 4, 'EXPECTED_OUTCOME SAME IDENTICAL': 23, 'KPI SAME IDENTICAL': 51 }) // prettier-ignore

    await changeFormula('PMM-LINE', 'TF-01-1', '100*A/B-50*A/B')

    expect(await counted()).toMatchObject({ 'KPI SAME IDENTICAL': 50, 'KPI FORMULA_CHANGED NOT_COMPARABLE': 1 }) // prettier-ignore
    const kpi = await kpiOf('PMM-LINE', 'TF-01-1')
    expect(kpi.ancestors).toMatchObject([{ ancestorCode: 'TF-01-1', isBreak: true, isStated: false, version: 0 }]) // prettier-ignore
    const { openProblems } = await headOf('PMM-LINE')
    expect(openProblems).toEqual([{ reason: 'SERIES_END_UNEXPLAINED', path: ['TF-01-1', 'lineage'] }]) // prettier-ignore
    const refused = await command(editor, submit, { versionId: draft.id, expectedVersion: draft.version }) // prettier-ignore
    expect(reasons(refused)).toEqual(['SERIES_END_UNEXPLAINED'])
  })

  test('keeps a series through a conversion that is checked like a formula, and takes it back', async () => {
    const { id: versionId } = await headOf('PMM-LINE')
    const converted = { comparability: 'WITH_CONVERSION', note: null }

    const wrong = await command(editor, lineageSet, statement(versionId, { ...converted, conversion: 'V+Q' })) // prettier-ignore
    expect(wrong.problems).toMatchObject([{ reason: 'UNKNOWN_SYMBOL', path: ['input', 'conversion', '2-3'] }]) // prettier-ignore
    const unit = await command(editor, lineageSet, statement(versionId, { ...converted, conversion: 'A' })) // prettier-ignore
    expect(reasons(unit)).toEqual(['RESULT_UNIT'])

    const stated = await command(editor, lineageSet, statement(versionId, { ...converted, conversion: 'V/2' })) // prettier-ignore
    expect(stated).toMatchObject({ problems: [], lineage: [{ comparability: 'WITH_CONVERSION', conversion: 'V/2', isBreak: false, isStated: true, version: 1 }] }) // prettier-ignore
    expect((await headOf('PMM-LINE')).openProblems).toEqual([])
    const stale = await command(secondEditor, lineageSet, statement(versionId))
    expect(stale).toMatchObject({ problems: [{ reason: 'STALE_VERSION' }], lineage: [{ conversion: 'V/2', version: 1 }] }) // prettier-ignore

    const back = await command(editor, lineageReset, { versionId, kind: 'KPI', code: 'TF-01-1', ancestors: [], expectedVersion: 1 }) // prettier-ignore
    expect(back.lineage).toMatchObject([{ comparability: 'NOT_COMPARABLE', isStated: false }])
  })

  test('refuses a statement with every problem at once, and writes nothing', async () => {
    const { id: versionId } = await headOf('PMM-LINE')

    const refused = await command(editor, lineageSet, statement(versionId, {
      code: 'TF-99-1', ancestors: ['TF-98-1', 'TF-98-1'], comparability: 'IDENTICAL', conversion: 'V', note: { en: 'Only English.' },
    })) // prettier-ignore

    expect(reasons(refused)).toEqual([
      'UNKNOWN_CODE', 'ANCESTOR_COUNT', 'UNKNOWN_ANCESTOR', 'ANCESTOR_TWICE', 'UNKNOWN_ANCESTOR', 'BAD_COMPARABILITY',
      'CONVERSION_MISSING', 'CONVERSION_UNFIT', 'TEXT_MISSING',
    ]) // prettier-ignore
    expect(refused.lineage).toEqual([])
    const equal = await command(editor, lineageSet, statement(versionId, { relation: 'SAME', comparability: 'IDENTICAL', note: null })) // prettier-ignore
    expect(reasons(equal)).toEqual(['RELATION_DIFFERS'])
    const retired = await command(editor, lineageSet, statement(versionId, { code: null, relation: 'RETIRED' })) // prettier-ignore
    expect(reasons(retired)).toEqual(['ANCESTOR_CONTINUES'])
  })

  test('a KPI may be merged from several and split into several, by statement alone', async () => {
    await draftOf('PMM-PARTS')
    const { id: versionId } = await headOf('PMM-PARTS')
    const merged = await command(editor, lineageSet, statement(versionId, { code: 'TF-05-1', ancestors: ['TF-05-1', 'TF-01-1'], relation: 'MERGED' })) // prettier-ignore
    expect(merged).toMatchObject({ problems: [], lineage: [{ relation: 'MERGED', isBreak: true }, { relation: 'MERGED' }] }) // prettier-ignore

    await command(editor, lineageSet, statement(versionId, { code: 'TF-02-1', ancestors: ['TF-02-1'], relation: 'SPLIT' })) // prettier-ignore
    expect((await headOf('PMM-PARTS')).openProblems).toMatchObject([{ reason: 'SPLIT_ALONE', path: ['TF-02-1', 'lineage'] }]) // prettier-ignore
    await command(editor, lineageSet, statement(versionId, { code: 'TF-02-2', ancestors: ['TF-02-1'], relation: 'SPLIT' })) // prettier-ignore
    expect((await headOf('PMM-PARTS')).openProblems).toMatchObject([{ reason: 'RETIREMENT_UNEXPLAINED', path: ['TF-02-2', 'lineage'] }]) // prettier-ignore
    const ended = await command(editor, lineageSet, statement(versionId, { code: null, ancestors: ['TF-02-2'], relation: 'RETIRED' })) // prettier-ignore
    expect(ended).toMatchObject({ problems: [], lineage: [{ code: null, note: NOTE.fr }] })
    expect((await headOf('PMM-PARTS')).openProblems).toEqual([])
  })

  test('a difference tells what was split and merged as such, and calls neither new nor removed', async () => {
    const document = `query ($from: String!, $to: String!) { frameworkDifference(from: $from, to: $to) {
      counts { added removed changed } nodes { code formerCode change relation fields { field before after } reasons { code ancestorCode isBreak note } } markdown } }`
    const { frameworkDifference: found } = await ask(editor, document, { from: 'PMM-V1-DEMO', to: 'PMM-PARTS' }) // prettier-ignore

    expect(found.counts).toEqual({ added: 0, removed: 1, changed: 3 })
    expect(found.nodes).toMatchObject([
      { code: 'TF-02-1', formerCode: 'TF-02-1', change: 'CHANGED', relation: 'SPLIT', fields: [] },
      { code: 'TF-02-2', formerCode: 'TF-02-1', change: 'CHANGED', relation: 'SPLIT' },
      { code: 'TF-05-1', formerCode: 'TF-05-1', change: 'CHANGED', relation: 'MERGED',
        fields: [{ field: 'code', before: 'TF-01-1, TF-05-1', after: 'TF-05-1' }] },
      { code: null, formerCode: 'TF-02-2', change: 'REMOVED', relation: 'RETIRED',
        reasons: [{ code: null, ancestorCode: 'TF-02-2', isBreak: true, note: NOTE.en }] },
    ]) // prettier-ignore
    expect(found.markdown).toContain(`- The series of TF-02-2 ends. ${NOTE.en}`)
    expect(found.markdown).toMatch(/^### TF-02-1 .*: split$/m)
  })

  test('keeps every statement in the history, and takes one back while nothing else was stated', async () => {
    await draftOf('PMM-UNDO')
    await changeFormula('PMM-UNDO', 'TF-01-1', '100*A/B-50*A/B')
    const { id: versionId } = await headOf('PMM-UNDO')
    const stated = async () => (await kpiOf('PMM-UNDO', 'TF-01-1')).ancestors[0]
    const latest = async () =>
      (await ask(editor, `{ frameworkVersion(code: "PMM-UNDO") { history(node: "TF-01-1", first: 5) { nodes {
        id nodeKind action isUndone fields { field after } viewerCan { undo { allowed } } } } } }`)).frameworkVersion.history.nodes // prettier-ignore
    const undo = run('frameworkChangeUndo', 'FrameworkChangeUndoInput', '')
    const takeBack = async (caller: Caller, change: { id: string }, more = {}) =>
      reasons(await command(caller, undo, { changeId: change.id, ...more }))
    await command(editor, lineageSet, statement(versionId))
    await command(editor, lineageSet, statement(versionId, { comparability: 'WITH_CONVERSION', conversion: 'V/2', note: null, expectedVersion: 1 })) // prettier-ignore

    const [second, first] = await latest()

    expect(second).toMatchObject({ nodeKind: 'LINEAGE', action: 'UPDATE', isUndone: false, viewerCan: { undo: { allowed: true } } }) // prettier-ignore
    expect(second.fields).toContainEqual({ field: 'statement.conversion', after: 'V/2' })
    expect(first).toMatchObject({ nodeKind: 'LINEAGE', action: 'CREATE' })
    expect(await takeBack(editor, first)).toEqual(['CHANGED_SINCE'])
    expect(await takeBack(secondEditor, second)).toEqual(['OF_ANOTHER'])
    expect(await stated()).toMatchObject({ conversion: 'V/2', version: 2 })

    expect(await takeBack(secondEditor, second, { ofAnother: true })).toEqual([])
    expect(await stated()).toMatchObject({ comparability: 'NOT_COMPARABLE', conversion: null, note: NOTE.fr, version: 3 }) // prettier-ignore
    expect(await takeBack(editor, first)).toEqual([])
    expect(await stated()).toMatchObject({ isStated: false, version: 0 })
    expect(await latest()).toMatchObject([{ action: 'UNDO' }, { action: 'UNDO' }, { isUndone: true }, { isUndone: true }, {}]) // prettier-ignore
  })

  test('is stated by methodology editors in a draft, and is not there for others', async () => {
    const draft = await headOf('PMM-PARTS')
    const { id: published } = await headOf('PMM-V1-DEMO')

    expect(await refusalOf(coordinator, lineageSet, statement(draft.id))).toEqual(['WRONG_HAT'])
    expect(await refusalOf(observer, lineageSet, statement(draft.id))).toEqual(['NOT_FOUND'])
    expect(await refusalOf(editor, lineageSet, statement(published))).toEqual(['WRONG_STATE'])
  })
})

describe('the dry run of a version', () => {
  test('tells what a change does to the last released cycle, and is out of date after the next edit', async () => {
    const draft = await draftOf('PMM-DRY')
    await changeFormula('PMM-DRY', 'TF-01-1', '100*A/B-50*A/B')

    const { frameworkVersion: first, problems } = await command(editor, dryRun, { versionId: draft.id, expectedVersion: draft.version }) // prettier-ignore

    expect(problems).toEqual([])
    expect(first.dryRun).toMatchObject({ passed: false, isCurrent: true, counts: { kpis: 51 }, relations: expect.arrayContaining([{ relation: 'SAME', count: 50 }, { relation: 'FORMULA_CHANGED', count: 1 }]) }) // prettier-ignore
    expect(first.dryRun.checks.filter(({ level, passed }: { level: string; passed: boolean }) => level === 'BLOCK' && !passed)).toMatchObject([{ code: 'LINEAGE', problems: [{ reason: 'SERIES_END_UNEXPLAINED' }] }]) // prettier-ignore
    const told = new Map(first.dryRun.checks.map((check: { code: string }) => [check.code, check]))
    expect(told.get('SERIES')).toMatchObject({ level: 'WARN', problems: [{ reason: 'SERIES_RECOMPUTED', path: ['TF-01-1', 'lineage'] }] }) // prettier-ignore
    expect(told.get('REUSE')).toMatchObject({ level: 'WARN', passed: true })
    expect(told.get('CHANGES')).toMatchObject({ level: 'INFO', passed: true })
    expect(first.dryRun.changeLog).toContain('### Formule modifiée\n\n- **TF-01-1**')
    const [kpi] = first.dryRun.impact.kpis
    expect(kpi).toMatchObject({ code: 'TF-01-1', fate: 'RECOMPUTED', comparability: 'NOT_COMPARABLE', answers: { band: '20+' } }) // prettier-ignore
    expect(kpi.reusable).toEqual(kpi.answers)
    expect(kpi.answers.n).toBeGreaterThanOrEqual(20)
    expect(first.dryRun.impact).toMatchObject({ reusableShare: 100, figures: 0, groups: 0 })
    const { changeImpact } = await kpiOf('PMM-DRY', 'TF-01-1')
    expect(changeImpact).toMatchObject({ fate: 'RECOMPUTED', answers: kpi.answers, clients: kpi.clients }) // prettier-ignore

    await changeFormula('PMM-DRY', 'TF-01-1', '100*A/B-75*A/B')
    expect((await headOf('PMM-DRY')).dryRun).toMatchObject({ isCurrent: false })
  })

  test('tells a change of direction, scoring or weight as such, warns of it, and calls it no change of words', async () => {
    const draft = await draftOf('PMM-RESCORED')
    const change = async (code: string, input: object) => {
      const kpi = await kpiOf('PMM-RESCORED', code)
      const done = await command(editor, kpiUpdate, { kpiId: kpi.id, expectedVersion: kpi.version, ...input }) // prettier-ignore
      expect(done).toMatchObject({ problems: [], kpi: { relation: 'REWORDED' } })
    }
    await change('TF-01-3', { direction: 'LOWER', normalisation: { method: 'LINEAR', floor: '100', goal: '0' } }) // prettier-ignore
    await change('RC-01-3', { weight: '2.5' })
    await change('TF-01-2', { name: { en: 'Other words', fr: 'D’autres mots' } })
    await change('TF-02-1', { decimals: 0 })

    const fieldsOf = async (code: string) =>
      (await ask(editor, `{ kpi(version: "PMM-RESCORED", code: "${code}") { ancestors { comparability changedFields } } }`)).kpi.ancestors // prettier-ignore
    expect(await fieldsOf('TF-01-3')).toEqual([{ comparability: 'EDITORIAL', changedFields: ['direction', 'normalisation'] }]) // prettier-ignore
    expect(await fieldsOf('RC-01-3')).toMatchObject([{ changedFields: ['weight'] }])
    expect(await fieldsOf('TF-01-2')).toMatchObject([{ changedFields: ['name'] }])
    expect(await fieldsOf('TF-01-1')).toMatchObject([{ changedFields: [] }])

    const { frameworkVersion } = await command(editor, dryRun, { versionId: draft.id, expectedVersion: draft.version }) // prettier-ignore
    const { checks, changeLog } = frameworkVersion.dryRun
    const told = new Map(checks.map((check: { code: string }) => [check.code, check]))
    expect(told.get('SCORES')).toEqual({ code: 'SCORES', level: 'WARN', passed: false, problems: [
      { reason: 'DIRECTION_CHANGED', path: ['TF-01-3', 'direction'] },
      { reason: 'SCORING_CHANGED', path: ['TF-01-3', 'normalisation'] },
      { reason: 'WEIGHT_CHANGED', path: ['RC-01-3', 'weight'] },
    ] }) // prettier-ignore
    expect(told.get('CHANGES')).toMatchObject({ level: 'INFO', problems: [
      { reason: 'SERIES_CONTINUES', path: ['TF-01-2', 'lineage'] },
      { reason: 'SETTINGS_CHANGED', path: ['TF-02-1', 'lineage'] },
    ] }) // prettier-ignore
    expect(changeLog).toMatch(
      /### Notation modifiée\n\n- \*\*TF-01-3\*\* .* ; sens, notation\n- \*\*RC-01-3\*\* .* ; poids/,
    )
    expect(changeLog.split('### Reformulés')[1]).not.toContain('TF-01-3')
    const { frameworkDifference } = await ask(editor, '{ frameworkDifference(from: "PMM-V1-DEMO", to: "PMM-RESCORED") { markdown } }') // prettier-ignore
    expect(frameworkDifference.markdown).toMatch(/^### TF-01-3 .*: scoring changed$/m)
    expect(frameworkDifference.markdown).toMatch(/^### TF-01-2 .*: reworded$/m)
  })

  test('tells that a KPI or an outcome stands elsewhere, and says nothing of those it passed or took along', async () => {
    const draft = await draftOf('PMM-ELSEWHERE')
    const tree = '{ frameworkVersion(code: "PMM-ELSEWHERE") { dimensions { code id outcomes { code id kpis { code id } } } } }' // prettier-ignore
    const { dimensions } = (await ask(editor, tree)).frameworkVersion
    const outcomes = dimensions.flatMap((each: { outcomes: object[] }) => each.outcomes)
    const outcome = (code: string) => outcomes.find((each: { code: string }) => each.code === code)
    const move = run('frameworkNodeMove', 'FrameworkNodeMoveInput', 'code')
    const [first] = outcome('TF-03').kpis
    const done = await command(editor, move, { nodeId: first.id, expectedVersion: 1, parentId: outcome('RC-01').id, place: 1 }) // prettier-ignore
    const whole = await command(editor, move, { nodeId: outcome('TF-05').id, expectedVersion: 1, parentId: dimensions.at(-1).id, place: 1 }) // prettier-ignore
    expect([done.problems, whole.problems]).toEqual([[], []])

    const { lineage } = (await ask(editor, '{ frameworkVersion(code: "PMM-ELSEWHERE") { lineage { code changedFields } } }')).frameworkVersion // prettier-ignore
    expect(lineage.filter(({ changedFields }: { changedFields: string[] }) => changedFields.length > 0)).toEqual([
      { code: 'TF-05', changedFields: ['dimension'] },
      { code: 'TF-03-1', changedFields: ['outcome'] },
    ]) // prettier-ignore
    const head = await headOf('PMM-ELSEWHERE')
    const { frameworkVersion } = await command(editor, dryRun, { versionId: draft.id, expectedVersion: head.version }) // prettier-ignore
    const { checks, changeLog, impact } = frameworkVersion.dryRun
    expect(checks.find(({ code }: { code: string }) => code === 'SCORES')).toMatchObject({ level: 'WARN', problems: [
      { reason: 'MOVED', path: ['TF-05', 'dimension'] },
      { reason: 'MOVED', path: ['TF-03-1', 'outcome'] },
    ] }) // prettier-ignore
    expect(impact.kpis).toMatchObject([{ code: 'TF-03-1', fate: 'CONTINUES', relation: 'SAME' }])
    expect(changeLog).toMatch(
      /^### Déplacés\n\n- \*\*TF-05\*\* .* ; TF → \w+\n- \*\*TF-03-1\*\* .* ; TF-03 → RC-01/,
    )
  })

  test('counts the clients of a KPI that was there, and none of one that begins', async () => {
    await world().asOwner(({ db }) =>
      sql`insert into api_client (id, name, scopes, created_at, expires_at)
        values (gen_random_uuid(), 'Reads every KPI', '{}', now(), now() + interval '10 years')`.execute(db)) // prettier-ignore
    await draftOf('PMM-FRESH')
    await changeFormula('PMM-FRESH', 'TF-01-1', '100*A/B-50*A/B')
    const found = await ask(editor, `{ frameworkVersion(code: "PMM-FRESH") { id dimensions { outcomes { id } } } }`) // prettier-ignore
    const { id: versionId, dimensions } = found.frameworkVersion
    const words = { en: 'Fresh', fr: 'Nouveau' }
    const create = run('frameworkNodeCreate', 'FrameworkNodeCreateInput', 'code')
    const added = await command(editor, create, { versionId, kind: 'KPI', parentId: dimensions[0].outcomes[0].id, code: 'TF-01-9', name: words, description: words, kpiKind: 'COUNT' }) // prettier-ignore
    expect(added.problems).toEqual([])
    const head = await headOf('PMM-FRESH')

    const { frameworkVersion } = await command(editor, dryRun, { versionId, expectedVersion: head.version }) // prettier-ignore

    const { kpis, clients } = frameworkVersion.dryRun.impact
    const clientsOf = (code: string) => kpis.find((kpi: { code: string }) => kpi.code === code).clients // prettier-ignore
    expect(clients).toBeGreaterThan(0)
    expect(clientsOf('TF-01-1')).toBe(clients)
    expect(clientsOf('TF-01-9')).toBe(0)
  })

  test('what publishing brings about stands in the way of nobody', async () => {
    const draft = await draftOf('PMM-WARNED')

    const { frameworkVersion } = await command(editor, dryRun, { versionId: draft.id, expectedVersion: draft.version }) // prettier-ignore

    expect(frameworkVersion.dryRun.passed).toBe(true)
    const { samples, kpis } = (await ask(editor, '{ frameworkVersion(code: "PMM-WARNED") { kpis { samples { name } } } }').then(({ frameworkVersion: version }) => ({
      kpis: version.kpis.length, samples: version.kpis.filter((kpi: { samples: object[] }) => kpi.samples.length > 0).length,
    }))) // prettier-ignore
    const sampled = frameworkVersion.dryRun.checks.find(({ code }: { code: string }) => code === 'SAMPLED') // prettier-ignore
    expect(sampled).toMatchObject({ level: 'INFO', passed: samples === kpis })
    expect(sampled.problems).toHaveLength(kpis - samples)
    expect(sampled.problems).toContainEqual({
      reason: 'SAMPLE_MISSING',
      path: ['TF-01-1', 'samples'],
    })
    expect(frameworkVersion.dryRun.checks).toContainEqual({
      code: 'OFFICIAL_TEXTS', level: 'WARN', passed: false, problems: expect.arrayContaining([{ reason: 'TEXT_NOT_OFFICIAL', path: ['PMM-WARNED', 'name'] }]),
    }) // prettier-ignore
  })

  test('a formula over another element breaks the series, in numbers told exactly from twenty on', async () => {
    const kpi = await kpiOf('PMM-DRY', 'TF-01-1')
    await world().asOwner(({ db }) =>
      sql`insert into data_element (id, version_id, code, sort, label, description, value_type, unit, nature, origin, is_integer, translation_status, provenance)
        select gen_random_uuid(), version_id, 'DECL_NEW', 999, label, description, value_type, unit, nature, origin, is_integer, translation_status, provenance
          from data_element where code = 'DECL_ELECTRONIC' and version_id = (select id from framework_version where code = 'PMM-DRY')`.execute(db)) // prettier-ignore
    const elements = [
      { symbol: 'A', element: 'DECL_NEW', period: 'T', role: 'NUMERATOR' },
      { symbol: 'B', element: 'DECL_ALL', period: 'T', role: 'DENOMINATOR' },
    ] // prettier-ignore
    const known = await ask(editor, '{ frameworkVersion(code: "PMM-DRY") { dataElements { code } } }') // prettier-ignore
    const all = known.frameworkVersion.dataElements.map(({ code }: { code: string }) => code)
    const whole = all.find((code: string) => code.startsWith('DECL_') && code !== 'DECL_NEW' && code !== 'DECL_ELECTRONIC') // prettier-ignore
    elements[1]!.element = whole
    const changed = await command(editor, kpiUpdate, { kpiId: kpi.id, expectedVersion: kpi.version, formula: '100*A/B', elements }) // prettier-ignore
    expect(changed.problems).toEqual([])

    const { changeImpact } = await kpiOf('PMM-DRY', 'TF-01-1')
    expect(changeImpact).toMatchObject({ fate: 'BREAKS', reusable: { n: 0, band: '0' } })
    const head = await headOf('PMM-DRY')
    const { frameworkVersion } = await command(editor, dryRun, { versionId: head.id, expectedVersion: head.version }) // prettier-ignore
    expect(frameworkVersion.dryRun.impact.administrations).toEqual(changeImpact.answers)
    expect(frameworkVersion.dryRun.impact.reusableShare).toBeLessThan(100)
    const warned = frameworkVersion.dryRun.checks.filter(({ level, passed }: { level: string; passed: boolean }) => level === 'WARN' && !passed) // prettier-ignore
    const reasonsOf = Object.fromEntries(warned.map(({ code, problems }: { code: string; problems: { reason: string }[] }) => [code, problems[0]!.reason])) // prettier-ignore
    expect(reasonsOf).toMatchObject({ REUSE: 'ANSWERS_LOST', SERIES: 'SERIES_BREAKS', EXPORTS: 'FIGURES_LOST', CLIENTS: 'CLIENTS_CONCERNED' }) // prettier-ignore
  })

  test('is for methodology editors; its counts are for no member, whatever they ask', async () => {
    const { id: versionId } = await headOf('PMM-V1-DEMO')

    expect(await refusalOf(coordinator, dryRun, { versionId, expectedVersion: 1 })).toEqual(['WRONG_HAT']) // prettier-ignore
    expect(await refusalOf(observer, dryRun, { versionId, expectedVersion: 1 })).toEqual(['WRONG_HAT']) // prettier-ignore
    expect(await kpiOf('PMM-V1-DEMO', 'TF-01-1', coordinator)).toMatchObject({ changeImpact: null }) // prettier-ignore
  })

  test('content that changes after the dry run is neither approved nor published', async () => {
    const draft = await draftOf('PMM-SEAL')
    const submitted = await command(editor, submit, { versionId: draft.id, expectedVersion: draft.version }) // prettier-ignore
    expect(submitted.problems).toEqual([])
    const tamper = (name: string) =>
      world().asOwner(async ({ db }) => {
        const at = sql`(select id from framework_version where code = 'PMM-SEAL')`
        const { rows } = await sql<{ status: string }>`select status from framework_version where id = ${at}`.execute(db) // prettier-ignore
        await sql`update framework_version set status = 'DRAFT' where id = ${at}`.execute(db)
        await sql`update kpi set name = jsonb_build_object('en', ${name}::text, 'fr', ${name}::text) where code = 'TF-01-1' and version_id = ${at}`.execute(db) // prettier-ignore
        await sql`update framework_version set status = ${rows[0]!.status} where id = ${at}`.execute(db) // prettier-ignore
      })
    const approval = { sessionName: 'Session 12', decidedOn: '2026-11-02', document: 'PMMPT/12' }
    const approved = await command(observer, approve, { versionId: draft.id, expectedVersion: submitted.frameworkVersion.version, ...approval }) // prettier-ignore
    expect(approved.problems).toEqual([])

    await tamper('Written behind the dry run')
    const head = await headOf('PMM-SEAL')
    const refused = await command(secondEditor, publish, { versionId: draft.id, expectedVersion: head.version, councilWaiver: 'Demonstration.' }) // prettier-ignore

    expect(reasons(refused)).toContain('CHECKS_MISSING')
    expect(await headOf('PMM-SEAL')).toMatchObject({ status: 'APPROVED', dryRun: { isCurrent: false } }) // prettier-ignore
  })
})

describe('a published version', () => {
  test('tells anybody its ancestors and descendants with relation and break, and its lineage never changes', async () => {
    const draft = await draftOf('PMM-SUCC')
    await changeFormula('PMM-SUCC', 'TF-01-1', '100*A/B-50*A/B')
    const set = await command(editor, lineageSet, statement(draft.id))
    expect(set.problems).toEqual([])
    const submitted = await command(editor, submit, { versionId: draft.id, expectedVersion: draft.version }) // prettier-ignore
    expect(submitted.problems).toEqual([])
    const approved = await command(observer, approve, { versionId: draft.id, expectedVersion: submitted.frameworkVersion.version, sessionName: 'S', decidedOn: '2026-11-02', document: 'P/1' }) // prettier-ignore
    expect(approved.problems).toEqual([])
    const published = await command(secondEditor, publish, { versionId: draft.id, expectedVersion: approved.frameworkVersion.version, councilWaiver: 'Demonstration.' }) // prettier-ignore
    expect(published.problems).toEqual([])

    const after = await kpiOf('PMM-SUCC', 'TF-01-1', world().nobody())
    expect(after).toMatchObject({ changeImpact: null, ancestors: [{ ancestorCode: 'TF-01-1', relation: 'FORMULA_CHANGED', isBreak: true, note: NOTE.fr, isStated: true }] }) // prettier-ignore
    const before = await kpiOf('PMM-V1-DEMO', 'TF-01-1', world().nobody())
    expect(before.descendants).toMatchObject([{ code: 'TF-01-1', relation: 'FORMULA_CHANGED', isBreak: true, frameworkVersion: { code: 'PMM-SUCC' } }]) // prettier-ignore
    const { rows } = await world().asOwner(({ db }) =>
      sql<{ code: string; goesOn: boolean }>`select k.code, k.series_id = a.series_id as goes_on from kpi k join kpi a on a.id = k.ancestor_id
        join framework_version v on v.id = k.version_id where v.code = 'PMM-SUCC' and k.code in ('TF-01-1', 'TF-02-1') order by k.code`.execute(db)) // prettier-ignore
    expect(rows).toEqual([{ code: 'TF-01-1', goesOn: false }, { code: 'TF-02-1', goesOn: true }]) // prettier-ignore
    await expect(
      world().asOwner(({ db }) =>
        sql`update node_lineage set relation = 'SAME' where version_id = (select id from framework_version where code = 'PMM-SUCC')`.execute(db)), // prettier-ignore
    ).rejects.toThrow('framework version is not a draft')
  })

  test('differs from its base field by field, in data and in both languages; unseen versions have no difference', async () => {
    const document = `query ($from: String!, $to: String!) { frameworkDifference(from: $from, to: $to) {
      counts { added removed changed moved unchanged } steps { code changeNotes(locale: FR) }
      nodes { kind code formerCode change relation fields { field locale before after } reasons { isBreak conversion note(locale: FR) } }
      en: markdown fr: markdown(locale: FR) } }`
    const { frameworkDifference: found } = await ask(world().nobody(), document, { from: 'PMM-V1-DEMO', to: 'PMM-SUCC' }) // prettier-ignore

    expect(found.counts).toMatchObject({ added: 0, removed: 0, changed: 1, moved: 0 })
    expect(found.nodes).toEqual([
      { kind: 'KPI', code: 'TF-01-1', formerCode: 'TF-01-1', change: 'CHANGED', relation: 'FORMULA_CHANGED',
        fields: [{ field: 'formula', locale: null, before: '100*A/B', after: '100*A/B-50*A/B' }],
        reasons: [{ isBreak: true, conversion: null, note: NOTE.fr }] },
    ]) // prettier-ignore
    expect(found.steps).toEqual([{ code: 'PMM-SUCC', changeNotes: 'Un essai.' }])
    expect(found.fr).toContain('(PMM-SUCC)\n\nUn essai.')
    expect(found.fr).toContain(`- Rupture de série : TF-01-1 → TF-01-1. ${NOTE.fr}`)
    expect(found.en).toContain('| Formula | 100\\*A/B | 100\\*A/B-50\\*A/B |')
    expect(found.fr).toContain('| Formule | 100\\*A/B | 100\\*A/B-50\\*A/B |')
    const seen = (caller: Caller, to: string) => ask(caller, document, { from: 'PMM-V1-DEMO', to })
    expect(await seen(world().nobody(), 'PMM-LINE')).toEqual({ frameworkDifference: null })
    expect(await seen(coordinator, 'PMM-LINE')).toEqual({ frameworkDifference: null })
    expect(await seen(observer, 'PMM-LINE')).toEqual({ frameworkDifference: null })
    expect((await seen(editor, 'PMM-LINE')).frameworkDifference.counts.changed).toBe(1)
  })

  test('over several versions a difference keeps the notes of each step and the reason a series broke on the way', async () => {
    const base = await headOf('PMM-SUCC')
    const created = await command(editor, create, {
      baseVersionId: base.id, code: 'PMM-SUCC-2', kind: 'REVISION', changeNotes: { en: 'One more.', fr: 'Encore une.' },
    }) // prettier-ignore
    expect(created.problems).toEqual([])

    const document = `query ($from: String!) { frameworkDifference(from: $from, to: "PMM-SUCC-2") {
      steps { code changeNotes } nodes { code reasons { code isBreak note frameworkVersion { code } } } } }`
    const { frameworkDifference: found } = await ask(editor, document, { from: 'PMM-V1-DEMO' })

    expect(found.steps).toEqual([
      { code: 'PMM-SUCC', changeNotes: 'A test.' },
      { code: 'PMM-SUCC-2', changeNotes: 'One more.' },
    ])
    expect(found.nodes).toEqual([
      { code: 'TF-01-1', reasons: [{ code: 'TF-01-1', isBreak: true, note: NOTE.en, frameworkVersion: { code: 'PMM-SUCC' } }] },
    ]) // prettier-ignore
    // No cycle ran on the version before yet: the last one ran on its own base, whose formula was another one.
    const { dryRun: dry } = (await command(editor, dryRun, { versionId: created.frameworkVersion.id, expectedVersion: created.frameworkVersion.version })).frameworkVersion // prettier-ignore
    expect(dry.impact).toMatchObject({ cycleCode: expect.any(String), kpis: [{ code: 'TF-01-1', relation: 'FORMULA_CHANGED', fate: 'RECOMPUTED', isEarlier: true, answers: { band: '20+' } }] }) // prettier-ignore
    const told = (of: typeof dry, code: string) => of.checks.find((check: { code: string }) => check.code === code) // prettier-ignore
    expect(told(dry, 'SERIES')).toMatchObject({ passed: true })
    expect(told(dry, 'CHANGES')).toMatchObject({ passed: true })
    expect(told(dry, 'CLIENTS')).toMatchObject({ passed: true })
    expect(told(dry, 'EARLIER')).toEqual({ code: 'EARLIER', level: 'INFO', passed: false, problems: [{ reason: 'CHANGED_EARLIER', path: ['TF-01-1'] }] }) // prettier-ignore

    const change = async (code: string, input: object) => {
      const kpi = await kpiOf('PMM-SUCC-2', code)
      const done = await command(editor, kpiUpdate, { kpiId: kpi.id, expectedVersion: kpi.version, ...input }) // prettier-ignore
      expect(done.problems).toEqual([])
    }
    await change('TF-01-1', { name: { en: 'Other words', fr: 'D’autres mots' } })
    await change('TF-01-2', { name: { en: 'New words', fr: 'De nouveaux mots' } })
    const again = async () => {
      const head = await headOf('PMM-SUCC-2')
      return (await command(editor, dryRun, { versionId: head.id, expectedVersion: head.version })).frameworkVersion.dryRun // prettier-ignore
    }
    // The break was published before; the new words are the draft's own and break nothing.
    const reworded = await again()
    expect(reworded.impact.kpis).toMatchObject([{ code: 'TF-01-1', fate: 'RECOMPUTED', isEarlier: true }, { code: 'TF-01-2', fate: 'CONTINUES', isEarlier: false }]) // prettier-ignore
    expect(told(reworded, 'SERIES')).toMatchObject({ passed: true })
    await changeFormula('PMM-SUCC-2', 'TF-01-1', '100*A/B-25*A/B')
    const broken = await again()
    expect(broken.impact.kpis).toMatchObject([{ code: 'TF-01-1', isEarlier: false }, { code: 'TF-01-2', isEarlier: false }]) // prettier-ignore
    expect(told(broken, 'SERIES')).toMatchObject({ passed: false, problems: [{ reason: 'SERIES_RECOMPUTED' }] }) // prettier-ignore
    expect(told(broken, 'EARLIER')).toMatchObject({ passed: true })
    await world().asOwner(({ db }) => sql`alter table release disable trigger user`.execute(db))
    const unreleased = (status: string, was: string) =>
      world().asOwner(({ db }) => sql`update release set status = ${status} where status = ${was}`.execute(db)) // prettier-ignore
    await unreleased('DISCARDED', 'PUBLISHED')
    const blind = await again() // prettier-ignore
    await unreleased('PUBLISHED', 'DISCARDED')
    await world().asOwner(({ db }) => sql`alter table release enable trigger user`.execute(db))
    expect(blind.impact).toMatchObject({ cycleCode: null, reusableShare: null })
    expect(blind.checks).toContainEqual({ code: 'REUSE', level: 'WARN', passed: false, problems: [{ reason: 'NOT_MEASURED', path: [] }] }) // prettier-ignore

    const same = await ask(editor, document, { from: 'PMM-SUCC-2' })
    expect(same.frameworkDifference).toEqual({ steps: [], nodes: [] })
  })

  test('says of what was moved alone that it moved, and nothing of the neighbours it pushed along', async () => {
    await draftOf('PMM-MOVED')
    const tree = `{ frameworkVersion(code: "PMM-MOVED") { dimensions { outcomes { id code kpis { id code } } } } }`
    const [{ outcomes }] = (await ask(editor, tree)).frameworkVersion.dimensions
    const [first, second, ...others] = outcomes
    const last = others.find(({ kpis }: { kpis: object[] }) => kpis.length > 2).kpis.at(-1)
    const move = run('frameworkNodeMove', 'FrameworkNodeMoveInput', 'code')
    const elsewhere = await command(editor, move, { nodeId: first.kpis[0].id, expectedVersion: 1, parentId: second.id, place: 1 }) // prettier-ignore
    const ordered = await command(editor, move, { nodeId: last.id, expectedVersion: 1, place: 1 })
    expect([elsewhere.problems, ordered.problems]).toEqual([[], []])

    const document = `query { frameworkDifference(from: "PMM-V1-DEMO", to: "PMM-MOVED") {
      counts { added removed changed moved } nodes { code isMoved relation fields { field } } markdown } }`
    const { frameworkDifference: found } = await ask(editor, document)

    expect(found.counts).toEqual({ added: 0, removed: 0, changed: 2, moved: 2 })
    expect(found.nodes).toMatchObject([
      { code: elsewhere.code, isMoved: true, relation: 'SAME', fields: [{ field: 'outcome' }] },
      { code: last.code, isMoved: true, relation: 'SAME', fields: [{ field: 'order' }] },
    ])
    expect(found.markdown).toMatch(new RegExp(`^### ${last.code} .*: moved$`, 'm'))
    expect(found.markdown).not.toContain('reworded')
    expect(await kpiOf('PMM-MOVED', elsewhere.code)).toMatchObject({
      relation: 'SAME',
      ancestors: [{ relation: 'SAME', comparability: 'IDENTICAL' }],
    })
  })
})
