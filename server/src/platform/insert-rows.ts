import { sql } from 'kysely'
import type { Tables } from '../../migrations/tables'
import type { Db } from './database'

const CHUNK = 20_000

/**
 * Inserts plain rows in one statement for each twenty thousand, typed by the table itself. The first
 * row names the columns; columns it leaves out take their defaults.
 */
export async function insertRows<T extends keyof Tables & string>(
  db: Db,
  table: T,
  rows: readonly object[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).map(snake)
  const target = sql.table(snake(table))
  const list = sql.join(columns.map((column) => sql.ref(column)))
  for (let start = 0; start < rows.length; start += CHUNK) {
    const json = JSON.stringify(rows.slice(start, start + CHUNK).map(snakeKeys))
    await sql`insert into ${target} (${list}) select ${list} from jsonb_populate_recordset(null::${target}, ${json}::jsonb)`.execute(
      db,
    )
  }
}

/** A name as the database writes it. */
export const snake = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export const snakeKeys = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value]))
