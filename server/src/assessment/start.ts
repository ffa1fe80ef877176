import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, type CommandScope } from '#access'
import type { VersionSnapshot } from '#framework'
import { Refusal, insertRows, notFound, problem, uuidOf, type Db } from '#platform'
import { Assessment } from './assessment'
import { frameworkOf, recordAssessment } from './assessment.lock'
import { AssessmentPayload } from './assessment.payload'
import { canStart } from './policies'
import { recompute } from './recompute'
import { after } from './transitions'

@InputType({ description: 'In which cycle to start.' })
class AssessmentStartInput {
  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the cycle.' })
  readonly cycleId!: string

  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class AssessmentStartArgs {
  @Access(MEMBER)
  @Field(() => AssessmentStartInput, { description: 'The cycle.' })
  readonly input!: AssessmentStartInput
}

@Resolver()
export class AssessmentStart {
  @Access(MEMBER)
  @Mutation(() => AssessmentPayload, {
    description:
      'Starts the assessment of the own administration in a cycle; a second start opens the same, and after a withdrawal it is a draft again. It starts without figures: those of an earlier cycle are taken over by a person, one by one. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, NOT_INVITED, OUT_OF_TIME.',
  })
  assessmentStart(
    @Args(() => AssessmentStartArgs) { input }: AssessmentStartArgs,
    @Ctx() context: Context,
  ) {
    return context.command('assessmentStart', input, async (scope) => {
      const { em, db, viewer, record } = scope
      const cycle = await cycleOf(db, input.cycleId, viewer.administrationId)
      const isInvited = cycle.invitedAt !== null
      ensure(canStart(viewer, { ...cycle, isInvited }, cycle.extendedUntil), ['input', 'cycleId'])
      const administrationId = viewer.administrationId!

      const existing = await em.findOne(Assessment, { administrationId, cycleId: cycle.id })
      if (existing) {
        if (existing.status === 'WITHDRAWN') resume(existing, record)
        return { assessmentId: existing.id }
      }
      const framework = await frameworkOf(context, db, cycle)
      const id = scope.newId()
      const isNew = await insertHead(scope, { id, administrationId, cycle })
      if (!isNew) {
        const other = await em.findOneOrFail(Assessment, { administrationId, cycleId: cycle.id })
        return { assessmentId: other.id }
      }
      await insertContent(scope, { id, administrationId, cycle }, framework)
      recordAssessment(
        record,
        'assessmentStart',
        { id, administrationId, cycleId: cycle.id },
        { cycle: cycle.code, to: 'DRAFT' },
      )
      return { assessmentId: id }
    })
  }
}

interface StartCycle {
  readonly id: string
  readonly code: string
  readonly status: string
  readonly closesAt: string
  readonly frameworkVersionId: string
  readonly reportingYear: number
  readonly previousYear: number
  readonly defaultDisclosure: string
  readonly invitedAt: string | null
  readonly extendedUntil: string | null
}

interface NewAssessment {
  readonly id: string
  readonly administrationId: string
  readonly cycle: StartCycle
}

async function cycleOf(
  db: Db,
  globalId: string,
  administrationId: string | null,
): Promise<StartCycle> {
  const id = uuidOf('CY', globalId)
  const row =
    id === null
      ? undefined
      : await db
          .selectFrom('cycle as c')
          .leftJoin('cycleParticipant as p', (join) =>
            join.onRef('p.cycleId', '=', 'c.id').on('p.administrationId', '=', administrationId),
          )
          .select([
            'c.id',
            'c.code',
            'c.status',
            'c.closesAt',
            'c.frameworkVersionId',
            'c.reportingYear',
            'c.previousYear',
            'c.defaultDisclosure',
            'p.invitedAt',
            'p.extendedUntil',
          ]) // prettier-ignore
          .where('c.id', '=', id)
          .executeTakeFirst()
  if (!row) throw notFound(['input', 'cycleId'])
  return row
}

function resume(assessment: Assessment, record: CommandScope['record']): void {
  assessment.status = after(assessment.status, 'RESUME')
  assessment.withdrawnAt = null
  assessment.withdrawalProposedBy = null
  assessment.withdrawalDeclinedReason = null
  assessment.withdrawnBy = null
  recordAssessment(record, 'assessmentResume', assessment, { from: 'WITHDRAWN', to: 'DRAFT' })
}

/** False when a colleague has started the same a moment ago. */
async function insertHead(
  { db, viewer, now }: CommandScope,
  { id, administrationId, cycle }: NewAssessment,
): Promise<boolean> {
  const row = await db
    .insertInto('assessment')
    .values({
      id,
      administrationId,
      cycleId: cycle.id,
      frameworkVersionId: cycle.frameworkVersionId,
      status: 'DRAFT',
      startedAt: now,
      startedBy: viewer.personId!,
    })
    .onConflict((conflict) => conflict.columns(['administrationId', 'cycleId']).doNothing())
    .returning('id')
    .executeTakeFirst()
    .catch(orNotInvited)
  return row !== undefined
}

/** The invitation was withdrawn a moment ago. */
function orNotInvited(cause: unknown): never {
  if (!String(cause).includes('assessment_invited')) throw cause
  throw new Refusal([
    problem('FORBIDDEN', 'NOT_INVITED', 'The administration is not invited to this cycle.', [
      'input',
      'cycleId',
    ]),
  ])
}

async function insertContent(
  { db, newId, now }: CommandScope,
  { id, administrationId, cycle }: NewAssessment,
  framework: VersionSnapshot,
): Promise<void> {
  const place = { assessmentId: id, administrationId }
  await insertRows(db, 'assessmentProgress', [
    {
      ...place,
      cycleId: cycle.id,
      figuresEntered: 0,
      figuresTotal: 0,
      kpisReady: 0,
      kpisTotal: framework.kpis.length,
      blocks: 0,
      warningsOpen: 0,
      lastActivityAt: now,
    },
  ])
  const levels = await firstLevels(db, cycle)
  await insertRows(
    db,
    'kpiResponse',
    framework.kpis.map(({ code }) => ({
      id: newId(),
      ...place,
      kpiCode: code,
      state: 'PENDING',
      checks: [],
      disclosureLevel: levels.get(code) ?? 'NATIONAL',
      aggregateUse: 'PUBLIC',
      levelChosen: false,
      updatedAt: now,
      version: 1,
    })),
  )
  await recompute(db, framework, { id, ...cycleYears(cycle) }, now)
}

/** The level each answer begins with: the default of the cycle, or the widest its KPI allows where that is narrower. */
async function firstLevels(
  db: Db,
  { frameworkVersionId, defaultDisclosure }: StartCycle,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; level: string }>`
    select k.code, case when m.rank < d.rank then m.code else d.code end as level
    from kpi k
      join disclosure_level d on d.code = ${defaultDisclosure}
      left join disclosure_level m on m.code = k.max_disclosure_level
    where k.version_id = ${frameworkVersionId}::uuid`.execute(db)
  return new Map(rows.map(({ code, level }) => [code, level]))
}

const cycleYears = ({ reportingYear, previousYear }: StartCycle) => ({
  reportingYear,
  previousYear,
})
