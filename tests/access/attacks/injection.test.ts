import { randomUUID } from 'node:crypto'
import { getNamedType, type GraphQLSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { globalId } from '../../../server/src/platform'
import { useWorld } from '../../setup/world.ts'
import { arrangeRareStates } from '../arrangement.ts'
import { schemaOf, type Asked } from '../ask.ts'
import { heldBy } from '../audiences.ts'
import { castOf, oneOfEachHat, type Actor } from '../cast.ts'
import { expectations, words } from '../expectations.ts'
import { mutationCalls, type IdOf } from '../inputs.ts'
import { fingerprint, openAsOwner, type OwnerDatabase } from '../owner-database.ts'
import { aboutsOf, type About } from '../question-list.ts'
import { subjectsOf, type Subjects } from '../subjects.ts'
import { openTransports, saidBy, variantsOf, type Transports } from '../transports.ts'

// Texts that mean something to a database, a template or a shell, in each place that takes one.
const world = useWorld()
const owner = { role: 'pmm_owner', settings: {} } as const
const NOTED = ['audit_entry', 'audit_head', 'access_log_entry', 'sign_in_attempt', 'session', 'api_client_token', 'idempotency_key', 'rate_bucket'] // prettier-ignore
const INSIDE =
  /stack|node_modules|\bselect \b|relation "|\.ts:|\.js:|kysely|mikro|pg_|pmm_app|syntax error|invalid byte|unterminated|surrogate/i

/** None of them occurs in any text of the world, so nothing may be found by one. */
const STRANGE = ["' or '1'='1", "'; drop table person; --", '%', '\\', "\\'", '$1', ':now', '{{7*7}}', '${7*7}', '{"$ne":null}', '(select pg_sleep(0))',
  '*', '\u0000', 'a\u0000b', '\ud800', '\u202e', `${'x'.repeat(5000)}`] // prettier-ignore

let everything: OwnerDatabase
let schema: GraphQLSchema
let cast: readonly Actor[]
let subjects: Subjects
let abouts: ReadonlyMap<string, readonly About[]>
let by: Transports

beforeAll(async () => {
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  cast = await castOf(world())
  schema = await schemaOf(world().server)
  everything = await openAsOwner(world())
  subjects = await everything.database.read(owner, subjectsOf)
  abouts = await everything.database.read(owner, aboutsOf)
  by = await openTransports(world())
}, 120_000)
afterAll(async () => {
  await by?.stop()
  await everything?.close()
})

const state = () => everything.database.read(owner, (db) => fingerprint(db, NOTED))
const codesOf = ({ data, errors }: Asked): readonly string[] => {
  const answer = data?.['answer'] as { problems: { code: string }[] } | null | undefined
  return [...errors.map(({ extensions }) => String(extensions['code'])), ...(answer?.problems ?? []).map(({ code }) => code)] // prettier-ignore
}
const plain = (text: string) => text.replaceAll(/"requestId":"[^"]+"/g, '')

/** Each place of a question that takes a text, as a document with the text as `$x`. */
function places(): readonly { readonly at: string; readonly document: string }[] {
  const roots = Object.values(schema.getQueryType()!.getFields()).flatMap((field) =>
    field.args.filter(({ type }) => getNamedType(type).name === 'String').map((argument) => {
      const given = Object.entries(abouts.get(field.name)?.[0]?.args ?? {}).filter(([name]) => name !== argument.name)
      const args = [...given.map(([name, value]) => `${name}: ${value}`), `${argument.name}: $x`].join(', ')
      const fields = getNamedType(field.type)
      const inner = 'getFields' in fields ? (fields.getFields()['totalCount'] ? '{ totalCount }' : '{ __typename }') : ''
      return { at: `${field.name}(${argument.name})`, document: `query ($x: String!) { found: ${field.name}(${args}) ${inner} }` }
    }),
  ) // prettier-ignore
  const inside = [
    ['Cycle.progress(search)', '{ cycle(code: "C2024") { found: progress(search: $x, first: 5) { totalCount } } }'],
    ['Release.results(kpi)', '{ release { found: results(kpi: $x, first: 5) { totalCount } } }'],
    ['Release.results(administration)', '{ release { found: results(kpi: "TF-01-1", administration: $x, first: 5) { totalCount } } }'],
    ['KpiSeries.answers(administration)', '{ kpiSeries(version: "PMM-V1-DEMO", code: "TF-01-1") { found: answers(administration: $x) { isComparable } } }'],
    ['Release.benchmarks(kpi)', '{ release { found: benchmarks(kpi: $x) { id } } }'],
    ['Assessment.valueHistory(element)', '{ myAssessment(cycle: "C2024") { found: valueHistory(element: $x, year: 2024) { totalCount } } }'],
    ['Content.response(kpi)', '{ myAssessment(cycle: "C2024") { working { found: response(kpi: $x) { id } } } }'],
  ] as const // prettier-ignore
  return [
    ...roots,
    ...inside.map(([at, text]) => ({ at, document: `query ($x: String!) ${text}` })),
  ]
}

/** What stands under `found`, wherever that is. */
function found(data: unknown): unknown {
  if (data === null || typeof data !== 'object') return undefined
  if ('found' in data) return data.found
  return Object.values(data).map(found).find((each) => each !== undefined)
} // prettier-ignore

const isNothing = (each: unknown) =>
  each == null ||
  (Array.isArray(each) && each.length === 0) ||
  (each as { totalCount?: number }).totalCount === 0

describe('a strange text', () => {
  test('A33, A51: finds nothing and breaks nothing, in each place of a question, by every way', async () => {
    const before = await state()
    const { transports, admits } = variantsOf('A51')
    const wrong = new Set<string>()
    let count = 0
    expect(places().length).toBeGreaterThan(15)
    const actors = oneOfEachHat(cast).filter(admits)
    for (const [place, { at, document }] of places().entries()) {
      for (const [nth, x] of STRANGE.entries()) {
        for (const [way, transport] of transports.entries()) {
          // Each text in each place by each way, the viewers taking turns.
          const actor = actors[(place * 7 + nth * 3 + way) % actors.length]!
          count += 1
          const answer = await by.ask(actor, transport, document, { x })
          const told = `${at} of ${JSON.stringify(x.slice(0, 20))} as ${actor.name} by ${transport}`
          if (answer.status >= 500 || codesOf(answer).includes('INTERNAL')) wrong.add(`${told} breaks`)
          if (INSIDE.test(plain(answer.text).replaceAll(JSON.stringify(x).slice(1, -1), ''))) wrong.add(`${told}: ${answer.text.slice(0, 200)}`)
          if (!isNothing(found(answer.data))) wrong.add(`${told} finds ${JSON.stringify(found(answer.data))}`)
        }
      }
    }

    process.stdout.write(`attack variants: strange texts in questions: ${count}, wrong: ${wrong.size}\n`)
    expect([...wrong]).toEqual([])
    expect(await state()).toEqual(before)
  }, 300_000) // prettier-ignore

  test('A33, A51: is bad input or a text like any other, in each command', async () => {
    const gates = new Map(expectations('inputs.csv', ['at', 'givers']).map(({ at, givers }) => [at, words(givers)]))
    const wrong = new Set<string>()
    let count = 0
    for (const { name, document, variables } of mutationCalls(schema)) {
      if (/^(session|password|secondFactor|identity|recovery|demonstration)/.test(name)) continue
      const hats = gates.get(`Mutation.${name}(input:)`) ?? []
      const may = oneOfEachHat(cast).filter(({ hat }) => hats.includes('everybody') || hats.includes(hat))
      for (const actor of may.slice(0, 3)) {
          // Whatever is theirs, so that the command gets as far as it can.
          const own: IdOf = (tag) => [...subjects].find(([id, subject]) => id.startsWith(`${tag}_`) && heldBy(actor, subject, world().clock.now()).size > 0)?.[0] ?? globalId(tag, randomUUID())
          for (const text of ["'; drop table person; --", 'a\u0000b', 'a\ud800b', '1e999999', 'x'.repeat(20_000)]) {
            count += 1
            const given = JSON.parse(JSON.stringify(variables(own, true)), (_key, value: unknown) =>
              typeof value === 'string' && /^(A text of the tests\.|1)$/.test(value) ? text : value) as Record<string, unknown>
            const answer = await by.ask(actor, 'POST', document, given)
            const told = `${name} with ${JSON.stringify(text.slice(0, 20))} as ${actor.name}`
            if (answer.status >= 500 || codesOf(answer).includes('INTERNAL')) wrong.add(`${told} breaks`)
            if (INSIDE.test(plain(answer.text))) wrong.add(`${told}: ${answer.text.slice(0, 200)}`)
        }
      }
    }

    process.stdout.write(`attack variants: strange texts in commands: ${count}, wrong: ${wrong.size}\n`)
    expect([...wrong]).toEqual([])
  }, 600_000) // prettier-ignore
})

describe('a code that is taken where one may not look', () => {
  test('A34: is refused or taken exactly as elsewhere, by every way', async () => {
    // The address of somebody in another administration, and one of nobody at all.
    const [ours, theirs] = ['coordinator of XAL', 'coordinator of XOR'].map((name) => cast.find((each) => each.name === name)!) as [Actor, Actor]
    const { data } = await by.ask(theirs, 'POST', '{ people(first: 20) { nodes { email } } }')
    const taken = (data!['people'] as { nodes: { email: string | null }[] }).nodes.map(({ email }) => email).filter((each) => each !== null)
    expect(taken.length).toBeGreaterThan(1)
    const document = 'mutation ($input: PersonInviteInput!) { answer: personInvite(input: $input) { problems { code reason path } } }'
    const input = (email: string) => ({ email, name: 'A. Person', roles: ['VIEWER'], locale: 'EN' })
    for (const transport of variantsOf('A34').transports) {
      const [free, known] = [`nobody.${randomUUID()}@demo.invalid`, taken.shift() ?? taken[0]!]
      const [one, other] = [await by.ask(ours, transport, document, { input: input(free) }), await by.ask(ours, transport, document, { input: input(known) })]
      expect(saidBy(other), transport).toBe(saidBy(one))
    }
    // Who may not invite learns no more of either.
    for (const actor of oneOfEachHat(cast).filter(({ hat }) => !'ND'.includes(hat))) {
      for (const transport of variantsOf('A34').transports) {
        const said = await Promise.all(['x@demo.invalid', 'ines.calder@demo.invalid'].map((email) => by.ask(actor, transport, document, { input: input(email) })))
        expect(saidBy(said[0]!), actor.name).toBe(saidBy(said[1]!))
        expect(said[0]!.text).not.toContain('"problems":[]')
      }
    }
  }) // prettier-ignore
})

describe('a request that a page of another site causes', () => {
  const SITES: readonly Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:80.evil.example', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
  ]

  test('A38: is refused by every way, whoever is signed in', async () => {
    for (const actor of cast.filter((each) => variantsOf('A38').admits(each) && each.hat !== 'P')) {
      for (const transport of variantsOf('A38').transports) {
        for (const site of SITES) {
          const asked = { headers: { ...actor.headers, ...site } }
          const answer = await by.ask(asked, transport, '{ viewer { hat } }')
          expect([answer.status, answer.data, answer.errors[0]?.extensions['reason']]).toEqual([403, null, 'FOREIGN_ORIGIN']) // prettier-ignore
        }
      }
    }
  })

  test('A38: with the token of a program is answered to the program, and no page may read it', async () => {
    const partner = cast.find(({ hat }) => hat === 'P')!
    const answer = await by.confined.http.inject({
      method: 'POST', url: '/graphql', payload: { query: '{ viewer { hat } }' },
      headers: { 'content-type': 'application/json', ...partner.headers, ...SITES[2] },
    }) // prettier-ignore
    const asked = await by.confined.http.inject({
      method: 'OPTIONS', url: '/graphql',
      headers: { ...SITES[2], 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' },
    }) // prettier-ignore

    for (const { headers } of [answer, asked]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    }
    expect(asked.statusCode).toBeGreaterThanOrEqual(400)
  })
})
