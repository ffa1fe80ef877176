import { getHeapStatistics } from 'node:v8'
import { sql } from 'kysely'
import { importCatalogue } from '#framework'
import type { Database, DatabaseSource } from '#platform'
import { largeCatalogue } from '../bench/large-catalogue'
import { openBench, serve, signIn } from '../bench/served'
import { makeVersion, type Ask } from '../bench/workshop-steps'
import { ownerIdentity } from '../seeds/seed'
import { createSchema } from './schema'
import { SESSION_COOKIE } from './server'

const SIZES = [51, 2_000] as const

/**
 * Takes a version of 51 KPIs and one of 2,000 from draft to publication, and prints the statements of
 * each step. It runs in a heap that its parent limits, and dies when that does not suffice.
 */
async function benchWorkshop(source: DatabaseSource): Promise<void> {
  const { services, close } = await openBench(source)
  const { server, url } = await serve(await createSchema(), services)
  const { database } = services
  const askAs = async (role: string) => asking(url, await tokenOf(database, role))
  const makers = {
    editor: await askAs('METHODOLOGY_EDITOR'),
    observer: await askAs('PMMPT_OBSERVER'),
    officer: await askAs('CYCLE_OFFICER'),
  }

  const counts = new Map<string, number[]>()
  for (const kpis of SIZES) {
    const base = `BASE-${kpis}`
    await database.write(ownerIdentity, ({ db }) =>
      importCatalogue(db, services.ids, largeCatalogue(base, kpis), { publishedAt: new Date(0) }),
    )
    const version = { base, code: `COPY-${kpis}`, today: new Date() }
    await makeVersion(makers, version, async (name, step) => {
      const before = database.counter.count
      const answer = await step()
      counts.set(name, [...(counts.get(name) ?? []), database.counter.count - before])
      return answer
    })
  }
  await server.stop()
  await close()

  const lines = [...counts].map(
    ([name, [small, large]]) => `  ${name.padEnd(38)} ${small} and ${large} data statements`,
  )
  process.stdout.write(
    `A version of ${SIZES[0]} KPIs and one of ${SIZES[1]}, from draft to publication\n${lines.join('\n')}\n` +
      `  came to its end in a heap of ${heapLimit()} MiB\n`,
  )
}

const heapLimit = () => Math.round(getHeapStatistics().heap_size_limit / 1024 / 1024)

const asking =
  (url: string, token: string): Ask =>
  async <Answer>(query: string, variables: Record<string, unknown>) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `${SESSION_COOKIE}=${token}` },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await response.json()) as { data: Answer; errors?: unknown }
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }

async function tokenOf(database: Database, role: string): Promise<string> {
  const { rows } = await database.write(ownerIdentity, ({ db }) =>
    sql<{ id: string }>`select id from person_role where role = ${role} and ended_at is null
      order by id limit 1`.execute(db),
  )
  return signIn(database, rows[0]!.id)
}

await benchWorkshop(JSON.parse(process.argv[2]!) as DatabaseSource)
process.exit(0)
