import { randomUUID } from 'node:crypto'
import { getNamedType, isNonNullType, type GraphQLSchema } from 'graphql'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../../server/src/limits'
import { globalId } from '../../../server/src/platform'
import { useWorld } from '../../setup/world.ts'
import { arrangeRareStates } from '../arrangement.ts'
import { schemaOf, type Asked } from '../ask.ts'
import { heldBy } from '../audiences.ts'
import { castOf, oneOfEachHat, type Actor } from '../cast.ts'
import { mutationCalls, type IdOf } from '../inputs.ts'
import { fingerprint, openAsOwner, type OwnerDatabase } from '../owner-database.ts'
import { questionsOf, type Question } from '../question-list.ts'
import { subjectsOf, type Subjects } from '../subjects.ts'
import { TRANSPORTS, openTransports, saidBy, variantsOf, type Transports } from '../transports.ts'
import { PROVED_BY_QUESTIONS, PROVED_BY_WRITES } from './variants.ts'

// The same attack by every way to the endpoint, as everybody `attacks.csv` names for it.
const world = useWorld()
const owner = { role: 'pmm_owner', settings: {} } as const
const NOTED = ['audit_entry', 'audit_head', 'access_log_entry', 'sign_in_attempt', 'session', 'api_client_token', 'idempotency_key', 'rate_bucket'] // prettier-ignore
const INSIDE =
  /did you mean|stack|node_modules|SyntaxError|\bselect \b|relation "|\.ts:|\.js:|kysely|mikro|pg_|pmm_app|\b(22|23|42)\d{3}\b/i

let everything: OwnerDatabase
let schema: GraphQLSchema
let cast: readonly Actor[]
let subjects: Subjects
let questions: readonly Question[]
let by: Transports
/** The same with two rows of each closed list, where what counts is that all ways say the same. */
let short: Transports

beforeAll(async () => {
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  cast = await castOf(world())
  schema = await schemaOf(world().server)
  everything = await openAsOwner(world())
  subjects = await everything.database.read(owner, subjectsOf)
  questions = await everything.database.read(owner, (db) =>
    questionsOf(schema, db, { pageSize: 2 }),
  )
  by = await openTransports(world())
  short = await openTransports(world(), { rows: 2 })
}, 180_000)
afterAll(async () => {
  await by?.stop()
  await short?.stop()
  await everything?.close()
})

const state = () => everything.database.read(owner, (db) => fingerprint(db, NOTED))
const reasonsOf = ({ errors }: Asked) =>
  errors.map(({ extensions }) => String(extensions['reason']))
const codesOf = ({ data, errors }: Asked): readonly string[] => {
  const answer = data?.['answer'] as { problems: { code: string }[] } | null | undefined
  return [...errors.map(({ extensions }) => String(extensions['code'])), ...(answer?.problems ?? []).map(({ code }) => code)] // prettier-ignore
}
const tell = (what: string, count: number, wrong: readonly string[]) =>
  process.stdout.write(`attack variants: ${what}: ${count}, wrong: ${wrong.length}\n`)

