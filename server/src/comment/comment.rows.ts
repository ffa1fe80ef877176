import { sql } from 'kysely'
import type { Db } from '#platform'
import type { CommentRow } from './comment.types'
import type { CommentPlace, Hearers } from './policies'

const TABLE = { INTERNAL: 'internal_comment', SECRETARIAT: 'comment' } as const

const tableOf = (hearers: Hearers) => sql.table(TABLE[hearers])

/** Codes under which comments are wanted: one KPI and the data elements it uses. */
export interface CommentPlaces {
  readonly kpiCode: string
  readonly elementCodes: readonly string[]
}

const commentsOf =
  (hearers: Hearers) =>
  async (
    db: Db,
    assessmentIds: readonly string[],
    { kpiCode, elementCodes }: CommentPlaces,
  ): Promise<ReadonlyMap<string, readonly CommentRow[]>> => {
    const { rows } = await sql<CommentRow>`
      select c.*, s.status as assessment_status from ${tableOf(hearers)} c
        join ${tableOf(hearers)} t on t.id = c.thread_id join assessment s on s.id = c.assessment_id
      where c.assessment_id = any (${sql.val([...assessmentIds])}::uuid[])
        and (c.kpi_code = ${kpiCode} or c.element_code = any (${sql.val([...elementCodes])}::text[]))
      order by t.created_at, t.id, c.created_at, c.id`.execute(db)
    return Map.groupBy(rows, ({ assessmentId }) => assessmentId)
  }

/** Comments at a KPI and its data elements by assessment, thread by thread, the oldest first. */
export const internalCommentsOfAssessments = commentsOf('INTERNAL')
/** The same of the thread with the secretariat. */
export const commentsOfAssessments = commentsOf('SECRETARIAT')

/** One comment by id; undefined when it is not there for the viewer. */
export async function commentById(
  db: Db,
  hearers: Hearers,
  id: string,
): Promise<CommentRow | undefined> {
  const { rows } = await sql<CommentRow>`
    select c.*, s.status as assessment_status from ${tableOf(hearers)} c
      join assessment s on s.id = c.assessment_id where c.id = ${id}::uuid`.execute(db)
  return rows[0]
}

export interface PlaceCount extends CommentPlace {
  readonly assessmentId: string
  readonly administrationId: string
  readonly open: number
  readonly threads: number
}

