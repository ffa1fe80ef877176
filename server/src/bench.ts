import { deepStrictEqual } from 'node:assert'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { sql } from 'kysely'
import { anonymous, identityOf } from '#access'
import { loadViewer } from '#accounts'
import { globalId, systemClock, type Database, type DatabaseSource } from '#platform'
import { compareAccounts } from '../bench/accounts'
import { startBareServer, statementAnswer } from '../bench/bare-server'
import {
  frameworkTree,
  tenThousandFields,
  wholeAssessment,
  type BenchOperation,
} from '../bench/operations'
import { cpuRatioOf, ratioOf, runRounds, type Contender, type Ratio } from '../bench/rounds'
import { openBench, serve, signIn } from '../bench/served'
import { unguardedSchema } from '../bench/unguarded'
import { compareWrites } from '../bench/writes'
import { ownerIdentity } from '../seeds/seed'
import { createSchema } from './schema'
import { SESSION_COOKIE } from './server'

const CLIENT = join(import.meta.dirname, 'bench-client.js')
const WORKSHOP = join(import.meta.dirname, 'bench-workshop.js')

/**
 * Compares our server with a bare HTTP server that returns the same, verified JSON from one
 * hand-tuned statement, and with itself without rules; each in one interleaved run, on the embedded
 * database and on PostgreSQL where there is one. It prints ratios, never times, and never fails a
 * build.
 */
async function bench(source: DatabaseSource): Promise<void> {
  process.stdout.write(`--- ${NAMES[source.kind]}\n`)
  const { services, close } = await openBench(source)
  const { database } = services
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
  const rounds = (contenders: readonly Contender[]) => runRounds(CLIENT, contenders)
  const writes = await compareWrites(served.url, database, rounds)
  for (const { name, statements, ours, best, again } of writes) {
    print(name, statements, [
      ['R1 / L1', ratioOf(ours, best)],
      [SAME, ratioOf(again, ours)],
    ])
  }
  const [one, many] = writes.map(({ ours }) => ours)
  process.stdout.write(`${line('CPU of a save, 51 figures / one', cpuRatioOf(many!, one!))}\n`)
  await weighRules(served.url, unguarded.url, tenThousandFields(assessment), owner.token)
  for (const { name, known, again } of await compareAccounts(served.url, database)) {
    process.stdout.write(
      `${name}: same answer for every account\n${[
        line('time, known / unknown (0.95 to 1.05)', known),
        line('time, unknown / unknown (about 1)', again),
      ].join('\n')}\n`,
    )
  }
  await served.server.stop()
  await unguarded.server.stop()
  await close()
}

const SAME = 'R1 / R1 again (must be about 1)'

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
    [SAME, ratioOf(ma!, mr!)],
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
  const first = await database.write(ownerIdentity, async ({ db }) => {
    const { rows } = await sql<{ assessmentId: string; roleId: string }>`
      select a.id as assessment_id, r.id as role_id
      from assessment a join cycle c on c.id = a.cycle_id
      join person_role r on r.administration_id = a.administration_id and r.role = 'COORDINATOR'
      where c.code = 'C2022' and a.status = 'ACCEPTED' order by a.id limit 1`.execute(db)
    return rows[0]
  })
  if (!first) throw new Error('the demonstration world has no accepted assessment')
  return { token: await signIn(database, first.roleId), assessmentId: first.assessmentId }
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

// Mebibytes of the old generation, which holds what outlives a request.
const WORKSHOP_HEAP = 128

/** In a process of its own, with no more memory than a version of 2,000 KPIs may take. */
async function benchWorkshop(source: DatabaseSource): Promise<void> {
  const child = fork(WORKSHOP, [JSON.stringify(source)], {
    execArgv: [`--max-old-space-size=${WORKSHOP_HEAP}`],
  })
  const [code] = (await once(child, 'exit')) as [number]
  if (code !== 0) throw new Error('the workshop did not come to its end')
}

process.stdout.write(LEGEND)
const [url] = process.argv.slice(2)
const sources: readonly DatabaseSource[] = [
  { kind: 'embedded', directory: 'memory://' },
  ...(url ? [{ kind: 'postgres', url } as const] : []),
]
for (const source of sources) {
  await bench(source)
  await benchWorkshop(source)
}
process.exit(0)
