import { sql } from 'kysely'
import { anonymous, appendAudit } from '#access'
import type { DueHandler } from '#platform'

const DAY = 24 * 60 * 60 * 1000

/** Takes lines of the access log away when three years are over, once a day; the database lets go of no younger one. */
export function pruneAccessLog(): DueHandler {
  let next = 0
  return async ({ db, now }) => {
    if (now.getTime() < next) return
    next = now.getTime() + DAY
    const { rows } = await sql<{ gone: number }>`
      select access_log_prune(${now.toISOString()}::timestamptz) as gone`.execute(db)
    const gone = rows[0]?.gone ?? 0
    if (gone === 0) return
    await appendAudit(db, anonymous(now), 'clock', now, [
      {
        action: 'accessLogPrune',
        objectType: null,
        objectId: null,
        administrationId: null,
        facts: { count: gone },
      },
    ])
  }
}
