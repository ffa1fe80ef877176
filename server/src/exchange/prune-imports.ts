import { sql } from 'kysely'
import { anonymous, appendAudit } from '#access'
import type { DueHandler } from '#platform'

const HOUR = 60 * 60 * 1000

/** Lets go of dry runs that were never imported, once an hour, and of the contents of those that were. */
export function pruneImports(): DueHandler {
  let next = 0
  return async ({ db, now }) => {
    if (now.getTime() < next) return
    next = now.getTime() + HOUR
    const { rows } = await sql<{ gone: number }>`
      select framework_import_prune(${now.toISOString()}::timestamptz) as gone`.execute(db)
    const gone = rows[0]?.gone ?? 0
    if (gone === 0) return
    await appendAudit(db, anonymous(now), 'clock', now, [
      {
        action: 'frameworkImportPrune',
        objectType: null,
        objectId: null,
        administrationId: null,
        facts: { count: gone },
      },
    ])
  }
}
