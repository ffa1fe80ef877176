import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world'

const world = useWorld()

const HEAD = 'id code status version contentHash viewerCan { publish { allowed code reason } }'
const PROBLEMS = 'problems { code reason path message }'

const VERSION = `query ($code: String!) { frameworkVersion(code: $code) { ${HEAD} openProblems { reason path }
  approvals { body decision voidedAt } reviewRemarks { body nodeCode } } }`
const KPI = `query ($version: String!, $code: String!) { kpi(version: $version, code: $code) {
  id version relation formula name(locale: FR) translationStatus { text state } ancestor { code } elements { symbol element { code } } samples { name expectedValue } } }`

const command = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${PROBLEMS} frameworkVersion { ${HEAD} } } }`

const create = command('frameworkVersionCreate', 'FrameworkVersionCreateInput')
const submit = command('frameworkVersionSubmit', 'FrameworkVersionSubmitInput')
const sendBack = command('frameworkVersionReturn', 'FrameworkVersionReturnInput')
const approve = command('frameworkVersionApprove', 'FrameworkVersionApproveInput')
const recordApproval = command(
  'frameworkVersionApprovalRecord',
  'FrameworkVersionApprovalRecordInput',
)
const publish = command('frameworkVersionPublish', 'FrameworkVersionPublishInput')
const retire = command('frameworkVersionRetire', 'FrameworkVersionRetireInput')
const remark = command('frameworkRemarkAdd', 'FrameworkRemarkAddInput')
const kpiUpdate = `mutation ($input: KpiUpdateInput!) { kpiUpdate(input: $input) { ${PROBLEMS}
  kpi { id version relation formula name(locale: EN) translationStatus { text state } } } }`
const samplesSet = `mutation ($input: KpiSamplesSetInput!) { kpiSamplesSet(input: $input) { ${PROBLEMS} kpi { version samples { name } } } }`

let editor: Caller
let secondEditor: Caller
let officer: Caller
let secondOfficer: Caller
let observer: Caller
let coordinator: Caller

beforeAll(async () => {
  editor = await world().as('METHODOLOGY_EDITOR')
  secondEditor = await world().as('METHODOLOGY_EDITOR', undefined, 1)
  officer = await world().as('CYCLE_OFFICER')
  secondOfficer = await world().as('CYCLE_OFFICER', undefined, 1)
  observer = await world().as('PMMPT_OBSERVER')
  coordinator = await world().as('COORDINATOR')
})

const DEMO = 'PMM-V1-DEMO'

async function headOf(caller: Caller, code: string) {
  const { data, errors } = await caller.query(VERSION, { code })
  expect(errors).toBeUndefined()
  return data.frameworkVersion
}

async function run(caller: Caller, document: string, input: Record<string, unknown>) {
  const { data, errors } = await caller.query(document, { input })
  expect(errors).toBeUndefined()
  return Object.values(data)[0] as any // oxlint-disable-line no-explicit-any
}

const reasonsOf = ({ problems }: { problems: readonly { reason: string }[] }) =>
  problems.map(({ reason }) => reason)

async function draftOf(code: string, kind = 'REVISION') {
  const base = await headOf(editor, DEMO)
  const payload = await run(editor, create, {
    baseVersionId: base.id, code, kind, changeNotes: { en: 'For the test.', fr: 'Pour le test.' },
  }) // prettier-ignore
  expect(payload.problems).toEqual([])
  return payload.frameworkVersion
}

async function kpiOf(caller: Caller, version: string, code: string) {
  const { data } = await caller.query(KPI, { version, code })
  return data.kpi
}

const decision = { sessionName: 'Session 12', decidedOn: '2026-11-02', document: 'PMMPT/12' }

/** Takes a draft up to APPROVED and returns its head as the officer sees it. */
async function approved(code: string) {
  let head = await headOf(editor, code)
  const submitted = await run(editor, submit, { versionId: head.id, expectedVersion: head.version })
  expect(submitted.problems).toEqual([])
  head = await headOf(observer, code)
  const payload = await run(observer, approve, {
    versionId: head.id,
    expectedVersion: head.version,
    ...decision,
  })
  expect(payload.problems).toEqual([])
  return headOf(officer, code)
}

const publishInput = (head: { id: string; version: number }) => ({
  versionId: head.id, expectedVersion: head.version, councilWaiver: 'Demonstration catalogue.',
}) // prettier-ignore

describe('a version from draft to retirement', () => {
  test('passes through the hands of five different persons', async () => {
    const draft = await draftOf('PMM-LIFE')
    expect(draft.status).toBe('DRAFT')

    const kpi = await kpiOf(editor, 'PMM-LIFE', 'TF-01-1')
    expect(kpi).toMatchObject({ relation: 'SAME', ancestor: { code: 'TF-01-1' } })
    const renamed = await run(editor, kpiUpdate, {
      kpiId: kpi.id, expectedVersion: kpi.version, name: { en: 'Electronic declarations', fr: 'Déclarations électroniques' },
    }) // prettier-ignore
    expect(renamed).toMatchObject({ problems: [], kpi: { relation: 'REWORDED', version: 2 } })

    const submitted = await run(editor, submit, {
      versionId: draft.id,
      expectedVersion: draft.version,
    })
    expect(submitted).toMatchObject({ problems: [], frameworkVersion: { status: 'IN_REVIEW' } })
    expect(submitted.frameworkVersion.contentHash).toMatch(/^[0-9a-f]{64}$/)

    const noted = await run(observer, remark, {
      versionId: draft.id,
      nodeCode: 'TF-01-1',
      body: 'Shorter, good.',
    })
    expect(noted.problems).toEqual([])
    const inReview = await headOf(observer, 'PMM-LIFE')
    expect(inReview.reviewRemarks).toEqual([{ body: 'Shorter, good.', nodeCode: 'TF-01-1' }])
    const approval = await run(observer, approve, {
      versionId: draft.id, expectedVersion: inReview.version, ...decision,
    }) // prettier-ignore
    expect(approval).toMatchObject({ problems: [], frameworkVersion: { status: 'APPROVED' } })

    const recorded = await run(officer, recordApproval, {
      versionId: draft.id, expectedVersion: approval.frameworkVersion.version, ...decision, body: 'COUNCIL', decision: 'ENDORSED',
    }) // prettier-ignore
    expect(recorded.problems).toEqual([])
    const published = await run(secondOfficer, publish, {
      versionId: draft.id, expectedVersion: approval.frameworkVersion.version,
    }) // prettier-ignore
    expect(published).toMatchObject({ problems: [], frameworkVersion: { status: 'PUBLISHED' } })

    const anonymous = await headOf(world().nobody(), 'PMM-LIFE')
    expect(anonymous).toMatchObject({ status: 'PUBLISHED', approvals: null, reviewRemarks: null })

    const ending = { versionId: draft.id, expectedVersion: published.frameworkVersion.version }
    const alone = await run(secondEditor, retire, { ...ending, reason: '  ' })
    expect(alone.problems).toMatchObject([
      { code: 'BAD_INPUT', reason: 'TEXT_MISSING', path: ['input', 'reason'] },
      { code: 'CONFLICT', reason: 'IN_FORCE', path: ['input', 'versionId'] },
    ])
    expect(await headOf(world().nobody(), 'PMM-LIFE')).toMatchObject({ status: 'PUBLISHED' })
    await draftOf('PMM-LIFE-2')
    const successor = await run(officer, publish, publishInput(await approved('PMM-LIFE-2')))
    expect(successor.problems).toEqual([])
    const reason = 'Superseded by PMM-LIFE-2.'
    const retired = await run(secondEditor, retire, { ...ending, reason })
    expect(retired).toMatchObject({ problems: [], frameworkVersion: { status: 'RETIRED' } })
    expect(await headOf(world().nobody(), 'PMM-LIFE')).toMatchObject({ status: 'RETIRED' })
    const { reviewRemarks } = await headOf(editor, 'PMM-LIFE')
    expect(reviewRemarks).toContainEqual({ body: reason, nodeCode: null })

    const { rows } = await world().asOwner(({ db }) =>
      sql<{
        action: string
      }>`select action from audit_entry where chain = 'secretariat' and outcome = 'DONE'
        and (object_id = (select id::text from framework_version where code = 'PMM-LIFE') or action = 'kpiUpdate') order by seq`.execute(
        db,
      ),
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'frameworkVersionCreate',
      'kpiUpdate',
      'frameworkVersionSubmit',
      'frameworkRemarkAdd',
      'frameworkVersionApprove',
      'frameworkVersionApprovalRecord',
      'frameworkVersionPublish',
      'frameworkVersionRetire',
    ])
  })

  test('the version an open cycle is bound to cannot be retired', async () => {
    const head = await headOf(editor, DEMO)

    const refused = await run(editor, retire, {
      versionId: head.id,
      expectedVersion: head.version,
      reason: 'Old.',
    })

    expect(reasonsOf(refused)).toContain('CYCLE_RUNNING')
  })

  test('no decision is older than the submission it decides on, or still to come', async () => {
    await draftOf('PMM-DATED')
    const head = await headOf(editor, 'PMM-DATED')
    const sent = await run(editor, submit, { versionId: head.id, expectedVersion: head.version })
    expect(sent.problems).toEqual([])
    const { version: expectedVersion } = await headOf(observer, 'PMM-DATED')
    const dated = (decidedOn: string) =>
      run(observer, approve, { versionId: head.id, expectedVersion, ...decision, decidedOn })
    const path = ['input', 'decidedOn']

    for (const day of ['1912-04-15', '2026-11-01']) {
      expect((await dated(day)).problems).toMatchObject([{ code: 'BAD_INPUT', reason: 'DATE_BEFORE_SUBMISSION', path }]) // prettier-ignore
    }
    expect((await dated('2026-11-03')).problems).toMatchObject([{ reason: 'DATE_IN_FUTURE', path }])
    const approval = await dated('2026-11-02')
    expect(approval.problems).toEqual([])
    const council = await run(officer, recordApproval, {
      versionId: head.id, expectedVersion: approval.frameworkVersion.version, ...decision, decidedOn: '1912-04-15',
      body: 'COUNCIL', decision: 'ENDORSED',
    }) // prettier-ignore
    expect(council.problems).toMatchObject([{ reason: 'DATE_BEFORE_SUBMISSION', path }])
    expect((await headOf(editor, 'PMM-DATED')).approvals).toHaveLength(1)
  })

  test('a return voids the approvals, keeps them in the history and hides the draft from the PMMPT', async () => {
    await draftOf('PMM-BACK')
    const head = await approved('PMM-BACK')

    const returned = await run(observer, sendBack, {
      versionId: head.id, expectedVersion: head.version, reason: 'The weights are open.',
    }) // prettier-ignore

    expect(returned).toMatchObject({ problems: [], frameworkVersion: null })
    expect(await headOf(observer, 'PMM-BACK')).toBeNull()
    const draft = await headOf(editor, 'PMM-BACK')
    expect(draft.status).toBe('DRAFT')
    expect(draft.approvals).toEqual([
      { body: 'PMMPT', decision: 'APPROVED', voidedAt: expect.any(String) },
    ])
    expect(draft.reviewRemarks).toEqual([{ body: 'The weights are open.', nodeCode: null }])
    const again = await approved('PMM-BACK')
    expect(again.status).toBe('APPROVED')
  })
})

describe('guidance for reviewers and the highest level', () => {
  const ASKED = `query ($version: String!) { kpi(version: $version, code: "TF-01-2") {
    id version relation reviewGuidance(locale: FR) maxDisclosureLevel } }`
  const UPDATE = `mutation ($input: KpiUpdateInput!) { kpiUpdate(input: $input) { ${PROBLEMS}
    kpi { version relation reviewGuidance(locale: EN) maxDisclosureLevel } } }`
  const asked = async (caller: Caller, version: string) =>
    (await caller.query(ASKED, { version })).data.kpi

  test('are written in a draft, carried into the next, and taken out again', async () => {
    await draftOf('PMM-GUIDED')
    const before = await asked(editor, 'PMM-GUIDED')
    expect(before).toMatchObject({
      relation: 'SAME',
      reviewGuidance: null,
      maxDisclosureLevel: 'PUBLIC',
    })

    const written = await run(editor, UPDATE, {
      kpiId: before.id, expectedVersion: before.version, maxDisclosureLevel: 'WCO',
      guidance: { en: 'Ask for the log.', fr: 'Demandez le journal.' },
    }) // prettier-ignore
    expect(written).toMatchObject({
      problems: [],
      kpi: {
        relation: 'REWORDED',
        reviewGuidance: 'Ask for the log.',
        maxDisclosureLevel: 'WCO',
      },
    })
    const head = await approved('PMM-GUIDED')
    const published = await run(officer, publish, publishInput(head))
    expect(published.problems).toEqual([])

    const reviewer = await world().as('REVIEWER')
    const contributor = await world().as('CONTRIBUTOR')
    expect(await asked(reviewer, 'PMM-GUIDED')).toMatchObject({
      reviewGuidance: 'Demandez le journal.',
      maxDisclosureLevel: 'WCO',
    })
    expect(await asked(contributor, 'PMM-GUIDED')).toMatchObject({
      reviewGuidance: null,
      maxDisclosureLevel: 'WCO',
    })
    expect(await asked(world().nobody(), 'PMM-GUIDED')).toMatchObject({
      reviewGuidance: null,
      maxDisclosureLevel: null,
    })

    const copy = await run(editor, create, {
      baseVersionId: head.id, code: 'PMM-GUIDED-2', kind: 'REVISION', changeNotes: { en: 'Next.', fr: 'Suite.' },
    }) // prettier-ignore
    expect(copy.problems).toEqual([])
    const carried = await asked(editor, 'PMM-GUIDED-2')
    expect(carried).toMatchObject({
      relation: 'SAME',
      reviewGuidance: 'Demandez le journal.',
      maxDisclosureLevel: 'WCO',
    })
    const removed = await run(editor, UPDATE, {
      kpiId: carried.id,
      expectedVersion: carried.version,
      guidance: null,
    })
    expect(removed.kpi).toMatchObject({ relation: 'REWORDED', reviewGuidance: null })
  })

  test('the help on measuring is for everybody once published, belongs to the hash, and is taken out again', async () => {
    const HELP = `query ($version: String!) { kpi(version: $version, code: "TF-01-2") {
      id version relation methodologyHelp(locale: FR) methodologyHelpLocale(locale: FR) } }`
    const WRITE = `mutation ($input: KpiUpdateInput!) { kpiUpdate(input: $input) { ${PROBLEMS} kpi { version relation methodologyHelp } } }`
    const help = async (caller: Caller, version: string) =>
      (await caller.query(HELP, { version })).data.kpi
    const hash = async (code: string) =>
      (await editor.query(`{ frameworkVersion(code: "${code}") { contentHash } }`)).data
        .frameworkVersion.contentHash
    await draftOf('PMM-HELP')
    const before = await help(editor, 'PMM-HELP')
    expect(before).toMatchObject({ relation: 'SAME', methodologyHelpLocale: 'FR' })

    const headless = await run(editor, WRITE, {
      kpiId: before.id, expectedVersion: before.version, methodologyHelp: { en: ' ', fr: 'Comptez.' },
    }) // prettier-ignore
    expect(headless.problems).toMatchObject([{ reason: 'TEXT_MISSING', path: ['input', 'methodologyHelp', 'en'] }]) // prettier-ignore
    const written = await run(editor, WRITE, {
      kpiId: before.id, expectedVersion: before.version,
      methodologyHelp: { en: 'Count each element once.', fr: 'Comptez chaque élément une fois.' },
    }) // prettier-ignore
    expect(written).toMatchObject({ problems: [], kpi: { relation: 'REWORDED', methodologyHelp: 'Count each element once.' } }) // prettier-ignore
    expect(await help(world().nobody(), 'PMM-HELP')).toBeNull()
    const head = await approved('PMM-HELP')
    expect((await run(officer, publish, publishInput(head))).problems).toEqual([])
    expect(await help(world().nobody(), 'PMM-HELP')).toMatchObject({
      methodologyHelp: 'Comptez chaque élément une fois.',
      methodologyHelpLocale: 'FR',
    })

    const copy = await run(editor, create, {
      baseVersionId: head.id, code: 'PMM-HELP-2', kind: 'REVISION', changeNotes: { en: 'Next.', fr: 'Suite.' },
    }) // prettier-ignore
    expect(copy.problems).toEqual([])
    const carried = await help(editor, 'PMM-HELP-2')
    expect(carried).toMatchObject({ relation: 'SAME', methodologyHelp: 'Comptez chaque élément une fois.' }) // prettier-ignore
    const removed = await run(editor, WRITE, { kpiId: carried.id, expectedVersion: carried.version, methodologyHelp: null }) // prettier-ignore
    expect(removed.kpi).toMatchObject({ relation: 'REWORDED', methodologyHelp: null })
    const without = await approved('PMM-HELP-2')
    expect(await hash('PMM-HELP-2')).toBe(without.contentHash ?? (await hash('PMM-HELP-2')))
    expect(await hash('PMM-HELP-2')).not.toBe(await hash('PMM-HELP'))
  })

  test('belong to the content that is approved', async () => {
    await draftOf('PMM-GUIDANCE-TAMPERED')
    const head = await approved('PMM-GUIDANCE-TAMPERED')
    await world().asOwner(async ({ db }) => {
      await sql`alter table kpi_guidance disable trigger kpi_guidance_content_guard`.execute(db)
      await sql`insert into kpi_guidance (kpi_id, version_id, body)
        select k.id, k.version_id, '{"en":"Look away.","fr":"Fermez les yeux."}' from kpi k
        join framework_version v on v.id = k.version_id
        where v.code = 'PMM-GUIDANCE-TAMPERED' and k.code = 'TF-01-2'`.execute(db)
      await sql`alter table kpi_guidance enable trigger kpi_guidance_content_guard`.execute(db)
    })

    const refused = await run(officer, publish, publishInput(head))

    expect(reasonsOf(refused)).toContain('CONTENT_CHANGED')
  })

  test('of a draft may lack no translation', async () => {
    const draft = await draftOf('PMM-GUIDANCE-EN')
    const kpi = await asked(editor, 'PMM-GUIDANCE-EN')
    await run(editor, UPDATE, {
      kpiId: kpi.id,
      expectedVersion: kpi.version,
      guidance: { en: 'Ask for the log.' },
    })

    const refused = await run(editor, submit, {
      versionId: draft.id,
      expectedVersion: draft.version,
    })

    expect(refused.problems).toMatchObject([
      { reason: 'TEXT_MISSING', path: ['TF-01-2', 'guidance'] },
    ])
  })
})

describe('separation of duties', () => {
  test('who submitted a version does not publish it', async () => {
    await draftOf('PMM-SAME-HAND')
    const head = await approved('PMM-SAME-HAND')

    const refused = await run(editor, publish, publishInput(head))

    expect(refused.problems).toMatchObject([{ code: 'FORBIDDEN', reason: 'SECOND_PERSON' }])
    const own = await headOf(editor, 'PMM-SAME-HAND')
    expect(own).toMatchObject({
      status: 'APPROVED',
      viewerCan: { publish: { allowed: false, code: 'SECOND_PERSON' } },
    })
    expect(head.viewerCan.publish.allowed).toBe(true)
  })

  test('publishing waits for the Council, unless a reason is recorded', async () => {
    await draftOf('PMM-COUNCIL')
    const head = await approved('PMM-COUNCIL')

    const refused = await run(officer, publish, {
      versionId: head.id,
      expectedVersion: head.version,
    })
    expect(reasonsOf(refused)).toEqual(['COUNCIL_ENDORSEMENT_MISSING'])

    const done = await run(officer, publish, publishInput(head))
    expect(done.problems).toEqual([])
    const { approvals } = await headOf(editor, 'PMM-COUNCIL')
    expect(approvals).toContainEqual({ body: 'COUNCIL', decision: 'WAIVED', voidedAt: null })
  })

  test('content changed behind an approval is not published', async () => {
    await draftOf('PMM-TAMPERED')
    const head = await approved('PMM-TAMPERED')
    await world().asOwner(({ db }) =>
      sql`update framework_version set change_notes = '{"en":"Other","fr":"Autre"}' where code = 'PMM-TAMPERED'`.execute(
        db,
      ),
    )

    const refused = await run(officer, publish, publishInput(head))

    expect(reasonsOf(refused)).toContain('CONTENT_CHANGED')
  })

  test('members and strangers cannot use the commands at all', async () => {
    for (const [caller, code] of [
      [coordinator, 'FORBIDDEN'],
      [world().nobody(), 'UNAUTHENTICATED'],
    ] as const) {
      const { errors } = await caller.query(create, {
        input: { baseVersionId: 'x', code: 'PMM-X', kind: 'REVISION' },
      })
      expect(errors?.[0]?.extensions.code).toBe(code)
    }
  })
})

describe('submitting a draft', () => {
  test('is refused with every problem at once', async () => {
    const draft = await draftOf('PMM-BROKEN')
    const name = await kpiOf(editor, 'PMM-BROKEN', 'TF-01-1')
    await run(editor, kpiUpdate, {
      kpiId: name.id,
      expectedVersion: name.version,
      name: { en: 'New words' },
    })
    const tested = await kpiOf(editor, 'PMM-BROKEN', 'TF-01-2')
    const set = await run(editor, samplesSet, {
      kpiId: tested.id,
      expectedVersion: tested.version,
      samples: [
        { name: 'right', values: [{ symbol: 'A', value: '981' }, { symbol: 'B', value: '1000' }], expectedState: 'REPORTED', expectedValue: '98.1' },
        { name: 'wrong', values: [{ symbol: 'A', value: '1' }, { symbol: 'B', value: '2' }], expectedState: 'REPORTED', expectedValue: '49' },
        { name: 'empty', values: [{ symbol: 'A', value: '1' }, { symbol: 'B', value: '0' }], expectedState: 'NOT_COMPUTABLE' },
      ],
    }) // prettier-ignore
    expect(set.problems).toEqual([])
    const figures = { name: 'long', values: [{ symbol: 'A', value: '1'.repeat(31) }, { symbol: 'B', value: '1,5' }], expectedState: 'REPORTED', expectedValue: '1e3' } // prettier-ignore
    const long = await run(editor, samplesSet, { kpiId: tested.id, expectedVersion: set.kpi.version, samples: [figures] }) // prettier-ignore
    expect(long.problems).toMatchObject([
      { reason: 'BAD_FIGURE', path: ['input', 'samples', '0', 'values', '0', 'value'] },
      { reason: 'BAD_FIGURE', path: ['input', 'samples', '0', 'values', '1', 'value'] },
      { reason: 'BAD_FIGURE', path: ['input', 'samples', '0', 'expectedValue'] },
    ])

    const refused = await run(editor, submit, {
      versionId: draft.id,
      expectedVersion: draft.version,
    })

    expect(refused.problems).toMatchObject([
      { reason: 'SAMPLE_FAILS', path: ['TF-01-2', 'wrong'] },
      { reason: 'TRANSLATION_OUTDATED', path: ['TF-01-1', 'name'] },
    ])
    const head = await headOf(editor, 'PMM-BROKEN')
    expect(head).toMatchObject({
      status: 'DRAFT',
      openProblems: refused.problems.map(
        ({ reason, path }: { reason: string; path: string[] }) => ({ reason, path }),
      ),
    })
  })

  test('an erratum mends words, not measurements', async () => {
    const draft = await draftOf('PMM-ERRATUM', 'ERRATUM')
    const kpi = await kpiOf(editor, 'PMM-ERRATUM', 'TF-01-1')
    const changed = await run(editor, kpiUpdate, {
      kpiId: kpi.id,
      expectedVersion: kpi.version,
      formula: '100*A/B-50*A/B',
    })
    expect(changed.kpi.relation).toBe('FORMULA_CHANGED')

    const refused = await run(editor, submit, {
      versionId: draft.id,
      expectedVersion: draft.version,
    })

    expect(refused.problems).toMatchObject([{ reason: 'NOT_AN_ERRATUM', path: ['TF-01-1'] }])
  })
})

describe('changing a KPI', () => {
  test('of a stale version shows the present content beside what was sent', async () => {
    await draftOf('PMM-STALE')
    const kpi = await kpiOf(editor, 'PMM-STALE', 'TF-01-1')
    await run(editor, kpiUpdate, { kpiId: kpi.id, expectedVersion: 1, formula: '100*A/B+100*A/B' })

    const refused = await run(editor, kpiUpdate, {
      kpiId: kpi.id,
      expectedVersion: 1,
      formula: '100*A/B+200*A/B',
    })

    expect(refused.problems).toMatchObject([{ code: 'CONFLICT', reason: 'STALE_VERSION' }])
    expect(refused.kpi).toMatchObject({ version: 2, formula: '100*A/B+100*A/B' })
  })

  test('names every problem and its place, and changes nothing', async () => {
    await draftOf('PMM-WRONG')
    const kpi = await kpiOf(editor, 'PMM-WRONG', 'TF-01-1')

    const refused = await run(editor, kpiUpdate, {
      kpiId: kpi.id, expectedVersion: 1, formula: '100*A/', decimals: 9, weight: '-1',
      elements: [{ symbol: 'A', element: 'NOWHERE', period: 'T', role: 'VALUE' }],
      normalisation: { method: 'LINEAR', floor: '5', goal: '5' },
    }) // prettier-ignore

    expect(reasonsOf(refused)).toEqual(
      expect.arrayContaining([
        'UNKNOWN_ELEMENT',
        'BAD_WEIGHT',
        'BAD_NORMALISATION',
        'BAD_DECIMALS',
        'EXPECTED_OPERAND',
      ]),
    )
    expect(await kpiOf(editor, 'PMM-WRONG', 'TF-01-1')).toMatchObject({
      version: 1,
      formula: '100*A/B',
    })
  })

  test('of a published version is refused for every hat, and there is nothing behind a made-up id', async () => {
    const kpi = await kpiOf(editor, DEMO, 'TF-01-1')
    const edit = (caller: Caller, kpiId: string) =>
      run(caller, kpiUpdate, { kpiId, expectedVersion: 1, formula: '100*A/B-99*A/B' })

    expect((await edit(editor, kpi.id)).problems).toMatchObject([
      { code: 'CONFLICT', reason: 'WRONG_STATE' },
    ])
    for (const caller of [officer, observer]) {
      expect((await edit(caller, kpi.id)).problems).toMatchObject([
        { code: 'FORBIDDEN', reason: 'WRONG_HAT' },
      ])
    }
    for (const id of ['nonsense', Buffer.from('KPabcdefghijklmnop').toString('base64url')]) {
      expect((await edit(editor, id)).problems).toMatchObject([{ code: 'NOT_FOUND' }])
    }
  })

  test('of a draft the PMMPT may not see yet answers as if it were not there', async () => {
    await draftOf('PMM-HIDDEN')
    const kpi = await kpiOf(editor, 'PMM-HIDDEN', 'TF-01-1')
    expect(await kpiOf(observer, 'PMM-HIDDEN', 'TF-01-1')).toBeNull()

    const refused = await run(observer, kpiUpdate, {
      kpiId: kpi.id,
      expectedVersion: 1,
      formula: 'A',
    })

    expect(refused.problems).toMatchObject([{ code: 'NOT_FOUND' }])
  })
})

describe('published content', () => {
  test('does not change under SQL either, whatever the role', async () => {
    const { database } = world()
    const statements = [
      sql`update kpi set formula = 'A' where code = 'TF-01-1' and version_id = (select id from framework_version where code = ${DEMO})`,
      sql`delete from dimension where version_id = (select id from framework_version where code = ${DEMO})`,
      sql`update framework_version set name = '{}' where code = ${DEMO}`,
    ]
    for (const statement of statements) {
      await expect(world().asOwner(({ db }) => statement.execute(db))).rejects.toMatchObject({
        code: 'PM002',
      })
      for (const hat of ['E', 'O', 'B', 'D', 'N', '']) {
        const touched = await database
          .write({ role: 'pmm_app', settings: { hat } }, ({ db }) => statement.execute(db))
          .then(
            (result) => Number(result.numAffectedRows ?? 0),
            (error: { code?: string }) => error.code,
          )
        expect([0, 'PM002']).toContain(touched)
      }
    }
  })

  test('is told whole to anybody without a data statement', async () => {
    const tree = `{ frameworkVersion(code: "${DEMO}") { code provenance { status } dimensions { code name(locale: FR)
      outcomes { code name sdgs { goal } instruments { code } kpis { code name nameLocale(locale: FR) formulaInWords formulaTree
        elements { symbol period element { code label unit } } normalisation { method floor goal } } } }
      viewerCan { publish { allowed } } } }`

    let answer: Awaited<ReturnType<Caller['query']>> | undefined
    const statements = await world().database.counter.during(async () => {
      answer = await world().nobody().query(tree)
    })

    expect(statements).toBe(0)
    expect(answer?.errors).toBeUndefined()
    const { dimensions } = (answer!.data as any).frameworkVersion // oxlint-disable-line no-explicit-any
    expect(dimensions).toHaveLength(4)
    expect(
      dimensions.flatMap((dimension: { outcomes: object[] }) => dimension.outcomes),
    ).toHaveLength(23)
  })
})

describe('the formula bench', () => {
  const bench = `query ($input: FormulaCheckInput!) { formulaCheck(input: $input) { problems { code start end message }
    symbols unit words results { name state value reasonCode missing } } }`
  const elements = [
    { symbol: 'A', element: 'DECL_ELECTRONIC', period: 'T', role: 'NUMERATOR' },
    { symbol: 'B', element: 'DECL_ALL', period: 'T', role: 'DENOMINATOR' },
  ]

  test('computes samples, missing figures and a zero denominator as the real figures are', async () => {
    const { data } = await editor.query(bench, {
      input: {
        version: DEMO, formula: '100*A/B', elements, unit: '%',
        samples: [
          { name: 'usual', values: [{ symbol: 'A', value: '981' }, { symbol: 'B', value: '1000' }] },
          { name: 'open', values: [{ symbol: 'A', value: '981' }] },
          { name: 'zero', values: [{ symbol: 'A', value: '1' }, { symbol: 'B', value: '0' }] },
        ],
      },
    }) // prettier-ignore

    expect(data.formulaCheck).toMatchObject({
      problems: [],
      symbols: ['A', 'B'],
      results: [
        { state: 'REPORTED', value: '98.1' },
        { state: 'PENDING', value: null, missing: ['B'] },
        { state: 'NOT_COMPUTABLE', reasonCode: 'DENOMINATOR_ZERO' },
      ],
    })
  })

  test('names a value to be scored that is no figure', async () => {
    const scoring = `query ($input: ScoringCheckInput!) { scoringCheck(input: $input) { problems { reason path } table { value } } }` // prettier-ignore
    const normalisation = { method: 'LINEAR', floor: '0', goal: '100' }

    const { data } = await editor.query(scoring, {
      input: { version: DEMO, kpi: 'TF-01-1', direction: 'HIGHER', weight: '1', normalisation, values: ['50', 'abc'] },
    }) // prettier-ignore

    expect(data.scoringCheck).toEqual({
      problems: [{ reason: 'BAD_FIGURE', path: ['values', '1'] }],
      table: [],
    })
  })

  test('names the place of a sample figure that is none', async () => {
    const samples = [{ name: 'long', values: [{ symbol: 'A', value: '1' }, { symbol: 'B', value: '1e3' }] }] // prettier-ignore

    const { errors } = await editor.query(bench, {
      input: { version: DEMO, formula: '100*A/B', elements, samples },
    })

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', reason: 'BAD_FIGURE' })
    expect(errors?.[0]?.message).toContain('samples.0.values.1.value')
  })

  test('says exactly where a formula is wrong, and is for methodology editors only', async () => {
    const input = { version: DEMO, formula: '100*A/C', elements, locale: 'FR' }

    const { data } = await editor.query(bench, { input })
    expect(data.formulaCheck.problems).toMatchObject([{ code: 'UNKNOWN_SYMBOL', start: 6, end: 7 }])
    expect(data.formulaCheck.problems[0].message).toContain('lié')

    const refused = await officer.query(bench, { input })
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'WRONG_HAT',
    })
  })
})
