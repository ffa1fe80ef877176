import { sql } from 'kysely'
import type { Db } from '#platform'
import type { RestorationFacts } from './policies'

const DAYS = 7

type Row = RestorationFacts & { readonly personId: string }

/** What the rules ask before somebody is helped back in; nothing for anybody but the administrator. */
export async function restorationsOf(
  db: Db,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, RestorationFacts>> {
  const since = new Date(now.getTime() - DAYS * 24 * 60 * 60 * 1000)
  const { rows } = await sql<Row>`select person_id, gave_link, took_factor, has_factor
    from access_restorations(${sql.val([...ids])}::uuid[], ${since.toISOString()}::timestamptz)`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.personId, row]))
}

export const NOTHING_RESTORED: RestorationFacts = {
  gaveLink: false,
  tookFactor: false,
  hasFactor: false,
}
