import { sql } from 'kysely'
import { pino } from 'pino'
import { beforeAll, describe, expect, test } from 'vitest'
import { RegisteredDocuments, type Database } from '../../server/src/platform'
import { useWorld, type Caller } from '../setup/world.ts'
import { createSchema } from '../../server/src/schema'
import { createServer } from '../../server/src/server'

const world = useWorld()

const LOG = `query ($first: Int, $after: String, $kind: AccessLogKind, $hat: Hat, $cycle: String, $administration: String,
    $from: DateTime, $until: DateTime) {
  accessLogEntries(first: $first, after: $after, kind: $kind, hat: $hat, cycle: $cycle, administration: $administration,
      from: $from, until: $until) {
    totalCount
    nodes {
      id at kind hat responses figures releaseCode organisation
      administration { code } cycle { code } reader { name }
    }
    pageInfo { hasNextPage endCursor }
  }
}`
const logOf = async (caller: Caller, filter: object = {}) =>
  (await caller.query(LOG, { first: 100, ...filter })).data.accessLogEntries

const SUBMITTED = `query ($id: ID!) { assessment(id: $id) { status submitted {
  number submittedAt responses { kpiCode state value } values { elementCode year value } } } }`

const advance = (by: number) => world().clock.move(new Date(world().clock.now().getTime() + by))

/** The reviewed administration whose review is being worked on, and who works on it. */
let reviewed: { id: string; code: string; reviewer: string; role: string; home: string }
let globalOf: (caller: Caller, code: string) => Promise<string>

beforeAll(async () => {
  const { rows } = await world().asOwner(({ db }) =>
    sql<typeof reviewed>`select s.id, a.code, p.name as reviewer, h.name->>'en' as home,
        case when m.is_lead then 'LEAD_REVIEWER' else 'REVIEWER' end as role
      from review r join assessment s on s.id = r.assessment_id join administration a on a.id = s.administration_id
      join review_member m on m.review_id = r.id and m.ended_at is null and m.declaration = 'NO_CONFLICT'
      join person p on p.id = m.person_id join administration h on h.id = m.home_administration_id
      where r.status = 'IN_PROGRESS' order by a.code, m.is_lead desc limit 1`.execute(db),
  )
  reviewed = rows[0]!
  globalOf = async (caller, code) => {
    const owner = await world().as('COORDINATOR', code)
    return (await owner.query('{ myAssessment(cycle: "C2024") { id } }')).data.myAssessment.id
  }
})

