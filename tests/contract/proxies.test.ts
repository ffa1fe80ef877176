import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { RegisteredDocuments } from '../../server/src/platform'
import { createSchema } from '../../server/src/schema'
import { createServer } from '../../server/src/server'
import { useWorld } from '../setup/world.ts'

const world = useWorld()

test('A30: only a proxy that is named may say where a request came from', async () => {
  const server = await createServer({
    schema: await createSchema(),
    services: world().services,
    log: pino({ level: 'silent' }),
    documents: new RegisteredDocuments([]),
    freeDocuments: true,
    publicOrigin: undefined,
    trustedProxies: ['10.0.0.0/8'],
    files: null,
    isReady: async () => true,
  })
  const placesSeen = async (via: string) => {
    const email = `somebody.behind.${via}@demo.invalid`
    for (const origin of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) {
      await server.http.inject({
        method: 'POST',
        url: '/graphql',
        remoteAddress: via,
        headers: { 'content-type': 'application/json', 'x-forwarded-for': origin },
        payload: {
          query: `mutation { sessionOpen(input: { email: "${email}", password: "x" }) { problems { reason } } }`,
        },
      })
    }
    const { rows } = await world().asOwner(({ db }) =>
      sql<{
        places: number
      }>`select count(distinct network_hash)::int as places from sign_in_attempt
        where account_hash = account_hash_of('account', ${email})`.execute(db),
    )
    return rows[0]?.places
  }

  const proxy = await placesSeen('10.1.2.3')
  const stranger = await placesSeen('192.0.2.200')
  await server.stop()

  expect(proxy).toBe(3)
  expect(stranger).toBe(1)
})
