/* oxlint-disable typescript/no-explicit-any -- answers of many shapes are read by their fields. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../../tests/setup/world'

const world = useWorld()

const PROBLEMS = 'problems { code reason path }'
const PROPOSAL = `id code kind title rationale locale principle status version author { name } decidedBy { name } decisionReason
  nodes { code type name(locale: FR) } aboutVersion { code } implementedIn { code } commentCount
  comments { body locale author { name hat } }
  viewerCan { comment { allowed code } decide { allowed code } withdraw { allowed code } implement { allowed code } }`
const command = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${PROBLEMS} changeProposal { ${PROPOSAL} } } }`
const create = command('changeProposalCreate', 'ChangeProposalCreateInput')
const comment = command('changeProposalComment', 'ChangeProposalCommentInput')
const decide = command('changeProposalDecide', 'ChangeProposalDecideInput')
const withdraw = command('changeProposalWithdraw', 'ChangeProposalWithdrawInput')
const implement = command('changeProposalImplement', 'ChangeProposalImplementInput')
const LIST = `query ($first: Int, $after: String, $status: ChangeProposalStatus, $kind: ChangeProposalKind, $node: String,
    $search: String, $isMine: Boolean, $orderBy: ChangeProposalOrder, $version: String) {
  changeProposals(first: $first, after: $after, status: $status, kind: $kind, node: $node, search: $search, isMine: $isMine,
    orderBy: $orderBy, version: $version) { totalCount nodes { code title } pageInfo { hasNextPage endCursor } } }`

const DEMO = 'PMM-V1-DEMO'

let editor: Caller
let officer: Caller
let observer: Caller
let demoId: string

async function run(caller: Caller, document: string, input: Record<string, unknown>) {
  const { data, errors } = await caller.query<any>(document, { input })
  expect(errors).toBeUndefined()
  return Object.values(data)[0] as any
}

const proposal = (more: object = {}) => ({
  versionId: demoId, kind: 'REVISION', principle: 'QUALITY', title: 'Count postal declarations apart',
  rationale: 'Post is declared in other ways.', locale: 'EN', nodeCodes: ['TF-01-1', 'TF-01'], ...more,
}) // prettier-ignore

async function proposed(by: Caller, more: object = {}) {
  const { problems, changeProposal } = await run(by, create, proposal(more))
  expect(problems).toEqual([])
  return changeProposal
}

const step = ({ id, version }: { id: string; version: number }, more: object = {}) => ({
  proposalId: id, expectedVersion: version, ...more,
}) // prettier-ignore

const reasonsOf = ({ problems }: { problems: { reason: string }[] }) =>
  problems.map(({ reason }) => reason)

async function codesOf(caller: Caller, variables: object = {}) {
  const { data, errors } = await caller.query<any>(LIST, variables as Record<string, unknown>)
  expect(errors).toBeUndefined()
  return data.changeProposals
}

async function draft(code: string) {
  const { data } = await editor.query<any>(
    `mutation ($input: FrameworkVersionCreateInput!) { frameworkVersionCreate(input: $input) { frameworkVersion { id code } } }`,
    { input: { baseVersionId: demoId, code, kind: 'REVISION' } },
  )
  return data.frameworkVersionCreate.frameworkVersion
}

beforeAll(async () => {
  editor = await world().as('METHODOLOGY_EDITOR')
  officer = await world().as('CYCLE_OFFICER')
  observer = await world().as('PMMPT_OBSERVER')
  const { data } = await editor.query<any>(`{ frameworkVersion(code: "${DEMO}") { id } }`)
  demoId = data.frameworkVersion.id
})

describe('a proposal', () => {
  test('gets its code from the server, one after another', async () => {
    const first = await proposed(editor)
    const second = await proposed(officer)

    expect(first).toMatchObject({
      status: 'OPEN',
      aboutVersion: { code: DEMO },
      nodes: [
        { code: 'TF-01-1', type: 'Kpi', name: 'Taux de déclarations électroniques' },
        { code: 'TF-01', type: 'ExpectedOutcome' },
      ],
    })
    expect(Number(second.code.slice(3))).toBe(Number(first.code.slice(3)) + 1)
  })

  test('is refused with every problem at once', async () => {
    const answer = await run(editor, create, proposal({ title: ' ', rationale: 'x'.repeat(4001), nodeCodes: ['TF-01', 'NOTHING'] })) // prettier-ignore

    expect(answer.problems.map(({ reason, path }: any) => [reason, path[1]])).toEqual([
      ['TEXT_MISSING', 'title'],
      ['TEXT_TOO_LONG', 'rationale'],
      ['UNKNOWN_CODE', 'nodeCodes'],
    ])
  })

  test('is discussed, accepted by the PMMPT and carried out by a later version', async () => {
    const own = await proposed(editor)
    await run(officer, comment, { proposalId: own.id, body: 'Reste à voir.', locale: 'FR' })
    const { changeProposal: discussed } = await run(observer, comment, {
      proposalId: own.id, body: 'Agreed.', locale: 'EN',
    }) // prettier-ignore
    expect(discussed.comments.map(({ body, locale }: any) => [body, locale])).toEqual([
      ['Reste à voir.', 'FR'],
      ['Agreed.', 'EN'],
    ])

    const { problems, changeProposal: accepted } = await run(
      observer,
      decide,
      step(own, { decision: 'ACCEPTED', reason: 'It can be measured.' }),
    )
    expect(problems).toEqual([])
    expect(accepted).toMatchObject({ status: 'ACCEPTED', decisionReason: 'It can be measured.' })

    const early = await run(editor, implement, step(accepted, { versionId: demoId }))
    expect(reasonsOf(early)).toEqual(['NOT_LATER'])
    const next = await draft('CP-DRAFT')
    const done = await run(editor, implement, step(accepted, { versionId: next.id }))
    expect(done.changeProposal).toMatchObject({ status: 'IMPLEMENTED', implementedIn: { code: 'CP-DRAFT' } }) // prettier-ignore

    const { data } = await editor.query<any>(`{ frameworkVersion(code: "CP-DRAFT") { implementedProposals { code } } }`) // prettier-ignore
    expect(data.frameworkVersion.implementedProposals).toEqual([{ code: own.code }])
    // The PMMPT does not see drafts; neither does it by way of a proposal.
    const seen = await observer.query<any>(`{ changeProposal(code: "${own.code}") { status implementedIn { code } } }`) // prettier-ignore
    expect(seen.data.changeProposal).toEqual({ status: 'IMPLEMENTED', implementedIn: null })
  })

  test('is decided on by another person than its author, once, with a reason', async () => {
    const own = await proposed(observer)
    const decision = { decision: 'REJECTED', reason: 'Series would break.' }

    expect(own.viewerCan.decide).toEqual({ allowed: false, code: 'SECOND_PERSON' })
    expect(reasonsOf(await run(observer, decide, step(own, decision)))).toEqual(['SECOND_PERSON'])

    const foreign = await proposed(editor)
    expect(reasonsOf(await run(observer, decide, step(foreign, { ...decision, reason: '' })))).toEqual(['TEXT_MISSING']) // prettier-ignore
    const { changeProposal } = await run(observer, decide, step(foreign, decision))
    expect(changeProposal.status).toBe('REJECTED')
    expect(reasonsOf(await run(observer, decide, step(changeProposal, decision)))).toEqual(['WRONG_STATE']) // prettier-ignore
    expect(reasonsOf(await run(editor, comment, { proposalId: foreign.id, body: 'But.', locale: 'EN' }))).toEqual(['WRONG_STATE']) // prettier-ignore
  })

  test('is taken back by its author alone, while it is open', async () => {
    const own = await proposed(editor)

    expect(reasonsOf(await run(officer, withdraw, step(own)))).toEqual(['NOT_YOURS'])
    expect(reasonsOf(await run(editor, withdraw, { ...step(own), expectedVersion: 9 }))).toEqual(['STALE_VERSION']) // prettier-ignore
    const { changeProposal } = await run(editor, withdraw, step(own))
    expect(changeProposal.status).toBe('WITHDRAWN')
    expect(reasonsOf(await run(editor, withdraw, step(changeProposal)))).toEqual(['WRONG_STATE'])
  })

  test('says for ever what it said, whoever writes to the table', async () => {
    const own = await proposed(editor)
    const writing = world().asOwner(({ db }) =>
      sql`update change_proposal set title = 'Forged' where code = ${own.code}`.execute(db),
    )

    await expect(writing).rejects.toMatchObject({ code: 'PM002' })
  })
})

describe('the list of proposals', () => {
  test('is filtered, ordered and paged', async () => {
    const marked = ['Zones franches', 'Évaluer les aéroports', 'Entrepôts'].map((title) => ({ title, kind: 'REMOVAL', nodeCodes: ['EP-02'], locale: 'FR' })) // prettier-ignore
    for (const each of marked) await proposed(officer, each)

    const byTitle = await codesOf(editor, { kind: 'REMOVAL', node: 'EP-02', orderBy: 'TITLE' })
    expect(byTitle.nodes.map(({ title }: any) => title)).toEqual(['Entrepôts', 'Évaluer les aéroports', 'Zones franches']) // prettier-ignore
    expect((await codesOf(editor, { search: 'EVALUER' })).nodes.map(({ title }: any) => title)).toEqual(['Évaluer les aéroports']) // prettier-ignore
    expect((await codesOf(editor, { node: 'EP-02', isMine: true })).totalCount).toBe(0)
    expect((await codesOf(officer, { node: 'EP-02', isMine: true })).totalCount).toBe(3)
    expect((await codesOf(editor, { version: 'CP-DRAFT' })).totalCount).toBe(1)

    for (const orderBy of ['TITLE', 'NEWEST', 'OLDEST']) {
      const all = (await codesOf(editor, { first: 100, orderBy })).nodes.map(
        ({ code }: any) => code,
      )
      const walked: string[] = []
      for (let after: string | null = null; ;) {
        const page: any = await codesOf(editor, { first: 2, after, orderBy })
        walked.push(...page.nodes.map(({ code }: any) => code))
        after = page.pageInfo.endCursor
        if (!page.pageInfo.hasNextPage) break
      }
      expect(walked).toEqual(all)
    }
  })

  test('takes no cursor somebody made up', async () => {
    const after = Buffer.from('["1; drop"]').toString('base64url')
    const { errors } = await editor.query<any>(LIST, { after })

    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_INPUT')
  })
})

describe('who may', () => {
  test('nobody outside the methodology reads, counts or makes a proposal', async () => {
    const own = await proposed(editor)
    for (const role of ['ADMINISTRATOR'] as const) {
      const caller = await world().as(role)
      expect((await codesOf(caller)).totalCount).toBe(0)
      const { data } = await caller.query<any>(`{ changeProposal(code: "${own.code}") { code } }`)
      expect(data.changeProposal).toBeNull()
      expect(reasonsOf(await run(caller, create, proposal()))).toEqual(['WRONG_HAT'])
      expect(reasonsOf(await run(caller, comment, { proposalId: own.id, body: 'x', locale: 'EN' }))).toEqual(['NOT_FOUND']) // prettier-ignore
    }
    for (const caller of [await world().as('COORDINATOR'), await world().as('REVIEWER'), world().nobody()]) {
      const { data } = await caller.query<any>(`{ changeProposals { totalCount } changeProposal(code: "${own.code}") { code } }`) // prettier-ignore
      expect(data).toEqual({ changeProposals: null, changeProposal: null })
    } // prettier-ignore
  })

  test('the database lets nobody decide for the PMMPT, nor on their own proposal', async () => {
    const own = await proposed(editor)
    const { rows } = await world().asOwner(
      ({ db }) =>
      sql<{ id: string; author: string }>`select id, author_id as author from change_proposal where code = ${own.code}`.execute(db), // prettier-ignore
    )
    const { id, author } = rows[0]!
    const deciding = (hat: string, person: string) =>
      world().database.write({ role: 'pmm_app', settings: { hat, person } }, ({ db }) =>
        sql`update change_proposal set status = 'ACCEPTED', decided_by = ${person}::uuid, decided_at = now(), version = version + 1
          where id = ${id}::uuid`.execute(db),
      )

    await expect(deciding('O', author)).rejects.toThrow()
    await expect(deciding('B', author)).rejects.toThrow()
    const { data } = await editor.query<any>(`{ changeProposal(code: "${own.code}") { status } }`)
    expect(data.changeProposal.status).toBe('OPEN')
  })
})
