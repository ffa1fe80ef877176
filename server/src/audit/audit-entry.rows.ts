import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import { HAT_LETTER, type Hat } from '#access'
import { requestError, type Db, type Page } from '#platform'
import type { AuditAnchor, AuditEntry } from './audit-entry.type'

export interface AuditFilter {
  readonly action: string | null
  readonly outcome: string | null
  readonly personId: string | null
  readonly objectId: string | null
  readonly administrationId: string | null
  readonly from: Date | null
  readonly until: Date | null
}

interface EntryRow {
  readonly chain: string
  readonly seq: string | number
  readonly at: string
  readonly hat: string | null
  readonly payload: string
  readonly [column: string]: unknown
}

const COLUMNS = sql`e.chain, e.seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  e.person_id, e.hat, e.administration_id, e.cycle_id, e.action, e.outcome, e.object_type, e.object_id,
  e.request_id, e.payload, encode(e.hash, 'hex') as hash`

const HATS = new Map(Object.entries(HAT_LETTER).map(([hat, letter]) => [letter, hat as Hat]))

const entryOf = ({ seq, hat, payload, ...row }: EntryRow): AuditEntry =>
  ({
    ...row,
    seq: Number(seq),
    hat: hat === null ? null : (HATS.get(hat) ?? null),
    content: (JSON.parse(payload) as { content: unknown }).content,
  }) as unknown as AuditEntry

/** A page of the entries the viewer may see, newest first, with one more than asked for. */
export async function auditPage(
  db: Db,
  page: Page,
  filter: AuditFilter,
): Promise<{ rows: readonly AuditEntry[]; total: number }> {
  const where = conditionsOf(filter)
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from audit_entry e where ${where}`.execute(db)
  const { rows } = await sql<EntryRow>`
    select ${COLUMNS} from audit_entry e where ${where}${page.after ? sql` and ${isAfter(page.after)}` : sql``}
    order by e.at desc, e.chain, e.seq desc limit ${page.first + 1}`.execute(db)
  return { rows: rows.map(entryOf), total: counted.rows[0]?.total ?? 0 }
}

/** One entry by its place, or null when the viewer sees none there. */
export async function auditEntryAt(db: Db, chain: string, seq: number): Promise<AuditEntry | null> {
  const { rows } = await sql<EntryRow>`
    select ${COLUMNS} from audit_entry e where e.chain = ${chain} and e.seq = ${seq}`.execute(db)
  return rows[0] ? entryOf(rows[0]) : null
}

/** Sort key of an entry, for cursors. */
export const keyOfEntry = ({ at, chain, seq }: AuditEntry): readonly string[] => [
  at,
  chain,
  String(seq),
]

/** An id of its own for an entry, made of its hash. */
export function uuidOfEntry({ hash }: Pick<AuditEntry, 'hash'>): string {
  const bytes = createHash('sha256').update(hash).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function conditionsOf(filter: AuditFilter): RawBuilder<unknown> {
  const { action, outcome, personId, objectId, administrationId, from, until } = filter
  return sql.join(
    [
      sql`true`,
      ...(action === null ? [] : [sql`e.action = ${action}`]),
      ...(outcome === null ? [] : [sql`e.outcome = ${outcome}`]),
      ...(personId === null ? [] : [sql`e.person_id = ${personId}::uuid`]),
      ...(objectId === null ? [] : [sql`e.object_id = ${objectId}`]),
      ...(administrationId === null ? [] : [sql`e.administration_id = ${administrationId}::uuid`]),
      ...(from === null ? [] : [sql`e.at >= ${from.toISOString()}::timestamptz`]),
      ...(until === null ? [] : [sql`e.at < ${until.toISOString()}::timestamptz`]),
    ],
    sql` and `,
  )
}

function isAfter([at = '', chain = '', seq = '']: readonly string[]): RawBuilder<unknown> {
  if (
    !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) ||
    Number.isNaN(Date.parse(at)) ||
    !/^\d{1,15}$/.test(seq)
  ) {
    throw requestError('BAD_INPUT', 'CURSOR', '"after" is not a cursor of this list.')
  }
  const time = sql`${at}::timestamptz`
  return sql`(e.at < ${time} or (e.at = ${time} and (e.chain > ${chain} or (e.chain = ${chain} and e.seq < ${seq}::bigint))))`
}

/** The last anchoring, where the viewer may know of it. */
export async function lastAnchor(db: Db): Promise<AuditAnchor | null> {
  const { rows } = await sql<AuditAnchor>`
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, chains, is_intact, broken_chain,
      broken_seq::int as broken_seq, null as administration_id, null as cycle_id,
      (select count(*)::int from audit_entry e where e.at >= a.at) as entries_since
    from audit_anchor a order by at desc limit 1`.execute(db)
  return rows[0] ?? null
}
