import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { administer, withDatabase } from '../../setup/administer.ts'
import { findPostgres, startPostgres, type PostgresServer } from '../../setup/postgres.ts'
import { freePort, startBuiltServer } from '../built-server.ts'
import { Typist, type Attempt, type Stored } from '../people/typist.ts'

/** How often the server is killed in the middle of saves; more by the variable. */
const ROUNDS = Number(process.env.PMM_TEST_KILLS ?? 20)
/** Data elements of the demonstration: one for each person, one for both. */
const OWN = ['DECL_ALL', 'DECL_ELECTRONIC'] as const
const SHARED = 'AEO_COUNT'

const places: PostgresServer[] = []
afterAll(() => Promise.all(places.map((each) => each.stop())))

async function postgresEnvironment(): Promise<Record<string, string>> {
  const place = await startPostgres()
  places.push(place)
  const name = `pmm_killed_${randomUUID().slice(0, 8)}`
  await administer(place.ownerUrl, `create database ${name}`)
  const url = withDatabase(place.ownerUrl, name)
  return { DATABASE_URL: url, PMM_OWNER_URL: url, PMM_DEMO: '1' }
}

/** What one person knows of a figure they type: the last acknowledged save, and one that may have been taken. */
interface Known {
  acknowledged: Stored
  open: Attempt | null
  /** Versions acknowledged to anybody who types the figure, in the order they came. */
  readonly versions: number[]
}

async function typesOn(
  typist: Typist,
  at: { id: string; year: number },
  elementCode: string,
  known: Known,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    const attempt = {
      elementCode,
      year: at.year,
      value: String(randomInt(1, 1_000_000)),
      expectedVersion: known.acknowledged.version,
      idempotencyKey: randomUUID(),
    }
    known.open = attempt
    // eslint-disable-next-line no-await-in-loop -- one key after another, as people type
    const told = await typist.saves(at.id, attempt)
    if (told === null) return
    known.open = null
    if (told === 'stale') {
      // eslint-disable-next-line no-await-in-loop -- read again before the next try
      const now = await typist.figures(at.id, at.year).catch(() => null)
      if (!now) return
      known.acknowledged = now.get(elementCode)!
    } else {
      known.acknowledged = told
      known.versions.push(told.version)
    }
  }
}

describe.concurrent.each([
  ['embedded', async () => ({})],
  ...(findPostgres() ? ([['postgres', postgresEnvironment]] as const) : []),
] as const)('a server on %s killed while two people type', (_, environment) => {
  test(
    `loses nothing it acknowledged and takes nothing twice, ${ROUNDS} times`,
    async () => {
      const env = await environment()
      const port = await freePort()
      let server = await startBuiltServer({ port, env })
      const { directory, origin } = server
      try {
        const people = await Promise.all([
          Typist.named('Mariam Selk', origin),
          Typist.named('Mariam Selk', origin),
        ])
        const at = await people[0].assessment()
        const before = await people[0].figures(at.id, at.year)
        const versions: number[] = []
        const known = people.map((_, place): Record<'own' | 'shared', Known> => ({
          own: { acknowledged: before.get(OWN[place]!)!, open: null, versions: [] },
          shared: { acknowledged: before.get(SHARED)!, open: null, versions },
        }))

        for (let round = 1; round <= ROUNDS; round += 1) {
          let isOver = false
          const typing = people.flatMap((typist, place) => [
            typesOn(typist, at, OWN[place]!, known[place]!.own, () => isOver),
            typesOn(typist, at, SHARED, known[place]!.shared, () => isOver),
          ])
          await wait(randomInt(50, 700))
          await server.stop('SIGKILL')
          isOver = true
          await Promise.all(typing)
          server = await startBuiltServer({ port, directory, env })

          const stored = await people[0].figures(at.id, at.year)
          for (const [place, { own, shared }] of known.entries()) {
            expectKept(stored.get(OWN[place]!)!, own, round)
            const now = stored.get(SHARED)!
            expect(now.version, `round ${round}`).toBeGreaterThanOrEqual(
              shared.acknowledged.version,
            )
          }
          // Sent once more under its key, as a portal does: taken once, whether or not it had arrived.
          for (const [place, { own, shared }] of known.entries()) {
            if (own.open) {
              const again = await people[place]!.saves(at.id, own.open)
              expect(again, `round ${round}`).toEqual({
                value: own.open.value,
                version: own.open.expectedVersion + 1,
              })
              own.acknowledged = again as Stored
              own.open = null
            }
            shared.open = null
            shared.acknowledged = stored.get(SHARED)!
          }
        }
        // Of two who change the same figure, only one is ever told that theirs came next.
        expect(versions).toEqual([...new Set(versions)])
        for (const [place, { own }] of known.entries()) {
          const saves = own.acknowledged.version - before.get(OWN[place]!)!.version
          expect(saves, 'saves acknowledged').toBeGreaterThan(0)
        }
      } finally {
        await server.stop('SIGKILL')
        server.clear()
      }
    },
    60_000 + ROUNDS * 30_000,
  )
})

/** An acknowledged save is there, or the one sent after it. */
function expectKept(stored: Stored, { acknowledged, open }: Known, round: number): void {
  const candidates = [
    acknowledged,
    ...(open ? [{ value: open.value, version: open.expectedVersion + 1 }] : []),
  ]
  expect(candidates, `round ${round}`).toContainEqual(stored)
}
