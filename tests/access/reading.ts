import { sql } from 'kysely'
import type { Database, TransactionIdentity } from '../../server/src/platform'
import type { Actor } from './cast.ts'
import { expectations, words } from './expectations.ts'
import type { Stored } from './facts.ts'
import { ROWS, type Facts } from './rows.ts'

export interface ReadingScene {
  readonly database: Database
  readonly stored: Stored
  readonly facts: Facts
  readonly actors: readonly { readonly actor: Actor; readonly identity: TransactionIdentity }[]
}

/** The first row of a table that is shown or hidden against `tables.csv`, or null where there is none. */
export async function firstWrongRead(
  { database, stored, facts, actors }: ReadingScene,
  table: string,
): Promise<string | null> {
  const lines = expectations('tables.csv', ['table', 'hats', 'rows']).filter(
    (line) => line.table === table,
  )
  for (const { actor, identity } of actors) {
    const open = lines.filter(({ hats }) => hats === 'everybody' || words(hats).includes(actor.hat))
    const seen = await database.read(identity, async (db) => {
      const { rows } = await sql<{
        may: boolean
      }>`select has_table_privilege(${table}, 'select') as may`.execute(db)
      if (!rows[0]!.may) return new Set<string>()
      const { rows: shown } = await sql<{
        key: string
      }>`select ctid::text as key from ${sql.table(table)}`.execute(db)
      return new Set(shown.map(({ key }) => key))
    })
    for (const { key, row } of stored.get(table)!) {
      const isExpected = open.some(({ rows }) => ROWS[rows]!(row, actor, facts))
      if (seen.has(key) !== isExpected)
        return `${actor.name}: ${table} ${isExpected ? 'is hidden' : 'is shown'}`
    }
  }
  return null
}
