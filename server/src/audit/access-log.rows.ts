import { sql, type RawBuilder } from 'kysely'
import { HAT_LETTER, type Hat } from '#access'
import { isUuid, requestError, type Db, type Page } from '#platform'
import type { AccessLogEntry } from './access-log.type'

export interface AccessLogFilter {
  readonly kind: string | null
  readonly hat: Hat | null
  readonly administrationId: string | null
  readonly cycleId: string | null
  readonly from: Date | null
  readonly until: Date | null
}

const HATS = new Map(Object.entries(HAT_LETTER).map(([hat, letter]) => [letter, hat as Hat]))

/** A page of the reads the viewer may know of, newest first, with one more than asked for. */
export async function accessLogPage(
  db: Db,
  page: Page,
  filter: AccessLogFilter,
): Promise<{ rows: readonly AccessLogEntry[]; total: number }> {
  const where = conditionsOf(filter)
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from access_log_entry e where ${where}`.execute(db)
  const { rows } = await sql<AccessLogEntry & { hat: string }>`
    select e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.administration_id,
      null as cycle_id, e.cycle_id as cycle_of_content, e.assessment_id, e.release_id, e.kind, e.hat, e.person_id,
      e.reader_administration_id, e.responses, e.figures
    from access_log_entry e where ${where}${page.after ? sql` and ${isAfter(page.after)}` : sql``}
    order by e.at desc, e.id desc limit ${page.first + 1}`.execute(db)
  return {
    rows: rows.map((row) => ({ ...row, hat: HATS.get(row.hat) ?? null })),
    total: counted.rows[0]?.total ?? 0,
  }
}

function conditionsOf(filter: AccessLogFilter): RawBuilder<unknown> {
  const { kind, hat, administrationId, cycleId, from, until } = filter
  return sql.join(
    [
      sql`true`,
      ...(kind === null ? [] : [sql`e.kind = ${kind}`]),
      ...(hat === null ? [] : [sql`e.hat = ${HAT_LETTER[hat]}`]),
      ...(administrationId === null ? [] : [sql`e.administration_id = ${administrationId}::uuid`]),
      ...(cycleId === null ? [] : [sql`e.cycle_id = ${cycleId}::uuid`]),
      ...(from === null ? [] : [sql`e.at >= ${from.toISOString()}::timestamptz`]),
      ...(until === null ? [] : [sql`e.at < ${until.toISOString()}::timestamptz`]),
    ],
    sql` and `,
  )
}

function isAfter([at = '', id = '']: readonly string[]): RawBuilder<unknown> {
  if (Number.isNaN(Date.parse(at)) || !isUuid(id)) {
    throw requestError('BAD_INPUT', 'CURSOR', '"after" is not a cursor of this list.')
  }
  return sql`(e.at, e.id) < (${new Date(at).toISOString()}::timestamptz, ${id}::uuid)`
}
