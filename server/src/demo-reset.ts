import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { installationOf } from '../seeds/seed'
import { workerIdentity } from '#access'
import { openDatabase } from '#platform'
import { configExitCode, explainProblems, loadConfig, type Config } from './platform/config'
import { DataDirectoryInUse, acquireLock } from './platform/lock'
import { openPrepared } from './prepare'

/** Puts the demonstration world back as it was at the first start; touches no other data. */
async function reset(config: Config): Promise<string> {
  if (config.databaseUrl) {
    return 'Only the embedded database is reset. On PostgreSQL create an empty database and start with PMM_DEMO=1.'
  }
  const lock = await acquireLock(config.dataDir)
  try {
    const directory = join(config.dataDir, 'database')
    if (existsSync(directory) && !(await holdsDemonstration(directory))) {
      return 'This database does not hold the demonstration world, so nothing was changed.'
    }
    rmSync(directory, { recursive: true, force: true })
    setAside(config.anchorFile)
    const prepared = await openPrepared({ ...config, demo: 'on' }, () => {})
    await prepared.opened.database.close()
    await prepared.opened.pglite?.close()
    return 'The demonstration world is back as it was.'
  } finally {
    await lock.release()
  }
}

// The chains begin anew, so what was anchored of the former ones speaks of another log.
function setAside(anchorFile: string): void {
  if (!existsSync(anchorFile)) return
  renameSync(anchorFile, `${anchorFile}.until-${new Date().toISOString().replaceAll(':', '-')}`)
}

async function holdsDemonstration(directory: string): Promise<boolean> {
  const opened = await openDatabase({ kind: 'embedded', directory }, [])
  try {
    return (await opened.database.read(workerIdentity, installationOf)).isDemonstration
  } finally {
    await opened.database.close()
    await opened.pglite?.close()
  }
}

const loaded = loadConfig()
if (!loaded.ok) {
  process.stderr.write(`${explainProblems(loaded.problems)}\n`)
  process.exit(configExitCode)
}
try {
  process.stdout.write(`${await reset(loaded.config)}\n`)
} catch (error) {
  if (!(error instanceof DataDirectoryInUse)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(75)
}
