import { sql } from 'kysely'
import type { Tables } from '../../migrations/tables'
import type { Db } from './database'
import { snake, snakeKeys } from './insert-rows'

/** Sets columns of one row and counts its `version` up, typed by the table itself; others stay as they are. */
export async function updateRow<T extends keyof Tables & string>(
  db: Db,
  table: T,
  id: string,
  columns: object,
): Promise<void> {
  const names = Object.keys(columns).map(snake)
  const target = sql.table(snake(table))
  const json = JSON.stringify(snakeKeys(columns))
  const assigned = sql.join([
    ...names.map((name) => sql`${sql.ref(name)} = given.${sql.ref(name)}`),
    sql`version = kept.version + 1`,
  ])
  await sql`update ${target} kept set ${assigned}
    from jsonb_populate_record(null::${target}, ${json}::jsonb) given where kept.id = ${id}::uuid`.execute(
    db,
  )
}
