import { sql } from 'kysely'
import { isUuid, requestError, type Db, type Page } from '#platform'
import type { Edition } from './edition'
import type { Benchmark, PeerGroup } from './benchmark.type'
import type { Release } from './release.type'

const releases = (db: Db) =>
  db
    .selectFrom('release as r')
    .innerJoin('cycle as c', 'c.id', 'r.cycleId')
    .leftJoin('releaseInternal as i', 'i.releaseId', 'r.id')
    .select([
      'r.id', 'r.code', 'r.cycleId', 'r.name', 'r.status', 'r.supersedesId', 'r.builtBy', 'r.builtAt',
      'r.embargoUntil', 'r.publishedAt', 'r.contentHash', 'r.isDemonstration', 'r.version', 'r.notes',
      'i.auditReport', 'i.auditPassed', 'i.suppressionLog', 'i.parameters', 'c.frameworkVersionId',
    ]) // prettier-ignore

/** A page of the releases the viewer may see, newest first, with one more than asked for. */
export async function releasePage(
  db: Db,
  page: Page,
  filter: { readonly cycleId?: string },
): Promise<{ rows: readonly Release[]; total: number }> {
  let query = releases(db)
  let count = db.selectFrom('release as r').select(sql<number>`count(*)::int`.as('total'))
  if (filter.cycleId) {
    query = query.where('r.cycleId', '=', filter.cycleId)
    count = count.where('r.cycleId', '=', filter.cycleId)
  }
  if (page.after) {
    const [requestedAt = '', id = ''] = page.after
    if (Number.isNaN(Date.parse(requestedAt)) || !isUuid(id)) {
      throw requestError('BAD_INPUT', 'CURSOR', '"after" is not a cursor of this list.')
    }
    query = query.where(
      sql<boolean>`(r.requested_at, r.id) < (${requestedAt}::timestamptz, ${id}::uuid)`,
    )
  }
  const rows = await query
    .select('r.requestedAt')
    .orderBy('r.requestedAt', 'desc')
    .orderBy('r.id', 'desc')
    .limit(page.first + 1)
    .execute()
  const { total } = await count.executeTakeFirstOrThrow()
  return { rows: rows as unknown as readonly Release[], total }
}

/** One release by its code. */
export async function releaseByCode(db: Db, code: string): Promise<Release | null> {
  const row = await releases(db).where('r.code', '=', code).executeTakeFirst()
  return (row as unknown as Release) ?? null
}

