import { LockMode } from '@mikro-orm/core'
import type { CommandScope, Context } from '#access'
import { catalogueOf, loadSnapshot, type VersionSnapshot } from '#framework'
import { notFound, uuidOf, type Db } from '#platform'
import { Assessment } from './assessment'
import { openPlaces } from './content-access'
import type { AssessmentFacts, OpenPlaces } from './policies'

/** What every command on an assessment knows of it. */
export interface AssessmentSubject extends AssessmentFacts {
  readonly cycleId: string
  readonly frameworkVersionId: string
  readonly submissionCount: number
  readonly approvalRequestedBy: string | null
  readonly reopenRequestedAt: Date | string | null
  readonly reopenedFor: string | null
  readonly reportingYear: number
  readonly previousYear: number
  readonly version: number
}

const PATH = ['input', 'assessmentId']

const subjects = (db: Db) =>
  db
    .selectFrom('assessment as s')
    .innerJoin('cycle as c', 'c.id', 's.cycleId')
    .innerJoin('administration as a', 'a.id', 's.administrationId')
    .leftJoin('cycleParticipant as p', (join) =>
      join
        .onRef('p.cycleId', '=', 's.cycleId')
        .onRef('p.administrationId', '=', 's.administrationId'),
    )
    .select([
      's.id', 's.administrationId', 's.cycleId', 's.frameworkVersionId', 's.status', 's.dueAt',
      's.withdrawalProposedBy', 's.reopenRequestedAt', 's.reopenedFor', 's.approvalRequestedBy', 's.submissionCount', 's.version',
      'a.requiresApproval', 'c.status as cycleStatus', 'c.closesAt as cycleClosesAt', 'c.reportingYear',
      'c.previousYear', 'p.extendedUntil',
    ]) // prettier-ignore

/** The assessment a step is about, locked for the rest of the transaction. */
export async function lockAssessment(
  { em, db }: Pick<CommandScope, 'em' | 'db'>,
  globalId: string,
  path: readonly string[] = PATH,
): Promise<{ assessment: Assessment; subject: AssessmentSubject }> {
  const id = uuidOf('AS', globalId)
  if (id === null) throw notFound(path)
  // A row lock asks for the right to update, which the row policies give by state; whoever may only
  // see the row is answered by the action policy.
  const assessment =
    (await em.findOne(Assessment, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })) ??
    (await em.findOne(Assessment, { id }))
  const subject = assessment && (await subjects(db).where('s.id', '=', id).executeTakeFirst())
  if (!assessment || !subject) throw notFound(path)
  return { assessment, subject }
}

/** The assessment content is written into, held against a submission until the end of the transaction. */
export async function holdAssessment(
  db: Db,
  globalId: string,
  path: readonly string[] = PATH,
): Promise<AssessmentSubject> {
  const id = uuidOf('AS', globalId)
  if (id === null) throw notFound(path)
  return holdAssessmentRow(db, id, path)
}

export async function holdAssessmentRow(
  db: Db,
  id: string,
  path: readonly string[],
): Promise<AssessmentSubject> {
  const query = subjects(db).where('s.id', '=', id)
  const held = await query.forShare('s').executeTakeFirst()
  const subject = held ?? (await query.executeTakeFirst())
  if (!subject) throw notFound(path)
  return subject
}

/** The framework version of the assessment: from memory, or read where another process published it. */
export async function frameworkOf(
  context: Context,
  db: Db,
  { frameworkVersionId }: Pick<AssessmentSubject, 'frameworkVersionId'>,
): Promise<VersionSnapshot> {
  const snapshot =
    catalogueOf(context).byId(frameworkVersionId) ?? (await loadSnapshot(db, frameworkVersionId))
  if (!snapshot) throw new Error('The framework version of an assessment cannot be read.')
  return snapshot
}

/** Where a returned assessment is open; one statement, and none for a draft. */
export async function openPlacesIn(
  db: Db,
  subject: AssessmentSubject,
  snapshot: VersionSnapshot,
): Promise<OpenPlaces> {
  if (subject.status !== 'RETURNED') return { kpis: null, elements: null }
  const items = await db
    .selectFrom('returnItem')
    .select('kpiCode')
    .where('assessmentId', '=', subject.id)
    .where('submissionNumber', '=', subject.submissionCount)
    .execute()
  return openPlaces(
    subject.status,
    items.map(({ kpiCode }) => kpiCode),
    snapshot,
  )
}

// What the cycle officer may know of, or does; work before a submission is not the officer's matter.
const OF_THE_CYCLE: ReadonlySet<string> = new Set([
  'assessmentStart', 'assessmentSubmit', 'assessmentWithdraw', 'assessmentAccept', 'assessmentReturn',
  'assessmentReopen', 'assessmentReopenRequest', 'assessmentReopenRequestTakeBack', 'assessmentReopenRequestDecline',
]) // prettier-ignore

/** The step of the life cycle, as a fact of an audit entry. */
export const stepOf = (
  before: Pick<AssessmentSubject, 'status'>,
  now: Pick<AssessmentSubject, 'status'>,
) => ({ from: before.status, to: now.status })

/** An audit entry about an assessment, in the chain of its administration. */
export function recordAssessment(
  record: CommandScope['record'],
  action: string,
  subject: Pick<AssessmentSubject, 'id' | 'administrationId' | 'cycleId'>,
  facts: Readonly<Record<string, unknown>> = {},
  content: { readonly before?: unknown; readonly after?: unknown } = {},
): void {
  record({
    action,
    objectType: 'Assessment',
    objectId: subject.id,
    administrationId: subject.administrationId,
    cycleId: OF_THE_CYCLE.has(action) ? subject.cycleId : null,
    facts,
    ...content,
  })
}