const countsOf =
  (hearers: Hearers) =>
  async (
    db: Db,
    assessmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly PlaceCount[]>> => {
    const { rows } = await sql<PlaceCount>`
      select t.assessment_id, t.administration_id, t.kpi_code, t.element_code, count(*)::int as threads,
        (count(*) filter (where t.resolved_at is null))::int as open
      from ${tableOf(hearers)} t
      where t.assessment_id = any (${sql.val([...assessmentIds])}::uuid[]) and t.thread_id = t.id
        and exists (select 1 from ${tableOf(hearers)} c where c.thread_id = t.id and c.removed_at is null)
      group by 1, 2, 3, 4`.execute(db)
    return Map.groupBy(rows, ({ assessmentId }) => assessmentId)
  }

/** Threads by place and assessment; one whose every word was removed counts no more. */
export const internalCountsOfAssessments = countsOf('INTERNAL')
/** The same of the thread with the secretariat. */
export const countsOfAssessments = countsOf('SECRETARIAT')

export interface Reader {
  readonly assessmentId: string
  readonly personId: string
  readonly role: 'COORDINATOR' | 'APPROVER' | 'CONTRIBUTOR' | 'VIEWER'
}

const readersAmong =
  (hearers: Hearers) =>
  async (
    db: Db,
    assessmentIds: readonly string[],
    { kpiCode, elementCode }: CommentPlace,
  ): Promise<ReadonlyMap<string, readonly Reader[]>> => {
    const { rows } = await sql<Reader>`select assessment_id, person_id, role
      from comment_readers(${sql.val([...assessmentIds])}::uuid[], ${kpiCode}, ${elementCode}, ${hearers === 'INTERNAL'})`.execute(
      db,
    )
    return Map.groupBy(rows, ({ assessmentId }) => assessmentId)
  }

/** People of the viewer's administration who could read an internal comment at a place, by assessment. */
export const internalReadersOfAssessments = readersAmong('INTERNAL')
/** The same of the thread with the secretariat. */
export const readersOfAssessments = readersAmong('SECRETARIAT')

/** People of the viewer's administration who could read a comment at this place. */
export async function readersOf(
  db: Db,
  assessmentId: string,
  place: CommentPlace,
  hearers: Hearers,
): Promise<readonly Reader[]> {
  return (await readersAmong(hearers)(db, [assessmentId], place)).get(assessmentId) ?? []
}

export interface WrittenComment extends CommentPlace {
  readonly id: string
  readonly threadId: string
  readonly assessmentId: string
  readonly administrationId: string
  readonly body: string
  readonly language: string
  readonly mentioned: readonly string[]
  readonly authorId: string
  readonly authorRole: string
  readonly createdAt: Date
}

/** Adds a comment. */
export async function insertComment(
  db: Db,
  hearers: Hearers,
  { mentioned, createdAt, ...row }: WrittenComment,
): Promise<void> {
  await sql`insert into ${tableOf(hearers)} (id, thread_id, assessment_id, administration_id, kpi_code, element_code, body,
      language, mentioned, author_id, author_role, created_at)
    values (${row.id}::uuid, ${row.threadId}::uuid, ${row.assessmentId}::uuid, ${row.administrationId}::uuid, ${row.kpiCode},
      ${row.elementCode}, ${row.body}, ${row.language}, ${sql.val([...mentioned])}::uuid[], ${row.authorId}::uuid,
      ${row.authorRole}, ${createdAt.toISOString()}::timestamptz)`.execute(db)
}

/** Number of comments at a place, answers and removed ones among them. */
export async function countAt(
  db: Db,
  hearers: Hearers,
  assessmentId: string,
  { kpiCode, elementCode }: CommentPlace,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${tableOf(hearers)}
    where assessment_id = ${assessmentId}::uuid and kpi_code is not distinct from ${kpiCode}
      and element_code is not distinct from ${elementCode}`.execute(db)
  return rows[0]!.n
}

/** People who have spoken in a thread. */
export async function speakersIn(
  db: Db,
  hearers: Hearers,
  threadId: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{
    authorId: string
  }>`select distinct author_id from ${tableOf(hearers)}
    where thread_id = ${threadId}::uuid and removed_at is null`.execute(db)
  return rows.map(({ authorId }) => authorId)
}

type Change =
  | { readonly body: string; readonly mentioned: readonly string[]; readonly editedAt: Date }
  | { readonly removedAt: Date }
  | { readonly resolvedAt: Date; readonly resolvedBy: string }
  | { readonly resolvedAt: null }

/** Changes a comment in the version it was seen in; whether it still was in it. */
export async function changeComment(
  db: Db,
  hearers: Hearers,
  { id, version }: { readonly id: string; readonly version: number },
  change: Change,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update ${tableOf(hearers)} set ${assigned(change)}, version = version + 1
    where id = ${id}::uuid and version = ${version}`.execute(db)
  return numAffectedRows === 1n
}

function assigned(change: Change) {
  if ('body' in change) {
    return sql`body = ${change.body}, mentioned = ${sql.val([...change.mentioned])}::uuid[],
      edited_at = ${change.editedAt.toISOString()}::timestamptz`
  }
  if ('removedAt' in change) {
    return sql`body = null, mentioned = '{}', removed_at = ${change.removedAt.toISOString()}::timestamptz`
  }
  if (change.resolvedAt === null) return sql`resolved_at = null, resolved_by = null`
  return sql`resolved_at = ${change.resolvedAt.toISOString()}::timestamptz, resolved_by = ${change.resolvedBy}::uuid`
}
