import { sql } from 'kysely'
import type { Db, Page } from '#platform'
import type { Assessment } from './assessment'
import type { AssessmentFacts } from './policies'
import type { AssessmentProgress } from './progress.type'

/** An assessment as it is read for display: the head, and what its rules ask of cycle and register. */
export interface AssessmentRow
  extends
    Omit<Assessment, 'dueAt'>,
    Pick<
      AssessmentFacts,
      'dueAt' | 'requiresApproval' | 'cycleStatus' | 'cycleClosesAt' | 'extendedUntil'
    > {
  /** The id again, under the name the access rules look for. */
  readonly assessmentId: string
  readonly reportingYear: number
  readonly previousYear: number
  readonly administrationCode: string
  readonly cycleNumber: number
}

const assessments = (db: Db) =>
  db
    .selectFrom('assessment as s')
    .innerJoin('cycle as c', 'c.id', 's.cycleId')
    .innerJoin('administration as a', 'a.id', 's.administrationId')
    .leftJoin('cycleParticipant as p', (join) =>
      join
        .onRef('p.cycleId', '=', 's.cycleId')
        .onRef('p.administrationId', '=', 's.administrationId'),
    )
    .selectAll('s')
    .select([
      's.id as assessmentId',
      'c.status as cycleStatus',
      'c.closesAt as cycleClosesAt',
      'c.number as cycleNumber',
      'c.reportingYear',
      'c.previousYear',
      'a.code as administrationCode',
      'a.requiresApproval',
      'p.extendedUntil',
    ])

/** Assessments by id, as far as the viewer may know of them. */
export async function assessmentsById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AssessmentRow>> {
  const rows = await assessments(db)
    .where('s.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row as unknown as AssessmentRow]))
}

/** The assessment of one administration in the cycle with this code. */
export async function assessmentInCycle(
  db: Db,
  administrationId: string,
  cycleCode: string,
): Promise<AssessmentRow | null> {
  const row = await assessments(db)
    .where('s.administrationId', '=', administrationId)
    .where('c.code', '=', cycleCode)
    .executeTakeFirst()
  return (row as unknown as AssessmentRow | undefined) ?? null
}

/** The assessments of one administration by cycle. */
export async function assessmentsInCycles(
  db: Db,
  cycleIds: readonly string[],
  administrationId: string,
): Promise<ReadonlyMap<string, AssessmentRow>> {
  const rows = await assessments(db)
    .where('s.administrationId', '=', administrationId)
    .where('s.cycleId', 'in', [...cycleIds])
    .execute()
  return new Map(rows.map((row) => [row.cycleId, row as unknown as AssessmentRow]))
}

/** Assessments of administrations, the newest cycle first. */
export async function assessmentsOfAdministrations(
  db: Db,
  administrationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AssessmentRow[]>> {
  const rows = await assessments(db)
    .where('s.administrationId', 'in', [...administrationIds])
    .orderBy('c.number', 'desc')
    .execute()
  return Map.groupBy(rows as unknown as AssessmentRow[], (row) => row.administrationId)
}

/** A page of the assessments the viewer may know of: newest cycle first, then by administration. */
export async function assessmentPage(
  db: Db,
  page: Page,
  cycleCode: string | null,
): Promise<{ rows: readonly AssessmentRow[]; total: number }> {
  let rows = assessments(db)
  let count = db
    .selectFrom('assessment as s')
    .innerJoin('cycle as c', 'c.id', 's.cycleId')
    .select(sql<number>`count(*)::int`.as('total'))
  if (cycleCode !== null) {
    rows = rows.where('c.code', '=', cycleCode)
    count = count.where('c.code', '=', cycleCode)
  }
  if (page.after) {
    const [number = '', code = ''] = page.after
    rows = rows.where(
      sql<boolean>`(-c.number, a.code collate "C") > (-${Number.parseInt(number, 10) || 0}::int, ${code})`,
    )
  }
  const found = await rows
    .orderBy('c.number', 'desc')
    .orderBy(sql`a.code collate "C"`)
    .limit(page.first + 1)
    .execute()
  const { total } = await count.executeTakeFirstOrThrow()
  return { rows: found as unknown as AssessmentRow[], total }
}

/** Counts by assessment. */
export async function progressOfAssessments(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AssessmentProgress>> {
  const rows = await db
    .selectFrom('assessmentProgress')
    .selectAll()
    .where('assessmentId', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.assessmentId, row as unknown as AssessmentProgress]))
}

/** Who entered the figures of an assessment, each person once. */
export async function enteredByOfAssessments(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('dataValue')
    .select(['assessmentId', 'updatedBy'])
    .distinct()
    .where('assessmentId', 'in', [...ids])
    .where('updatedBy', 'is not', null)
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.assessmentId)
  return new Map([...grouped].map(([id, found]) => [id, found.flatMap((r) => r.updatedBy ?? [])]))
}
