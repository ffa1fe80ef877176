import type { AddressInfo } from 'node:net'
import { auditServer } from 'graphql-http'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RegisteredDocuments } from '../../server/src/platform'
import { createSchema } from '../../server/src/schema'
import { createServer, type RunningServer } from '../../server/src/server'
import { useWorld } from '../setup/world.ts'

const world = useWorld()
let server: RunningServer

beforeAll(async () => {
  server = await createServer({
    schema: await createSchema(),
    services: world().services,
    log: pino({ level: 'silent' }),
    documents: new RegisteredDocuments([]),
    freeDocuments: false,
    publicOrigin: undefined,
    files: null,
    isReady: async () => true,
  })
  await server.http.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => server?.stop())

/** What we do otherwise than the audits advise, on purpose. */
const ACCEPTED: readonly (readonly [id: string, why: string])[] = [
  // A GET that a plain link could cause is refused: it must carry a header that only a program sets.
  ['5A70', 'a query by GET'],
  ['D6D5', 'its variables'],
  ['6A70', 'its variables, as plain JSON'],
  // What cannot be read, is not valid or has bad variables is refused with 400, whatever is accepted.
  ['572B', 'a document that does not parse'],
  ['FDE2', 'a document that is not valid'],
  ['7B9B', 'a variable of another type'],
]

test('GraphQL over HTTP is spoken as its audits ask, but for a pinned list', async () => {
  const { port } = server.http.server.address() as AddressInfo
  const results = await auditServer({ url: `http://127.0.0.1:${port}/graphql`, fetchFn: fetch })
  const counts = Map.groupBy(results, ({ status }) => status)
  process.stdout.write(
    `audits: ${['ok', 'notice', 'warn', 'error'].map((status) => `${counts.get(status as 'ok')?.length ?? 0} ${status}`).join(', ')} of ${results.length}\n`,
  )
  const otherwise = results.filter(({ status }) => status !== 'ok')

  expect(counts.get('error') ?? []).toEqual([])
  expect(counts.get('ok')!.length).toBeGreaterThanOrEqual(55)
  expect(otherwise.map(({ id }) => id).toSorted()).toEqual(ACCEPTED.map(([id]) => id).toSorted())
})
