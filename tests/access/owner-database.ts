import { sql } from 'kysely'
import { openDatabase, type Database, type Db } from '../../server/src/platform'
import type { World } from '../setup/world.ts'

/** A database in which a transaction may take any of our roles, which the serving login may not. */
export interface OwnerDatabase {
  readonly database: Database
  close(): Promise<void>
}

/** Opens the world's database as the login that migrates; embedded, both are the same. */
export async function openAsOwner(world: World): Promise<OwnerDatabase> {
  if (!world.copy.ownerUrl) return { database: world.database, close: async () => {} }
  const opened = await openDatabase({ kind: 'postgres', url: world.copy.ownerUrl }, [])
  return { database: opened.database, close: () => opened.database.close() }
}

/** Names of all tables of the product, from the catalogue of the database. */
export async function tablesOf(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p', 'f', 'm') and c.relname not like 'mikro_orm%'
    order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

/** One hash over every row of every table, those that count attempts and refusals left out. */
export async function fingerprint(
  db: Db,
  except: readonly string[] = [],
): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>()
  for (const table of await tablesOf(db)) {
    if (except.includes(table)) continue
    const { rows } = await sql<{ hash: string }>`
      select coalesce(md5(string_agg(line, '' order by line)), '') as hash
      from (select md5(t::text) as line from ${sql.table(table)} t) lines`.execute(db)
    hashes.set(table, rows[0]!.hash)
  }
  return hashes
}
