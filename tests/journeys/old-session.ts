import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import { ownerIdentity } from '../../server/seeds/seed.ts'
import { openDatabase } from '../../server/src/platform/index.ts'

/** Token of the session below. */
export const OLD_SESSION = Buffer.alloc(32, 7).toString('base64url')

/** A session of a person that was opened an hour ago and is in use, at a server that is not running. */
export async function openOldSession(directory: string, name: string, role: string) {
  const hash = createHash('sha256').update(OLD_SESSION).digest()
  const then = new Date(Date.now() - 60 * 60_000).toISOString()
  const opened = await openDatabase(
    { kind: 'embedded', directory: join(directory, 'database') },
    [],
  )
  try {
    await opened.database.write(ownerIdentity, ({ db }) =>
      sql`
        select session_open(${randomUUID()}::uuid, ${hash}, p.id, r.id, ${then}::timestamptz, 600,
          now() + interval '1 day')
        from person p join person_role r on r.person_id = p.id
        where p.name = ${name} and r.role = ${role} and r.ended_at is null`.execute(db),
    )
  } finally {
    await opened.database.close()
    await opened.pglite?.close()
  }
}
