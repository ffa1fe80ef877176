import { open } from 'node:fs/promises'
import { sql } from 'kysely'
import { workerIdentity } from '#access'
import type { Database, Db } from '#platform'

const PAGE = 1_000

export interface DumpSize {
  readonly entries: number
  readonly chains: number
}

/**
 * All chains as JSON Lines, each entry with the text that was hashed. A page is a transaction of its
 * own, so that a large log does not hold up the one connection of the embedded database; the head of a
 * chain is read with its last page, hence fits it.
 */
export async function* dumpLines(
  database: Pick<Database, 'read'>,
): AsyncGenerator<string, DumpSize> {
  const chains = await database.read(workerIdentity, chainsOf)
  let entries = 0
  yield line({ type: 'dump', version: 1 })
  for (const chain of chains) {
    for (let after = 0, isLast = false; !isLast;) {
      const { rows, head } = await database.read(workerIdentity, (db) => pageOf(db, chain, after))
      for (const row of rows) yield line({ type: 'entry', ...row })
      entries += rows.length
      isLast = rows.length < PAGE
      after = rows.at(-1)?.seq ?? after
      if (isLast && head) yield line({ type: 'head', ...head })
    }
  }
  yield line({ type: 'end', entries, chains: chains.length })
  return { entries, chains: chains.length }
}

/** Writes a dump to a file that does not exist yet. */
export async function dumpToFile(
  database: Pick<Database, 'read'>,
  path: string,
): Promise<DumpSize> {
  const file = await open(path, 'wx', 0o600)
  try {
    const lines = dumpLines(database)
    for (;;) {
      const next = await lines.next()
      if (next.done) return next.value
      await file.write(next.value)
    }
  } finally {
    await file.close()
  }
}

const line = (row: object) => `${JSON.stringify(row)}\n`

async function chainsOf(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ chain: string }>`
    select chain from audit_head union select chain from audit_entry order by 1`.execute(db)
  return rows.map(({ chain }) => chain)
}

interface EntryRow {
  readonly chain: string
  readonly seq: number
  readonly [column: string]: unknown
}

async function pageOf(db: Db, chain: string, after: number) {
  const { rows } = await sql<EntryRow & { seq: string | number }>`
    select chain, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, person_id as person,
      api_client_id as client, hat, administration_id as administration, cycle_id as cycle, action, outcome,
      object_type, object_id, request_id as request, payload, encode(previous_hash, 'hex') as previous,
      encode(hash, 'hex') as hash
    from audit_entry where chain = ${chain} and seq > ${after} order by seq limit ${PAGE}`.execute(
    db,
  )
  const heads = await sql<{ chain: string; seq: string | number; hash: string }>`
    select chain, seq, encode(hash, 'hex') as hash from audit_head where chain = ${chain}`.execute(
    db,
  )
  const [head] = heads.rows
  return {
    rows: rows.map((row) => ({ ...row, seq: Number(row.seq) })),
    head: head && { ...head, seq: Number(head.seq) },
  }
}
