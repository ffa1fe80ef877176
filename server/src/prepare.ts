import { join } from 'node:path'
import {
  migrate,
  openDatabase,
  pendingMigrations,
  systemClock,
  type DatabaseSource,
  type OpenedDatabase,
} from '#platform'
import { workerIdentity } from '#access'
import { installationOf, seed, type Installation } from '../seeds/seed'
import type { Config } from './platform/config'
import { entities } from './schema'
import { StartRefused, explainDatabaseError } from './start-refused'

export interface PreparedDatabase {
  readonly opened: OpenedDatabase
  readonly installation: Installation
}

/**
 * Opens the configured database with its schema up to date and its first data in place. On
 * PostgreSQL only the owner's login may do either; without it an unprepared database is refused.
 */
export async function openPrepared(
  config: Config,
  log: (message: string) => void,
): Promise<PreparedDatabase> {
  const seedOptions = { clock: systemClock, demonstration: config.demo, log }
  if (!config.databaseUrl) {
    const opened = await openDatabase(
      { kind: 'embedded', directory: join(config.dataDir, 'database') },
      entities,
    )
    await migrate(opened.orm)
    return { opened, installation: await seed(opened.database, seedOptions) }
  }
  if (config.ownerUrl) {
    const owner = await openOrExplain({ kind: 'postgres', url: config.ownerUrl }, 'PMM_OWNER_URL')
    try {
      await migrate(owner.orm)
      await seed(owner.database, seedOptions)
    } finally {
      await owner.database.close()
    }
  }
  const opened = await openOrExplain({ kind: 'postgres', url: config.databaseUrl }, 'DATABASE_URL')
  try {
    const pending = await pendingMigrations(opened.orm)
    if (pending.length > 0) {
      throw new StartRefused(
        `The database lacks ${pending.length} migrations. Set PMM_OWNER_URL to the migrating login and start again.`,
      )
    }
    const installation = await opened.database.read(workerIdentity, installationOf)
    if (config.demo === 'on' && !installation.isDemonstration) {
      throw new StartRefused(
        'PMM_DEMO=1 needs a database that is empty or marked as demonstration; this one holds other data.',
      )
    }
    return { opened, installation }
  } catch (error) {
    await opened.database.close()
    throw error instanceof StartRefused
      ? error
      : new StartRefused(explainDatabaseError('DATABASE_URL', error))
  }
}

async function openOrExplain(source: DatabaseSource, variable: string): Promise<OpenedDatabase> {
  try {
    const opened = await openDatabase(source, entities)
    await opened.database.ping()
    return opened
  } catch (error) {
    throw new StartRefused(explainDatabaseError(variable, error))
  }
}
