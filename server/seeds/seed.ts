import type { Clock, Database, Db, TransactionIdentity } from '#platform'
import type { DemoChoice } from '../src/platform/config'
import { StartRefused } from '../src/start-refused'
import { seedDemonstration } from './demonstration'
import { writeReference, writeRegister } from './register'

export interface SeedOptions {
  readonly clock: Clock
  readonly demonstration: DemoChoice
  readonly log: (message: string) => void
}

export interface Installation {
  /** The data are invented: every page says so. */
  readonly isDemonstration: boolean
}

export const ownerIdentity: TransactionIdentity = { role: 'pmm_owner', settings: {} }

/** Fills an empty database: with the demonstration world, or with the register of real members alone. */
export async function seed(database: Database, options: SeedOptions): Promise<Installation> {
  return database.write(ownerIdentity, async ({ db, em }) => {
    if (!(await isEmpty(db))) return existing(db, options)
    await writeReference(db)
    if (options.demonstration === 'off') {
      await writeRegister(db, 'members')
      options.log('seeded the register of members')
      return { isDemonstration: false }
    }
    await writeRegister(db, 'demo-members')
    await seedDemonstration({ db, em }, options.clock.now())
    options.log('seeded the demonstration world')
    return { isDemonstration: true }
  })
}

/** What an installation that was filled before holds. */
export async function installationOf(db: Db): Promise<Installation> {
  const mark = await db
    .selectFrom('installation')
    .select('key')
    .where('key', '=', 'demonstration')
    .executeTakeFirst()
  return { isDemonstration: mark !== undefined }
}

async function isEmpty(db: Db): Promise<boolean> {
  const row = await db.selectFrom('region').select('code').limit(1).executeTakeFirst()
  return row === undefined
}

async function existing(db: Db, options: SeedOptions): Promise<Installation> {
  const installation = await installationOf(db)
  if (options.demonstration === 'on' && !installation.isDemonstration) {
    throw new StartRefused(
      'PMM_DEMO=1 needs a database that is empty or marked as demonstration; this one holds other data.',
    )
  }
  return installation
}
