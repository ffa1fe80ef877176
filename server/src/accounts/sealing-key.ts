import { sql } from 'kysely'
import { anonymous, identityOf } from '#access'
import type { Database, Sealing } from '#platform'

/** Whether the database was used with this key before, or with none that matters. */
export const sealingKeyFits = (database: Database, { proof }: Sealing): Promise<boolean> =>
  database.write(identityOf(anonymous(new Date())), async ({ db }) => {
    const { rows } = await sql<{
      fits: boolean
    }>`select sealing_key_fits(${proof}) as fits`.execute(db)
    return rows[0]?.fits === true
  })
