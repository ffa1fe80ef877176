import { sql } from 'kysely'
import type { Db } from '#platform'
import type { Cycle } from './cycle'

const cycles = (db: Db) =>
  db
    .selectFrom('cycle')
    .selectAll()
    .select(
      sql<boolean>`exists (select 1 from release r where r.cycle_id = cycle.id and r.status = 'PUBLISHED')`.as(
        'isPublished',
      ),
    )

/** All cycles, the newest first. */
export async function allCycles(db: Db): Promise<readonly Cycle[]> {
  return (await cycles(db).orderBy('reportingYear', 'desc').execute()) as unknown as Cycle[]
}

/** Cycles by code. */
export async function cyclesByCode(
  db: Db,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Cycle>> {
  const rows = (await cycles(db)
    .where('code', 'in', [...codes])
    .execute()) as unknown as Cycle[]
  return new Map(rows.map((row) => [row.code, row]))
}

/** Cycles by id. */
export async function cyclesById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Cycle>> {
  const rows = (await cycles(db)
    .where('id', 'in', [...ids])
    .execute()) as unknown as Cycle[]
  return new Map(rows.map((row) => [row.id, row]))
}