describe('a question', () => {
  test(`${PROVED_BY_QUESTIONS.join(', ')}: is answered alike by every way, all asking at once`, async () => {
    const special = [
      'coordinator of XOR',
      'reviewer in conflict',
      'reviewer before declaring',
      'reviewer of two reviews',
    ]
    const asking = [
      ...new Set([...oneOfEachHat(cast), ...cast.filter(({ name }) => special.includes(name))]),
    ]
    const wrong = new Set<string>()
    let count = 0
    // What is left of the budget is another thing with each request.
    for (const question of questions.filter(({ root }) => root !== 'rateLimit')) {
      const actors = question.isAlike ? oneOfEachHat(cast) : asking
      // Everybody at the same time, so that an answer kept for one viewer would reach another.
      const answers = await Promise.all(
        actors.map(async (actor) => ({
          actor,
          said: await Promise.all(
            TRANSPORTS.map((each) => short.ask(actor, each, question.document)),
          ),
        })),
      )
      for (const { actor, said } of answers) {
        const [posted, ...others] = said as [Asked, ...Asked[]]
        for (const [at, other] of others.entries()) {
          count += 1
          // A partner pays for a document however it travels.
          if (actor.hat === 'P' && reasonsOf(other).includes('COST_EXCEEDED')) continue
          if (saidBy(other) !== saidBy(posted)) {
            wrong.add(`${question.name} as ${actor.name} by ${TRANSPORTS[at + 1]}: ${saidBy(posted).slice(0, 300)} / ${saidBy(other).slice(0, 300)}`) // prettier-ignore
          }
        }
      }
    }

    tell('questions by GET and hash', count, [...wrong])
    expect([...wrong]).toEqual([])
    expect(count).toBeGreaterThan(1000)
  }, 600_000)

  test('A1, A3, A15: about a hidden, a made-up and another kind of row is answered alike', async () => {
    const lookUps = Object.values(schema.getQueryType()!.getFields()).filter(({ args }) => {
      const required = args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
      return required.length === 1 && getNamedType(required[0]!.type).name === 'ID'
    }) // prettier-ignore
    const tags = new Map([['assessment', 'AS'], ['review', 'RV'], ['person', 'PE'], ['apiClient', 'AC'], ['reviewerCandidates', 'RV'], ['frameworkImport', 'IM']]) // prettier-ignore
    expect(lookUps.map(({ name }) => name).toSorted()).toEqual([...tags.keys()].toSorted())
    const wrong: string[] = []
    let count = 0
    for (const { name, args } of lookUps) {
      const tag = tags.get(name)!
      const document = `query ($id: ID!) { found: ${name}(${args[0]!.name}: $id) { __typename } }`
      for (const actor of cast) {
        const hidden = [...subjects].find(
          ([id, subject]) => id.startsWith(`${tag}_`) && heldBy(actor, subject, world().clock.now()).size === 0,
        )?.[0]
        const ids = [hidden, globalId(tag, randomUUID()), globalId('KP', randomUUID()), 'x', '', "' or 1=1 --"].filter((id) => id !== undefined) // prettier-ignore
        const said = await Promise.all(
          variantsOf('A3').transports.flatMap((each) => ids.map(async (id) => saidBy(await by.ask(actor, each, document, { id })))),
        ) // prettier-ignore
        count += said.length
        if (new Set(said).size > 1) wrong.push(`${name} as ${actor.name}: ${[...new Set(said)].join(' / ')}`)
      }
    } // prettier-ignore

    tell('look-ups of what is hidden', count, wrong)
    expect(wrong).toEqual([])
  }, 120_000)
})

const forged = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url')
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ')

interface Hostile {
  readonly number: string
  readonly what: string
  readonly document: string
  readonly variables?: Record<string, unknown>
  /** The reason of the door, where it is one of its own. */
  readonly reason?: string
}

/** Requests that are bad input whoever sends them, before anything of them runs. */
const HOSTILE: readonly Hostile[] = [
  { number: 'A2', what: 'a list of ids', document: 'query ($ids: [ID!]!) { assessment(id: $ids) { id } }', variables: { ids: [] } },
  { number: 'A7', what: 'a filter on a value', document: '{ release { results(kpi: "TF-01-1", valueAbove: "90") { totalCount } } }' },
  { number: 'A7', what: 'a filter on a level', document: '{ assessments(disclosureLevel: NATIONAL) { totalCount } }' },
  { number: 'A8', what: 'an order by a value', document: '{ administrations(orderBy: "score", first: 5) { totalCount } }' },
  { number: 'A9', what: 'a search in notes', document: '{ assessments(search: "note") { totalCount } }' },
  { number: 'A11', what: 'a page of none', document: '{ administrations(first: 0) { totalCount } }' },
  { number: 'A11', what: 'a page below none', document: 'query ($first: Int) { administrations(first: $first) { totalCount } }', variables: { first: -1 } },
  { number: 'A11', what: 'a page above 100', document: 'query ($first: Int = 101) { administrations(first: $first) { totalCount } }' },
  { number: 'A11', what: 'a huge page', document: '{ administrations(first: 99999999999) { totalCount } }' },
  { number: 'A11', what: 'a cursor of another shape', document: 'query ($after: String) { administrations(first: 5, after: $after) { totalCount } }', variables: { after: forged([1, { a: 1 }]) } },
  { number: 'A12', what: 'a group of one’s own', document: '{ release { benchmarks(administrations: ["XAL", "XOR"]) { mean } } }' },
  { number: 'A12', what: 'a group without oneself', document: '{ release { benchmarks(without: "XAL") { mean } } }' },
  { number: 'A20', what: 'a hat as an argument', document: '{ viewer(hat: ADMINISTRATOR) { hat } }' },
  { number: 'A20', what: 'an administration as an argument', document: '{ myAssessment(cycle: "C2024", administration: "XOR") { id } }' },
  { number: 'A22', what: 'a key too many in a variable', document: 'mutation ($input: AssessmentStartInput!) { assessmentStart(input: $input) { problems { code } } }', variables: { input: { cycleId: globalId('CY', randomUUID()), administrationId: globalId('AD', randomUUID()) } } },
  { number: 'A22', what: 'a key too many in a literal', document: 'mutation { roleGrant(input: { personId: "x", role: COORDINATOR, grantedBy: "x" }) { problems { code } } }' },
  { number: 'A32', what: 'a name nearly right', document: '{ administratons { totalCount } }' },
  { number: 'A32', what: 'an argument nearly right', document: '{ administrations(serch: "x") { totalCount } }' },
  { number: 'A32', what: 'a type nearly right', document: 'query ($x: AssessmentStartInpt) { serviceInfo { isDemonstration } }' },
  { number: 'A32', what: 'a choice nearly right', document: '{ apiClients(status: ACTIV) { totalCount } }' },
  { number: 'A33', what: 'half a document', document: '{ viewer {' },
  { number: 'A33', what: 'nothing', document: ' ' },
  { number: 'A33', what: 'a variable of another type', document: 'query ($first: Int) { administrations(first: $first) { totalCount } }', variables: { first: { $gt: 0 } } },
  { number: 'A33', what: 'an operation that is none', document: 'subscription { viewer { hat } }' },
  { number: 'A35', what: 'depth', reason: 'TOO_DEEP', document: `{ administrations { nodes { ${'region { '.repeat(LIMITS.depth)} code ${'} '.repeat(LIMITS.depth)} } } }` },
  { number: 'A35', what: 'aliases', reason: 'TOO_MANY_ALIASES', document: `{ viewer { ${times(31, (at) => `a${at}: __typename`)} } }` },
  { number: 'A35', what: 'directives', reason: 'TOO_MANY_DIRECTIVES', document: `{ viewer { ${times(51, () => 'hat @include(if: true)')} } }` },
  { number: 'A35', what: 'fan-out', reason: 'TOO_MANY_ROOT_FIELDS', document: `{ ${'viewer { hat } '.repeat(21)} }` },
  { number: 'A35', what: 'two operations', reason: 'TOO_MANY_OPERATIONS', document: 'query A { viewer { hat } } query B { viewer { hat } }' },
  { number: 'A29', what: 'two sign-ins', reason: 'AUTHENTICATION_ALONE', document: `mutation { ${times(2, (at) => `a${at}: sessionOpen(input: { email: "a${at}@demo.invalid", password: "x" }) { problems { code } }`)} }` },
] // prettier-ignore

