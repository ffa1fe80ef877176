import 'reflect-metadata'
import { answerAdminRequest, adminLine, parseAdminWords, type AdminAnswer } from '#accounts'
import {
  openDatabase,
  pendingMigrations,
  systemClock,
  timeOrderedIds,
  type Database,
} from '#platform'
import { configExitCode, explainProblems, loadConfig, type Config } from './platform/config'
import { DataDirectoryInUse, acquireLock, askOwner } from './platform/lock'
import { openPrepared } from './prepare'
import { entities } from './schema'
import { StartRefused, explainDatabaseError } from './start-refused'

type Request = Exclude<ReturnType<typeof parseAdminWords>, string>

/** `npm run admin`: for whoever holds the machine, with or without a running server. */
async function answer(config: Config, request: Request): Promise<AdminAnswer> {
  const origin = config.publicOrigin ?? `http://${config.host}:${config.port}`
  const run = (database: Database) =>
    answerAdminRequest({ database, ids: timeOrderedIds, clock: systemClock }, request, origin)
  return config.databaseUrl ? asOwner(config, run) : embedded(config, request, run)
}

async function asOwner(
  { ownerUrl }: Config,
  run: (database: Database) => Promise<AdminAnswer>,
): Promise<AdminAnswer> {
  if (!ownerUrl) {
    throw new StartRefused(
      'PMM_OWNER_URL: set it to the migrating login; the serving login may not give roles.',
    )
  }
  try {
    const { orm, database } = await openDatabase({ kind: 'postgres', url: ownerUrl }, entities)
    try {
      if ((await pendingMigrations(orm)).length > 0) {
        throw new StartRefused(
          'The database is not prepared. Start the server once with PMM_OWNER_URL.',
        )
      }
      return await run(database)
    } finally {
      await database.close()
    }
  } catch (error) {
    throw error instanceof StartRefused
      ? error
      : new StartRefused(explainDatabaseError('PMM_OWNER_URL', error))
  }
}

// The embedded database has one process, so a running server is asked to do it.
async function embedded(
  config: Config,
  request: Request,
  run: (database: Database) => Promise<AdminAnswer>,
): Promise<AdminAnswer> {
  const line = await askOwner(config.dataDir, adminLine(request))
  if (line !== undefined) return readAnswer(line)
  const lock = await acquireLock(config.dataDir)
  try {
    const { opened } = await openPrepared(config, () => {})
    try {
      return await run(opened.database)
    } finally {
      await opened.database.close()
      await opened.pglite?.close()
    }
  } finally {
    await lock.release()
  }
}

function readAnswer(line: string): AdminAnswer {
  try {
    return JSON.parse(line) as AdminAnswer
  } catch {
    return { problem: `The running server answered: ${line}.` }
  }
}

const fail = (message: string, code: number): never => {
  process.stderr.write(`${message}\n`)
  process.exit(code)
}

async function main(): Promise<void> {
  const request = parseAdminWords(process.argv.slice(2))
  if (typeof request === 'string') return fail(request, 64)
  const loaded = loadConfig()
  if (!loaded.ok) return fail(explainProblems(loaded.problems), configExitCode)
  try {
    const result = await answer(loaded.config, request)
    if ('problem' in result) return fail(result.problem, 1)
    process.stdout.write(`${result.text}\n`)
    process.exit(0)
  } catch (error) {
    if (error instanceof StartRefused) return fail(error.message, configExitCode)
    if (error instanceof DataDirectoryInUse) return fail(error.message, 75)
    throw error
  }
}

await main()
