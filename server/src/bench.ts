import { createHash, randomBytes } from 'node:crypto'
import { deepStrictEqual } from 'node:assert'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import { anonymous, identityOf, type Services } from '#access'
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
  type DatabaseSource,
} from '#platform'
import { startBareServer, statementAnswer } from '../bench/bare-server'
import {
  frameworkTree,
  tenThousandFields,
  wholeAssessment,
  type BenchOperation,
} from '../bench/operations'
import { cpuRatioOf, ratioOf, runRounds, type Contender, type Ratio } from '../bench/rounds'
import { unguardedSchema } from '../bench/unguarded'
import { ownerIdentity, seed } from '../seeds/seed'
import { createSchema, entities } from './schema'
import { SESSION_COOKIE, createServer, type RunningServer } from './server'

const CLIENT = join(import.meta.dirname, 'bench-client.js')

/**
 * Compares our server with a bare HTTP server that returns the same, verified JSON from one
 * hand-tuned statement, and with itself without rules; each in one interleaved run, on the embedded
 * database and on PostgreSQL where there is one. It prints ratios, never times, and never fails a
 * build.
 */
async function bench(source: DatabaseSource): Promise<void> {
  process.stdout.write(`--- ${NAMES[source.kind]}\n`)
  const opened = await openDatabase(source, entities)
  await migrate(opened.orm)
  const { database } = opened
  await seed(database, { clock: systemClock, demonstration: 'on', log: () => {} })
  const services = {
    database,
    clock: systemClock,
    ids: timeOrderedIds,
    memory: new Map<string, unknown>([['isDemonstration', true]]),
    mailing: { mailer: null, origin: '' },
    wakeWorker: () => {},
    sealing: createSealing('the bench seals nothing'),
    identityProvider: null,
  }
  await loadCatalogue(services)
  const served = await serve(await createSchema(), services)
  const unguarded = await serve(await unguardedSchema(), services)

  const owner = await signedInOwner(database)
  const assessment = globalId('AS', owner.assessmentId)
  for (const operation of [
    frameworkTree('PMM-V1-DEMO'),
    wholeAssessment(assessment, owner.assessmentId),
  ]) {
    await compare(database, served.url, operation, owner.token)
  }
  await weighRules(served.url, unguarded.url, tenThousandFields(assessment), owner.token)
  await served.server.stop()
  await unguarded.server.stop()
  await database.close()
  await opened.pglite?.close()
}

async function serve(
  schema: GraphQLSchema,
  services: Services,
): Promise<{ server: RunningServer; url: string }> {
  const server = await createServer({
    schema,
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
  return { server, url: `http://127.0.0.1:${port}/graphql` }
}

// A difference of a few in a hundred shows in many rounds only.
const ROUNDS_OF_RULES = 40

/** The same operation with all rules and with none, by what an answer costs this process. */
async function weighRules(
  ours: string,
  unguarded: string,
  operation: ReturnType<typeof tenThousandFields>,
  token: string,
): Promise<void> {
  const call = {
    body: JSON.stringify({ query: operation.document, variables: operation.variables }),
    headers: { 'content-type': 'application/json', cookie: `${SESSION_COOKIE}=${token}` },
  }
  const all: Contender = { key: 'all rules', url: ours, ...call }
  const none: Contender = { key: 'no rules', url: unguarded, ...call }
  const answer = await (await fetch(ours, { method: 'POST', ...call })).text()
  await equalAnswers(none, answer)
  const fields = answer.match(/"f\d+":/g)?.length ?? 0

  const again = { ...all, key: 'all rules again' }
  const [guarded, bare, same] = await runRounds(CLIENT, [all, none, again], ROUNDS_OF_RULES)
  process.stdout.write(
    `${operation.name}: same answer with and without; ${fields} fields\n${[
      line('CPU, all rules / none (at most 1.05)', cpuRatioOf(guarded!, bare!)),
      line('CPU, all rules / again (about 1)', cpuRatioOf(same!, guarded!)),
    ].join('\n')}\n`,
  )
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
  ratios: readonly (readonly [string, Ratio])[],
): void {
  const lines = ratios.map(([label, ratio]) => line(label, ratio))
  process.stdout.write(
    `${name}: same answer as the bare server; ${statements} data statements\n${lines.join('\n')}\n`,
  )
}

const line = (label: string, { median, low, high }: Ratio): string =>
  `  ${label.padEnd(38)} ${median.toFixed(2)}   (${low.toFixed(2)} to ${high.toFixed(2)})`

const LEGEND =
  'Answers a second, each for one of the other. R1: this server. L1: a bare server that passes one hand-tuned statement ' +
  'through. L0: a bare server with a ready buffer.\n'

const NAMES = { embedded: 'Embedded database', postgres: 'PostgreSQL' } as const

process.stdout.write(LEGEND)
await bench({ kind: 'embedded', directory: 'memory://' })
const [url] = process.argv.slice(2)
if (url) await bench({ kind: 'postgres', url })
process.exit(0)