/** What a free document may cost; the portals' own have no dearest price. */
const DEAR: readonly Hostile[] = [
  { number: 'A36', what: 'lists in lists', document: '{ administrations(first: 100) { nodes { assessments { reviews { kpis { dataElements: id } cycle { myAssessment { id } } } } } } }' },
  { number: 'A36', what: 'a page by a variable', document: 'query ($first: Int) { releases(first: $first) { nodes { benchmarks { kpi { id } peerGroup { code } } } } }', variables: { first: 100 } },
  { number: 'A36', what: 'a page by a default', document: 'query ($first: Int = 100) { releases(first: $first) { nodes { benchmarks { kpi { id } peerGroup { code } } } } }' },
  { number: 'A36', what: 'what a directive leaves out', document: 'query ($off: Boolean = false) { releases(first: 100) @include(if: $off) { nodes { benchmarks { kpi { id } peerGroup { code } } } } }' },
] // prettier-ignore

/** A session asks free texts of no server in production: those it sends by hash. */
const isConfined = ({ headers }: Actor) => 'cookie' in headers

describe('a hostile request', () => {
  test.each([...Map.groupBy(HOSTILE, ({ number }) => number)])(
    '%s: is bad input for everybody by every way',
    async (number, requests) => {
      const before = await state()
      const { transports, admits } = variantsOf(number)
      const wrong: string[] = []
      let count = 0
      for (const { what, document, variables, reason } of requests) {
        for (const actor of oneOfEachHat(cast).filter(admits)) {
          for (const transport of transports) {
            count += 1
            // The bounds stand at the door of the server that is confined, the rest at any.
            const server = reason ? by.confined : world().server
            const answer = await by.ask(actor, transport, document, variables, server)
            const at = `${what} as ${actor.name} by ${transport}`
            const isAtDoor = reason && isConfined(actor) && transport !== 'hash'
            const reasons = isAtDoor ? ['UNREGISTERED_DOCUMENT', 'SESSION_NEEDS_POST'] : reason ? [reason] : reasonsOf(answer) // prettier-ignore
            if (Object.values(answer.data ?? {}).some((each) => each !== null)) wrong.push(`${at} is answered`)
            if (answer.status >= 500) wrong.push(`${at}: status ${answer.status}`)
            if (!codesOf(answer).every((code) => ['BAD_INPUT', 'FORBIDDEN', 'UNAUTHENTICATED'].includes(code)) || codesOf(answer).length === 0)
              wrong.push(`${at}: ${codesOf(answer).join()}`)
            if (!reasonsOf(answer).some((each) => reasons.includes(each))) wrong.push(`${at}: ${reasonsOf(answer).join()}`)
            if (INSIDE.test(answer.text.replaceAll(/"requestId":"[^"]+"/g, ''))) wrong.push(`${at} tells of the inside: ${answer.text.slice(0, 200)}`)
          }
        }
      }

      tell(`hostile requests, ${number}`, count, wrong)
      expect(wrong).toEqual([])
      expect(await state()).toEqual(before)
    },
    120_000,
  ) // prettier-ignore

  test('A36: that is too dear is refused unexecuted, to whoever writes documents of their own', async () => {
    const before = await state()
    const callers = oneOfEachHat(cast).filter((actor) => !isConfined(actor) && variantsOf('A36').admits(actor))
    let count = 0
    for (const { document, variables } of DEAR) {
      for (const actor of callers) {
        for (const transport of variantsOf('A36').transports) {
          // A page of ours without a token pays a hundredth; with one it is a document like any other.
          if (transport === 'hash' && actor.hat !== 'P') continue
          count += 1
          const answer = await by.ask(actor, transport, document, variables, by.confined)
          expect([answer.status, reasonsOf(answer), answer.data]).toEqual([400, ['COST_EXCEEDED'], null])
        }
      }
    }
    expect(count).toBeGreaterThanOrEqual(4 * 5)
    expect(await state()).toEqual(before)
  }) // prettier-ignore
})

describe('a command', () => {
  /** Rows of others for what belongs to somebody, made-up ones for the rest. */
  const idsFor = (actor: Actor): IdOf => {
    const hidden = new Map<string, string>()
    return (tag) => {
      const known = hidden.get(tag)
      if (known) return known
      const found = [...subjects].find(([id, subject]) =>
        id.startsWith(`${tag}_`) && heldBy(actor, subject, world().clock.now()).size === 0)?.[0]
      hidden.set(tag, found ?? globalId(tag, randomUUID()))
      return hidden.get(tag)!
    }
  } // prettier-ignore

  test(`${PROVED_BY_WRITES.join(', ')}: on what is not theirs is refused by every way, and changes nothing`, async () => {
    const before = await state()
    const wrong: string[] = []
    let count = 0
    for (const { name, document, variables, tags } of mutationCalls(schema)) {
      if (tags.size === 0 || /^(session|password|secondFactor|identity|recovery)/.test(name))
        continue
      for (const actor of oneOfEachHat(cast)) {
        const given = variables(idsFor(actor))
        const posted = await by.ask(actor, 'POST', document, given)
        const got = await by.ask(actor, 'GET', document, given)
        const hashed = await by.ask(actor, 'hash', document, given)
        count += 3
        const at = `${name} as ${actor.name}`
        for (const answer of [posted, hashed]) {
          if (codesOf(answer).length === 0)
            wrong.push(`${at} is done: ${answer.text.slice(0, 200)}`)
          if (codesOf(answer).includes('INTERNAL')) wrong.push(`${at} breaks`)
        }
        if (saidBy(posted) !== saidBy(hashed))
          wrong.push(`${at} by hash: ${saidBy(posted)} / ${saidBy(hashed)}`)
        if (got.status < 400 || got.status >= 500 || got.data !== null)
          wrong.push(`${at} by GET: ${got.status}`)
      }
    }

    tell('commands by POST, GET and hash', count, wrong)
    expect(wrong).toEqual([])
    expect(await state()).toEqual(before)
  }, 600_000)

  test('A37: is no matter for a form, a text or a GET, whoever is signed in', async () => {
    const query = 'mutation SignOut { sessionClose { problems { code } } }'
    const bodies: readonly (readonly [type: string | undefined, payload: string])[] = [
      ['text/plain', JSON.stringify({ query })],
      ['application/x-www-form-urlencoded', `query=${encodeURIComponent(query)}`],
      ['multipart/form-data; boundary=x', `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query })}\r\n--x--\r\n`],
      ['application/graphql', query],
      [undefined, JSON.stringify({ query })],
    ] // prettier-ignore
    for (const actor of cast.filter(isConfined).filter(({ hat }) => hat !== '-')) {
      for (const [type, payload] of bodies) {
        const { statusCode, headers } = await world().server.http.inject({
          method: 'POST', url: '/graphql', headers: { ...actor.headers, ...(type && { 'content-type': type }) }, payload,
        }) // prettier-ignore
        expect([statusCode, headers['set-cookie']]).toEqual([
          expect.toBeOneOf([400, 415]),
          undefined,
        ])
      }
      const got = await by.ask(actor, 'GET', query)
      expect([got.status >= 400 && got.status < 500, got.data]).toEqual([true, null])
      for (const transport of variantsOf('A37').transports) {
        const still = await by.ask(actor, transport, '{ viewer { hat } }')
        expect(still.data?.['viewer'], `${actor.name} by ${transport}`).not.toBeNull()
      }
    }
  })
})

describe('who asks', () => {
  const ASKS_WHO = '{ viewer { hat administration { code } person { id } } }'

  test('A20: is who the session says, whatever headers, cookies and addresses say', async () => {
    const boss = cast.find(({ hat }) => hat === 'D')!
    const lies: Record<string, string> = {
      'x-hat': 'ADMINISTRATOR', 'x-role': 'ADMINISTRATOR', 'x-person': boss.personId!, 'x-user': boss.personId!, 'x-forwarded-user': boss.personId!,
      'x-administration': 'XOR', 'pmm-hat': 'ADMINISTRATOR', 'pmm-viewer': boss.personId!, 'x-original-url': '/admin/', 'x-forwarded-for': '127.0.0.1',
    } // prettier-ignore
    for (const actor of cast) {
      for (const transport of variantsOf('A20').transports) {
        const honest = await by.ask(actor, transport, ASKS_WHO)
        const lying = await by.ask({ headers: { ...lies, ...actor.headers } }, transport, ASKS_WHO)
        expect(saidBy(lying), `${actor.name} by ${transport}`).toBe(saidBy(honest))
      }
    }
  })

  test('A25, A26: is nobody once suspended or signed out, by every way', async () => {
    const gone = cast.find(({ name }) => name === 'suspended coordinator')!
    const [left] = await castOf(world(), [{ name: 'left', hat: 'V', administration: 'XNO' }])
    await world().asOwner(({ db }) =>
      sql`update session set revoked_at = ${world().clock.now().toISOString()}::timestamptz where person_id = ${left!.personId}::uuid`.execute(db),
    ) // prettier-ignore
    const ended = [
      [gone, variantsOf('A25')],
      [left!, variantsOf('A26')],
    ] as const
    for (const [actor, { transports }] of ended) {
      for (const transport of transports) {
        const who = await by.ask(actor, transport, ASKS_WHO)
        expect([who.status, who.data]).toEqual([200, { viewer: null }])
        const list = await by.ask(actor, transport, '{ assessments(first: 5) { totalCount } }')
        expect(codesOf(list)).toEqual(['UNAUTHENTICATED'])
      }
    }
  })

  test('A45: a token is one in the header alone, reads alone, and is nothing beside a session', async () => {
    const partner = cast.find(({ hat }) => hat === 'P')!
    const token = partner.headers['authorization']!.slice('Bearer '.length)
    const session = cast.find(({ name }) => name === 'coordinator of XAL')!
    for (const name of ['token', 'access_token', 'authorization', 'api_key']) {
      const answer = await by.confined.http.inject({
        method: 'GET', url: '/graphql', query: { query: ASKS_WHO, [name]: `Bearer ${token}` }, headers: { 'apollo-require-preflight': '1' },
      }) // prettier-ignore
      expect(answer.json().data).toEqual({ viewer: null })
    }
    for (const headers of [{ cookie: `token=${token}` }, { cookie: `__Host-pmm=${token}` }, { 'x-api-key': token }] as Record<string, string>[]) {
      for (const transport of variantsOf('A45').transports) {
        expect((await by.ask({ headers }, transport, ASKS_WHO)).data).toEqual({ viewer: null })
      }
    } // prettier-ignore
    // With both, the token speaks: it changes nothing, whatever the session may do.
    const both = { headers: { ...session.headers, ...partner.headers } }
    for (const transport of variantsOf('A45').transports) {
      const { data } = await by.ask(both, transport, '{ viewer { hat } }')
      if (data) expect(data).toEqual({ viewer: { hat: 'PARTNER' } })
      const close = await by.ask(both, transport, 'mutation { sessionClose { problems { code } } }')
      expect(close.text).not.toContain('"problems":[]')
    }
    const wrong = {
      headers: { ...session.headers, authorization: `Bearer ${token.slice(0, -2)}zz` },
    }
    for (const transport of ['POST', 'hash'] as const) {
      expect((await by.ask(wrong, transport, ASKS_WHO)).status).toBe(401)
    }
    expect((await by.ask(session, 'POST', ASKS_WHO)).data?.['viewer']).not.toBeNull()
  })
})
