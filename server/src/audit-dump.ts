import 'reflect-metadata'
import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { dumpLine, dumpToFile, readDumpAnswer, type DumpSize } from '#audit'
import { openDatabase } from '#platform'
import { configExitCode, explainProblems, loadConfig, type Config } from './platform/config'
import { DataDirectoryInUse, acquireLock, askOwner } from './platform/lock'
import { openPrepared } from './prepare'
import { StartRefused, explainDatabaseError } from './start-refused'

const PATIENCE = 10 * 60 * 1000

/** `npm run audit:dump -- FILE`: all chains as JSON Lines, with or without a running server. */
async function dump(config: Config, path: string): Promise<DumpSize> {
  return config.databaseUrl ? fromPostgres(config.databaseUrl, path) : embedded(config, path)
}

async function fromPostgres(url: string, path: string): Promise<DumpSize> {
  try {
    const { database } = await openDatabase({ kind: 'postgres', url }, [])
    try {
      return await dumpToFile(database, path)
    } finally {
      await database.close()
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    throw new StartRefused(explainDatabaseError('DATABASE_URL', error))
  }
}

// The embedded database has one process, so a running server is asked to write the file.
async function embedded(config: Config, path: string): Promise<DumpSize> {
  const name = `audit-dump-${randomUUID()}.jsonl`
  const answer = await askOwner(config.dataDir, dumpLine(name), PATIENCE)
  if (answer !== undefined) {
    const written = join(config.dataDir, name)
    try {
      const size = readDumpAnswer(answer)
      if (!size) throw new StartRefused(`The running server answered: ${answer}.`)
      await pipeline(
        createReadStream(written),
        createWriteStream(path, { flags: 'wx', mode: 0o600 }),
      )
      return size
    } finally {
      await rm(written, { force: true })
    }
  }
  const lock = await acquireLock(config.dataDir)
  try {
    const { opened } = await openPrepared(config, () => {})
    try {
      return await dumpToFile(opened.database, path)
    } finally {
      await opened.database.close()
      await opened.pglite?.close()
    }
  } finally {
    await lock.release()
  }
}

const fail = (message: string, code: number): never => {
  process.stderr.write(`${message}\n`)
  process.exit(code)
}

async function main(): Promise<void> {
  const [path, ...more] = process.argv.slice(2)
  if (!path || path.startsWith('-') || more.length > 0) {
    return fail('Use: npm run audit:dump -- dump.jsonl', 64)
  }
  const loaded = loadConfig()
  if (!loaded.ok) return fail(explainProblems(loaded.problems), configExitCode)
  try {
    const { entries, chains } = await dump(loaded.config, path)
    process.stdout.write(`${entries} entries of ${chains} chains are in ${path}\n`)
    process.exit(0)
  } catch (error) {
    if (error instanceof StartRefused) return fail(error.message, configExitCode)
    if (error instanceof DataDirectoryInUse) return fail(error.message, 75)
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      return fail(`${path} exists already; a dump overwrites nothing.`, 73)
    }
    throw error
  }
}

await main()
