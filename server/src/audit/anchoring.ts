import { sql } from 'kysely'
import { workerIdentity } from '#access'
import type { Clock, Database, Db, DueHandler } from '#platform'
import type { Anchor, AnchorFile } from './anchor-file'

const HOUR = 60 * 60 * 1000
const PATIENCE = 60 * 1000
/** Held while anchoring, so that of several processes one does it. */
const LOCK = 'audit anchor'

export interface AnchoringOptions {
  readonly file: AnchorFile
  /** Told when the log no longer fits its anchors, and when anchoring failed. */
  readonly onAlarm: (reason: 'BROKEN' | 'FAILED', detail: string) => void
}

/** A place where the log differs from what was anchored. */
interface Break {
  readonly chain: string
  readonly seq: number
}

/**
 * Copies the heads of the chains out of the database: once an hour whatever the number of processes,
 * and at a stop. Each time the anchors before are held against the log first.
 */
export class Anchoring {
  readonly #options: AnchoringOptions
  #lookAgainAt = 0

  constructor(options: AnchoringOptions) {
    this.#options = options
  }

  /** For the worker: does nothing until the hour is over. */
  readonly due: DueHandler = async ({ db, now }) => {
    if (now.getTime() < this.#lookAgainAt) return
    // Before the attempt: one that fails must not hold up the rest of the worker's work every time.
    this.#lookAgainAt = now.getTime() + PATIENCE
    const { rows } = await sql<{ isOurs: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${LOCK}, 0)) as is_ours`.execute(db)
    if (!rows[0]?.isOurs) return
    const last = await lastAnchoring(db)
    const next = last === null ? 0 : startOfHour(last) + HOUR
    const isDone = now.getTime() < next || (await this.#anchor(db, now))
    if (isDone) this.#lookAgainAt = startOfHour(now) + HOUR
  }

  /** At a stop: what has been written since the last hour is anchored as well. */
  async stop(database: Database, clock: Clock): Promise<void> {
    await database.write(workerIdentity, async ({ db }) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${LOCK}, 0))`.execute(db)
      await this.#anchor(db, clock.now(), { evenUnmoved: false })
    })
  }

  async #anchor(db: Db, now: Date, { evenUnmoved } = { evenUnmoved: true }): Promise<boolean> {
    const { file, onAlarm } = this.#options
    try {
      const known = await file.latest()
      const broken = await firstBreak(db, known)
      if (broken) onAlarm('BROKEN', `${broken.chain} ${broken.seq}`)
      const heads = await headsAt(db, now)
      const moved = heads.filter(({ chain, seq }) => seq > (known.get(chain)?.seq ?? 0))
      if (moved.length === 0 && !evenUnmoved) return true
      await file.append(moved)
      await sql`insert into audit_anchor (at, chains, moved, is_intact, broken_chain, broken_seq)
        values (${now.toISOString()}::timestamptz, ${heads.length}::int, ${moved.length}::int, ${broken === null},
          ${broken?.chain ?? null}, ${broken?.seq ?? null}::bigint)
        on conflict (at) do nothing`.execute(db)
      return true
    } catch (error) {
      onAlarm('FAILED', error instanceof Error ? error.name : 'error')
      return false
    }
  }
}

const startOfHour = (at: Date) => Math.floor(at.getTime() / HOUR) * HOUR

async function lastAnchoring(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ at: string | null }>`select max(at) as at from audit_anchor`.execute(
    db,
  )
  return rows[0]?.at ? new Date(rows[0].at) : null
}

async function headsAt(db: Db, now: Date): Promise<readonly Anchor[]> {
  const { rows } = await sql<{ chain: string; seq: string | number; hash: string }>`
    select chain, seq, encode(hash, 'hex') as hash from audit_head where seq > 0 order by chain`.execute(
    db,
  )
  return rows.map(({ chain, seq, hash }) => ({
    at: now.toISOString(),
    chain,
    seq: Number(seq),
    hash,
  }))
}

/** The first chain whose last anchor is not in the log any more, or not with this hash. */
async function firstBreak(db: Db, anchors: ReadonlyMap<string, Anchor>): Promise<Break | null> {
  if (anchors.size === 0) return null
  const { rows } = await sql<{ chain: string; seq: string | number }>`
    select a.chain, a.seq from jsonb_to_recordset(${JSON.stringify([...anchors.values()])}::jsonb)
      as a(chain text, seq bigint, hash text)
    where not exists (select 1 from audit_entry e
      where e.chain = a.chain and e.seq = a.seq and encode(e.hash, 'hex') = a.hash)
    order by a.chain limit 1`.execute(db)
  const [first] = rows
  return first ? { chain: first.chain, seq: Number(first.seq) } : null
}
