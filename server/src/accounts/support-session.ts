import { sql } from 'kysely'
import { anonymous, appendAudit, logIdentityOf, type Context } from '#access'
import type { Db } from '#platform'
import { hashOfSecret, newSecret } from './secret-token'

export interface EndedView {
  /** Under which the own session of whoever looked goes on. */
  readonly token: string
  /** When the own session ends at the latest; null where it is over by now. */
  readonly expiresAt: Date | null
}

interface EndedRow {
  readonly viewId: string
  readonly personId: string
  readonly administrationId: string | null
  readonly viewerId: string
  readonly expiresAt: string | null
}

/**
 * Ends the support view this request came with, also one that ran out meanwhile, with a line in both chains.
 * Null where the request came with no such view.
 */
export async function endSupportView(
  context: Context,
  andThen: (db: Db, ended: EndedView) => Promise<void>,
): Promise<EndedView | null> {
  const { exchange, services, now, requestId, viewer } = context
  if (exchange.sessionToken === null) return null
  const held = exchange.sessionToken
  await context.close()
  return services.database.write(logIdentityOf(viewer), async ({ db }) => {
    const { token, hash } = newSecret()
    const { rows } = await sql<EndedRow>`
      select * from support_view_end(${hashOfSecret(held)}::bytea, ${hash}::bytea, ${now.toISOString()}::timestamptz)`.execute(
      db,
    )
    const [row] = rows
    if (!row) return null
    const administrator = {
      ...anonymous(now),
      personId: row.viewerId,
      hat: 'ADMINISTRATOR',
    } as const
    await appendAudit(
      db,
      administrator,
      requestId,
      now,
      [...new Set([row.administrationId, null])].map((administrationId) => ({
        action: 'supportViewEnd',
        objectType: 'SupportView',
        objectId: row.viewId,
        administrationId,
        facts: { viewAs: row.personId },
      })),
    )
    const ended = { token, expiresAt: row.expiresAt === null ? null : new Date(row.expiresAt) }
    await andThen(db, ended)
    return ended
  })
}
