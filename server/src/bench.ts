import { createHash, randomBytes } from 'node:crypto'
import { deepStrictEqual } from 'node:assert'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { anonymous, identityOf } from '#access'
import { loadViewer } from '#accounts'
import { loadCatalogue } from '#framework'
import {
  RegisteredDocuments,
  createSealing,
  globalId,
  migrate,
  openDatabase,
  systemClock,
  timeOrderedIds,
  type Database,
} from '#platform'
import { startBareServer, statementAnswer } from '../bench/bare-server'
import { frameworkTree, wholeAssessment, type BenchOperation } from '../bench/operations'
import { ratioOf, runRounds, type Contender } from '../bench/rounds'
import { ownerIdentity, seed } from '../seeds/seed'
import { createSchema, entities } from './schema'
import { SESSION_COOKIE, createServer } from './server'

const CLIENT = join(import.meta.dirname, 'bench-client.js')

/**
 * Compares our server with a bare HTTP server that returns the same, verified JSON from one
 * hand-tuned statement, in one interleaved run on the embedded database. It prints ratios, never
 * times, and never fails a build.
 */
async function bench(): Promise<void> {
  const opened = await openDatabase({ kind: 'embedded', directory: 'memory://' }, entities)
  await migrate(opened.orm)
  const { database } = opened
  await seed(database, { clock: systemClock, demonstration: 'on', log: () => {} })
  const services = {
    database,
    clock: systemClock,
    ids: timeOrderedIds,
    memory: new Map<string, unknown>([['isDemonstration', true]]),
    mailing: { mailer: null, origin: '' },
    sealing: createSealing('the bench seals nothing'),
    identityProvider: null,
    wakeWorker: () => {},
  }
  await loadCatalogue(services)
  const server = await createServer({
    schema: await createSchema(),
    services,
    log: pino({ level: 'silent' }),
    documents: new RegisteredDocuments([]),
    freeDocuments: true,
    publicOrigin: undefined,
    files: null,
    isReady: async () => true,
  })
  await server.http.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.http.server.address() as AddressInfo
  const ours = `http://127.0.0.1:${port}/graphql`

  const owner = await signedInOwner(database)
  for (const operation of [
    frameworkTree('PMM-V1-DEMO'),
    wholeAssessment(globalId('AS', owner.assessmentId), owner.assessmentId),
  ]) {
    await compare(database, ours, operation, owner.token)
  }
  await server.stop()
  await database.close()
  await opened.pglite?.close()
}

async function compare(
  database: Database,
  ours: string,
  operation: BenchOperation,
  token: string,
): Promise<void> {
  const now = systemClock.now()
  const viewer = operation.isSignedIn
    ? await loadViewer(database, { sessionToken: token, authorization: null, now })
    : anonymous(now)
  const best = statementAnswer(database, identityOf(viewer!), operation)
  const buffer = await best()
  const l0 = await startBareServer(() => buffer)
  const l1 = await startBareServer(best)
  const body = JSON.stringify({ query: operation.document, variables: operation.variables })
  const headers = {
    'content-type': 'application/json',
    ...(operation.isSignedIn ? { cookie: `${SESSION_COOKIE}=${token}` } : {}),
  }
  const r1: Contender = { key: 'R1', url: ours, body, headers }
  const statements = await database.counter.during(() => equalAnswers(r1, buffer))

  const contenders: readonly Contender[] = [
    { key: 'L0', url: l0.url, body, headers },
    { key: 'L1', url: l1.url, body, headers },
    r1,
    { ...r1, key: 'A/A' },
  ]
  const [m0, m1, mr, ma] = await runRounds(CLIENT, contenders)
  print(operation.name, statements, [
    ['R1 / L1', ratioOf(mr!, m1!)],
    ['R1 / L0', ratioOf(mr!, m0!)],
    ['R1 / R1 again (must be about 1)', ratioOf(ma!, mr!)],
  ])
  await l0.close()
  await l1.close()
}

// No figure counts unless both answers are the same.
async function equalAnswers({ url, body, headers }: Contender, expected: string): Promise<void> {
  const response = await fetch(url, { method: 'POST', headers, body })
  deepStrictEqual(await response.json(), JSON.parse(expected))
}

async function signedInOwner(database: Database): Promise<{ token: string; assessmentId: string }> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest()
  return database.write(ownerIdentity, async ({ db }) => {
    const { rows } = await sql<{ assessmentId: string; roleId: string; personId: string }>`
      select a.id as assessment_id, r.id as role_id, r.person_id
      from assessment a join cycle c on c.id = a.cycle_id
      join person_role r on r.administration_id = a.administration_id and r.role = 'COORDINATOR'
      where c.code = 'C2022' and a.status = 'ACCEPTED' order by a.id limit 1`.execute(db)
    const [first] = rows
    if (!first) throw new Error('the demonstration world has no accepted assessment')
    await sql`select session_open(gen_random_uuid(), ${hash}, ${first.personId}::uuid, ${first.roleId}::uuid,
      now(), 600, now() + interval '1 hour')`.execute(db)
    return { token, assessmentId: first.assessmentId }
  })
}

function print(
  name: string,
  statements: number,
  ratios: readonly (readonly [string, { median: number; low: number; high: number }])[],
): void {
  const lines = ratios.map(
    ([label, { median, low, high }]) =>
      `  ${label.padEnd(34)} ${median.toFixed(2)}   (${low.toFixed(2)} to ${high.toFixed(2)})`,
  )
  process.stdout.write(
    `${name}: same answer as the bare server; ${statements} data statements\n${lines.join('\n')}\n`,
  )
}

await bench()
process.exit(0)