describe('a read from outside', () => {
  test('of a submitted copy is one line with counts, by role and organisation', async () => {
    const reviewer = await world().person(reviewed.reviewer, reviewed.role)
    const owner = await world().as('COORDINATOR', reviewed.code)
    const id = await globalOf(reviewer, reviewed.code)
    const before = await logOf(owner)

    const { data } = await reviewer.query(SUBMITTED, { id })
    const { responses, values } = data.assessment.submitted
    const after = await logOf(owner)

    expect(after.totalCount).toBe(before.totalCount + 1)
    expect(after.nodes[0]).toMatchObject({
      kind: 'SUBMITTED', hat: reviewed.role, organisation: reviewed.home, administration: { code: reviewed.code },
      cycle: { code: 'C2024' }, responses: responses.length, figures: values.length, releaseCode: null, reader: null,
    }) // prettier-ignore
    expect(JSON.stringify(after)).not.toContain(reviewed.reviewer)
  })

  test('counts what was told, not what was looked through', async () => {
    const officer = await world().as('CYCLE_OFFICER')
    const owner = await world().as('APPROVER', reviewed.code)
    const id = await globalOf(officer, reviewed.code)
    const one = `query ($id: ID!) { assessment(id: $id) { submitted { response(kpi: "TF-01-1") { value score } } } }`

    advance(1000)
    await officer.query(one, { id })
    const { nodes } = await logOf(owner, { hat: 'CYCLE_OFFICER' })

    expect(nodes[0]).toMatchObject({
      hat: 'CYCLE_OFFICER',
      organisation: 'PMM secretariat',
      responses: 1,
      figures: 0,
    })
  })

  test('of the scores alone is a line without counts; of the head alone it is none', async () => {
    const officer = await world().as('CYCLE_OFFICER')
    const owner = await world().as('COORDINATOR', reviewed.code)
    const id = await globalOf(officer, reviewed.code)
    const total = async () => (await logOf(owner)).totalCount as number
    const start = await total()

    await officer.query(
      `query ($id: ID!) { assessment(id: $id) { status submittedAt submitted { number submittedAt contentHash
        responses { kpiCode kpi { code } access } } } }`,
      { id },
    )
    expect(await total()).toBe(start)

    advance(1000)
    await officer.query(
      `query ($id: ID!) { assessment(id: $id) { submitted { scores { methodCode } } } }`,
      { id },
    )
    expect((await logOf(owner)).nodes[0]).toMatchObject({ responses: 0, figures: 0 })
    expect(await total()).toBe(start + 1)
  })

  test('of the members’ edition is a line where the level is WCO, and none where it is public or withheld', async () => {
    const reader = await world().as('COORDINATOR', 'XAL')
    const { rows } = await world().asOwner(({ db }) =>
      sql<{ code: string; kpi: string; isPublic: boolean; members: number }>`
        select a.code, v.kpi_code as kpi, u.access = 'VISIBLE' as is_public,
          sum(case when u.access = 'VISIBLE' then 0 else 1 end) over (partition by a.code)::int as members
        from release_value v join administration a on a.id = v.administration_id join release r on r.id = v.release_id
          join release_value u on u.release_id = v.release_id and u.edition = 'PUBLIC'
            and u.administration_id = v.administration_id and u.kpi_code = v.kpi_code
        where v.edition = 'MEMBERS' and v.access = 'VISIBLE' and r.code = 'C2022-R1' and a.code <> 'XAL'
        order by a.code, v.kpi_code`.execute(db),
    )
    const some = rows.find(({ isPublic }) => !isPublic)!
    const open = rows.find(({ isPublic, code }) => isPublic && code !== some.code)!
    const RESULTS = `query ($code: String!, $administration: String, $kpi: String) { release(code: $code) {
      results(first: 100, administration: $administration, kpi: $kpi) { nodes { access value kpi { code } } } } }`
    const read = (administration: string, kpi: string | null = null) =>
      reader.query(RESULTS, { code: 'C2022-R1', administration, kpi })
    const linesFor = async (code: string) =>
      (await logOf(await world().as('COORDINATOR', code), { kind: 'MEMBERS_EDITION' })).nodes

    advance(1000)
    const answer = await read(some.code)
    expect(answer.errors).toBeUndefined()
    expect((await linesFor(some.code))[0]).toMatchObject({
      kind: 'MEMBERS_EDITION', hat: 'COORDINATOR', releaseCode: 'C2022-R1', responses: some.members, cycle: { code: 'C2022' },
    }) // prettier-ignore
    const published = await read(open.code, open.kpi)
    expect(published.data.release.results.nodes).toMatchObject([{ access: 'VISIBLE' }])
    expect(await linesFor(open.code)).toEqual([])
  })

  test('is none when the owner reads, whatever the copy', async () => {
    const owner = await world().as('COORDINATOR', reviewed.code)
    const id = await globalOf(owner, reviewed.code)
    const before = (await logOf(owner)).totalCount

    await owner.query(SUBMITTED, { id })
    await owner.query(
      `{ release(code: "C2022-R1") { results(first: 100, administration: "${reviewed.code}") { nodes { value } } } }`,
    )

    expect((await logOf(owner)).totalCount).toBe(before)
  })
})

