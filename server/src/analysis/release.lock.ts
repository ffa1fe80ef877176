import { notFound, uuidOf, type Db } from '#platform'
import type { ReleaseFacts } from './policies'

export interface LockedRelease extends ReleaseFacts {
  readonly id: string
  readonly code: string
  readonly cycleId: string
  readonly version: number
}

/** The release a command is about, locked for the rest of its transaction. */
export async function lockRelease(db: Db, globalId: string): Promise<LockedRelease> {
  const id = uuidOf('RL', globalId)
  const row =
    id === null
      ? undefined
      : await db
          .selectFrom('release')
          .select(['id', 'code', 'cycleId', 'status', 'builtBy', 'version'])
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst()
  if (!row) throw notFound(['input', 'releaseId'])
  const internal = await db
    .selectFrom('releaseInternal')
    .select('auditPassed')
    .where('releaseId', '=', row.id)
    .executeTakeFirst()
  return { ...row, auditPassed: internal?.auditPassed ?? null }
}