/** Releases by id. */
export async function releasesById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Release>> {
  const rows = await releases(db)
    .where('r.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row as unknown as Release]))
}

/** The newest published release of any cycle, or of the one given. */
export async function newestRelease(db: Db, cycleId?: string): Promise<Release | null> {
  let query = releases(db).where('r.status', '=', 'PUBLISHED')
  if (cycleId) query = query.where('r.cycleId', '=', cycleId)
  const row = await query
    .orderBy('c.reportingYear', 'desc')
    .orderBy('r.publishedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row as unknown as Release) ?? null
}

export interface BenchmarkFilter {
  readonly edition: Edition
  readonly kpiCode: string | null
}

/** Group figures with their release and, for staff, the rule behind them. */
export const cells = (db: Db) =>
  db
    .selectFrom('releaseCell as c')
    .innerJoin('release as r', 'r.id', 'c.releaseId')
    .innerJoin('cycle as y', 'y.id', 'r.cycleId')
    .leftJoin('releaseCellInternal as i', 'i.cellId', 'c.id')
    .innerJoin('peerGroup as g', 'g.code', 'c.groupCode')
    .select([
      'c.id', 'c.releaseId', 'c.edition', 'c.kpiCode', 'c.groupCode', 'c.access', 'c.n', 'c.nBand', 'c.mean', 'c.method',
      'i.rule', 'i.exactN', 'r.status', 'y.frameworkVersionId',
    ]) // prettier-ignore

/** Group figures of releases in one edition, in the order of KPI and group. */
export async function benchmarksOfReleases(
  db: Db,
  releaseIds: readonly string[],
  { edition, kpiCode }: BenchmarkFilter,
): Promise<ReadonlyMap<string, readonly Benchmark[]>> {
  let query = cells(db)
    .where('c.releaseId', 'in', [...releaseIds])
    .where('c.edition', '=', edition)
  if (kpiCode) query = query.where('c.kpiCode', '=', kpiCode)
  const rows = await query.orderBy('c.kpiCode').orderBy('g.sort').execute()
  return Map.groupBy(rows as unknown as Benchmark[], ({ releaseId }) => releaseId)
}

/** Peer groups by code. */
export async function peerGroupsByCode(
  db: Db,
  codes: readonly string[],
): Promise<ReadonlyMap<string, PeerGroup>> {
  const rows = await db
    .selectFrom('peerGroup')
    .selectAll()
    .where('code', 'in', [...codes])
    .execute()
  return new Map(rows.map((row) => [row.code, row as unknown as PeerGroup]))
}

export interface ResultFilter {
  readonly edition: Edition
  readonly kpiCode: string | null
  readonly administrationCode: string | null
  readonly page: Page
}

/** What is read of a released answer `v` of an administration `a`. */
export const answerColumns = sql`v.id, v.edition, v.administration_id, v.release_assessment_id,
          a.code as administration_code, v.kpi_code, v.access, v.state, v.value, v.sub_values, v.score,
          v.reason_code, v.reason_text, v.public_note, v.verification,
          v.edition = 'MEMBERS' and not exists (select 1 from release_value u where u.release_id = v.release_id
            and u.edition = 'PUBLIC' and u.administration_id = v.administration_id
            and u.kpi_code = v.kpi_code and u.access = 'VISIBLE') as is_members_only`

export interface ResultRows {
  readonly rows: readonly ReleasedResponseRow[]
  readonly total: number
}

/** The same page of released answers of each release, by administration and KPI. */
export async function resultsOfReleases(
  db: Db,
  releaseIds: readonly string[],
  { edition, kpiCode, administrationCode, page }: ResultFilter,
): Promise<ReadonlyMap<string, ResultRows>> {
  const asked = sql.join(
    [
      sql`v.edition = ${edition}`,
      ...(kpiCode ? [sql`v.kpi_code = ${kpiCode}`] : []),
      ...(administrationCode ? [sql`a.code = ${administrationCode}`] : []),
    ],
    sql` and `,
  )
  const after = page.after
    ? sql`and (a.code collate "C", v.kpi_code collate "C") > (${page.after[0] ?? ''}, ${page.after[1] ?? ''})`
    : sql``
  const ids = sql`any (${sql.val([...releaseIds])}::uuid[])`
  const { rows } = await sql<FoundResponse>`
    select r.id as release_id, r.status, r.cycle_id, y.framework_version_id, n.total, p.*
    from release r join cycle y on y.id = r.cycle_id
      left join (
        select v.release_id, count(*)::int as total
        from release_value v join administration a on a.id = v.administration_id
        where v.release_id = ${ids} and ${asked} group by v.release_id) n on n.release_id = r.id
      left join lateral (
        select ${answerColumns}
        from release_value v join administration a on a.id = v.administration_id
        where v.release_id = r.id and ${asked} ${after}
        order by a.code collate "C", v.kpi_code collate "C" limit ${page.first + 1}) p on true
    where r.id = ${ids}
    order by r.id, p.administration_code collate "C", p.kpi_code collate "C"`.execute(db)
  const byRelease = Map.groupBy(rows, ({ releaseId }) => releaseId)
  return new Map(
    [...byRelease].map(([id, found]) => [
      id,
      {
        total: found[0]?.total ?? 0,
        rows: found.flatMap(({ total: _, ...row }) =>
          row.id === null ? [] : { ...row, id: row.id, copy: 'RELEASED' as const },
        ),
      },
    ]),
  )
}

// A release without an answer on the page has one row that holds nothing but the release.
type FoundResponse = Omit<ReleasedResponseRow, 'copy' | 'id'> & {
  readonly id: string | null
  readonly total: number | null
}

/** One released answer, or its stub. */
export interface ReleasedResponseRow {
  readonly id: string
  readonly copy: 'RELEASED'
  readonly edition: string
  readonly status: string
  readonly releaseId: string
  readonly releaseAssessmentId: string
  readonly cycleId: string
  readonly frameworkVersionId: string
  readonly administrationId: string
  readonly administrationCode: string
  readonly kpiCode: string
  readonly access: 'VISIBLE' | 'WITHHELD' | 'OUT_OF_SCOPE'
  readonly missingScope?: string
  readonly state: string | null
  readonly value: string | null
  readonly subValues: unknown
  readonly score: string | null
  readonly reasonCode: string | null
  readonly reasonText: string | null
  readonly publicNote: string | null
  readonly verification: string | null
  /** Whether members read it and the public does not. */
  readonly isMembersOnly: boolean
}