describe('the access log', () => {
  test('of one administration is not there for another, nor for other hats of it', async () => {
    const id = await globalOf(await world().as('CYCLE_OFFICER'), reviewed.code)
    await (await world().as('CYCLE_OFFICER')).query(SUBMITTED, { id })
    const stranger = await world().as('COORDINATOR', 'XWE')
    const owner = await world().as('COORDINATOR', reviewed.code)
    const { pageInfo } = await logOf(owner, { first: 1 })

    for (const filter of [{}, { administration: reviewed.code }, { after: pageInfo.endCursor }]) {
      const { nodes } = await logOf(stranger, filter)
      expect(
        nodes.filter(
          ({ administration }: { administration: { code: string } }) =>
            administration.code !== 'XWE',
        ),
      ).toEqual([])
    }
    for (const role of ['CONTRIBUTOR', 'VIEWER']) {
      expect((await logOf(await world().as(role, reviewed.code))).totalCount).toBe(0)
    }
    expect((await logOf(await world().as('CYCLE_OFFICER'))).totalCount).toBe(0)
  })

  test('names readers to the administrator alone, and is filtered and paged', async () => {
    const administrator = await world().as('ADMINISTRATOR')
    const all = await logOf(administrator)
    expect(
      all.nodes.some(
        ({ reader }: { reader: { name: string } | null }) => reader?.name === reviewed.reviewer,
      ),
    ).toBe(true)

    const submitted = await logOf(administrator, { kind: 'SUBMITTED' })
    expect(submitted.totalCount).toBeLessThan(all.totalCount)
    expect(
      (await logOf(administrator, { cycle: 'C2024', administration: reviewed.code })).totalCount,
    ).toBeGreaterThan(0)
    expect((await logOf(administrator, { cycle: 'nothing' })).totalCount).toBe(0)
    const first = await logOf(administrator, { first: 2 })
    const rest = await logOf(administrator, { first: 100, after: first.pageInfo.endCursor })
    expect([...first.nodes, ...rest.nodes]).toEqual(all.nodes)
    expect(
      (await administrator.query(LOG, { after: Buffer.from('["x","y"]').toString('base64url') }))
        .errors?.[0]?.extensions,
    ).toMatchObject({ code: 'BAD_INPUT', reason: 'CURSOR' })
  })

  test('withholds the answer it cannot note', async () => {
    const officer = await world().as('CYCLE_OFFICER')
    const id = await globalOf(officer, reviewed.code)
    const server = await createServer({
      schema: await createSchema(),
      services: { ...world().services, database: withoutWriting(world().database) },
      log: pino({ level: 'silent' }),
      documents: new RegisteredDocuments([]),
      freeDocuments: true,
      publicOrigin: undefined,
      files: null,
      isReady: async () => true,
    })
    try {
      const ask = async (query: string) => {
        const response = await server.http.inject({
          method: 'POST', url: '/graphql',
          headers: { 'content-type': 'application/json', ...officer.headers },
          payload: { query, variables: { id } },
        }) // prettier-ignore
        return { status: response.statusCode, body: response.json() }
      }

      const head = await ask('query ($id: ID!) { assessment(id: $id) { status } }')
      const content = await ask(SUBMITTED)

      expect(head).toMatchObject({
        status: 200,
        body: { data: { assessment: { status: expect.any(String) } } },
      })
      expect(content).toMatchObject({
        status: 500,
        body: { errors: [{ extensions: { code: 'INTERNAL', requestId: expect.any(String) } }] },
      })
      expect(content.body.data).toBeUndefined()
    } finally {
      await server.stop()
    }
  })

  test('takes lines in by its door alone, changes none, and lets go of none before three years', async () => {
    const tried = (role: 'pmm_app' | 'pmm_worker' | 'pmm_owner', statement: string) =>
      world()
        .asOwner(async ({ db }) => {
          await sql.raw(`set local role ${role}`).execute(db)
          await sql.raw(statement).execute(db)
          return 'done'
        })
        .catch((error: unknown) => String((error as { code?: string }).code))

    for (const role of ['pmm_app', 'pmm_worker'] as const) {
      expect(await tried(role, `insert into access_log_entry select * from access_log_entry`)).toBe(
        '42501',
      )
      expect(await tried(role, 'update access_log_entry set responses = 0')).toBe('42501')
      expect(await tried(role, 'delete from access_log_entry')).toBe('42501')
    }
    expect(await tried('pmm_owner', 'update access_log_entry set responses = 0')).toBe('PM001')
    expect(await tried('pmm_owner', 'delete from access_log_entry')).toBe('PM001')
    expect(await tried('pmm_owner', 'truncate access_log_entry')).toBe('PM001')
    expect(await tried('pmm_worker', "select access_log_prune('2100-01-01')")).toBe('done')
    const { rows } = await world().asOwner(({ db }) =>
      sql<{ n: number }>`select count(*)::int as n from access_log_entry`.execute(db),
    )
    expect(rows[0]!.n).toBeGreaterThan(0)
  })
})

/** The same database, where every transaction that writes after the viewer was read fails. */
function withoutWriting(database: Database): Database {
  return new Proxy(database, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      if (name !== 'write') return value.bind(target) as unknown
      return (identity: { settings: Record<string, string> }, ...rest: unknown[]): unknown =>
        identity.settings['hat']
          ? Promise.reject(new Error('the disk is full'))
          : value.call(target, identity, ...rest)
    },
  })
}
