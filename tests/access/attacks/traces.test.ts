import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type ServedWorld } from '../../setup/world.ts'
import { castOf, type Actor } from '../cast.ts'
import { openTransports, variantsOf, type Transports } from '../transports.ts'

// What a request leaves behind: in the log, and in the headers of its answer.
const world = useWorld()
const TYPED = 'typed-by-somebody'
const PASSWORD = 'correct horse battery staple'

let cast: readonly Actor[]
let served: ServedWorld
let by: Transports
const lines: string[] = []

beforeAll(async () => {
  cast = await castOf(world())
  const keep = (line: unknown) => void lines.push(JSON.stringify(line))
  served = await world().serveWith({
    identityProvider: null,
    log: { info: keep, warn: keep, error: keep },
  })
  by = await openTransports(world(), { log: { info: keep, warn: keep, error: keep } })
})
afterAll(async () => {
  await served?.stop()
  await by?.stop()
})

const REQUESTS: readonly { readonly query: string; readonly variables: object }[] = [
  { query: 'query Register($search: String) { administrations(search: $search, first: 5) { nodes { code } } }', variables: { search: TYPED } },
  { query: `{ people(search: "${TYPED}") { totalCount } myAssessment(cycle: "C2024") { working { responses { value internalNote } } } }`, variables: {} },
  { query: 'query Bad($first: Int) { administrations(first: $first) { totalCount } }', variables: { first: TYPED } },
  { query: `{ ${TYPED.replaceAll('-', '_')} }`, variables: {} },
  { query: `mutation In($input: SessionOpenInput!) { sessionOpen(input: $input) { problems { code } } }`, variables: { input: { email: `${TYPED}@example.org`, password: PASSWORD } } },
] // prettier-ignore

const secretsOf = ({ headers }: Actor): readonly string[] =>
  Object.values(headers).map((value) => value.replace(/^(Bearer |[\w-]+=)/, ''))

describe('a request', () => {
  test('A56: leaves no token, nothing typed and no value in the log', async () => {
    for (const actor of cast) {
      for (const payload of REQUESTS) {
        const answer = await served.server.http.inject({
          method: 'POST',
          url: `/graphql?token=${TYPED}`,
          headers: { 'content-type': 'application/json', ...actor.headers },
          payload,
        })
        expect(answer.statusCode).toBeLessThan(500)
        for (const transport of variantsOf('A56').transports) {
          const { status } = await by.ask(actor, transport, payload.query, { ...payload.variables })
          expect(status).toBeLessThan(500)
        }
      }
    }
    const secrets = [TYPED, TYPED.replaceAll('-', '_'), PASSWORD, ...cast.flatMap(secretsOf)]

    expect(lines.length).toBeGreaterThanOrEqual(cast.length)
    expect(secrets.length).toBeGreaterThan(20)
    expect(lines.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([])
  }, 120_000)

  test('A56: is answered without a header of time, of programs or of the database', async () => {
    for (const actor of cast) {
      for (const payload of REQUESTS) {
        const { headers, body } = await served.server.http.inject({
          method: 'POST',
          url: '/graphql',
          headers: { 'content-type': 'application/json', ...actor.headers },
          payload,
        })

        expect(Object.keys(headers).filter((name) => /timing|time|powered|^server$|^via$|trace|debug|cache-status/i.test(name))).toEqual([])
        expect(body).not.toMatch(/duration|elapsed|tracing|resolvers/i)
      }
    }
  }) // prettier-ignore
})
