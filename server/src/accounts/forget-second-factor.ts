import { sql } from 'kysely'
import { anonymous, appendAudit } from '#access'
import type { Clock, Database, Db, TransactionIdentity } from '#platform'

const ownerIdentity: TransactionIdentity = { role: 'pmm_owner', settings: {} }

export type ForgetResult = { readonly count: number } | { readonly problem: string }

/**
 * Removes the second factor of one account, for somebody who has lost app and recovery codes; without an
 * address those of everybody, when the secret they were sealed with is lost. Their sessions end. For whoever
 * holds the machine: no session can call it.
 */
export function forgetSecondFactor(
  database: Database,
  clock: Clock,
  mail: string | null,
): Promise<ForgetResult> {
  return database.write(ownerIdentity, async ({ db }) => {
    if (mail !== null && !(await hasAccount(db, mail))) {
      return { problem: `There is no account of ${mail}.` }
    }
    const now = clock.now()
    const { rows } = await sql<{ personId: string }>`
      with gone as (
        delete from second_factor f using person_account a
        where a.person_id = f.person_id and (${mail}::text is null or lower(a.email) = lower(${mail}))
        returning f.person_id),
      codes as (delete from recovery_code where person_id in (select person_id from gone)),
      ended as (update session set revoked_at = ${now.toISOString()}::timestamptz
        where revoked_at is null and person_id in (select person_id from gone))
      select person_id from gone`.execute(db)
    await appendAudit(
      db,
      anonymous(now),
      'command line',
      now,
      rows.map(({ personId }) => ({
        action: 'secondFactorForgetByCommandLine',
        objectType: 'Person',
        objectId: personId,
        administrationId: null,
      })),
    )
    return { count: rows.length }
  })
}

async function hasAccount(db: Db, mail: string): Promise<boolean> {
  const row = await db
    .selectFrom('personAccount')
    .select('personId')
    .where(sql`lower(email)`, '=', mail.toLowerCase())
    .executeTakeFirst()
  return row !== undefined
}
