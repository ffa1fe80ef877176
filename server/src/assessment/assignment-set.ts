import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, type CommandScope } from '#access'
import type { VersionSnapshot } from '#framework'
import {
  DateScalar,
  Refusal,
  badInput,
  problem,
  uuidOf,
  type Db,
  type ProblemDetail,
} from '#platform'
import {
  frameworkOf,
  holdAssessment,
  recordAssessment,
  type AssessmentSubject,
} from './assessment.lock'
import { AssessmentPayload } from './assessment.payload'
import { canAssign } from './policies'
import { tell } from './tell'

@InputType({ description: 'Who enters which KPIs, and by when.' })
export class AssignmentSetInput {
  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the assessment.' })
  readonly assessmentId!: string

  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the person, a contributor of the own administration.' })
  readonly personId!: string

  @Access(MEMBER)
  @Field(() => [String], { description: 'Codes of the KPIs, at least one.' })
  readonly kpiCodes!: readonly string[]

  @Access(MEMBER)
  @Field(() => DateScalar, { nullable: true, description: 'Day by which they are due.' })
  readonly dueOn?: string | null

  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class AssignmentSetArgs {
  @Access(MEMBER)
  @Field(() => AssignmentSetInput, { description: 'The assignment.' })
  readonly input!: AssignmentSetInput
}

@Resolver()
export class AssignmentSet {
  @Access(MEMBER)
  @Mutation(() => AssessmentPayload, {
    description:
      'Delegates KPIs with their data elements to a contributor. A data element somebody else is already responsible for stays with them. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, LIST_LENGTH, UNKNOWN_KPI, UNKNOWN_PERSON, BAD_PERIOD.',
  })
  assignmentSet(
    @Args(() => AssignmentSetArgs) { input }: AssignmentSetArgs,
    @Ctx() context: Context,
  ) {
    return context.command('assignmentSet', input, async (scope) => {
      const { db, viewer, record } = scope
      const subject = await holdAssessment(db, input.assessmentId)
      ensure(canAssign(viewer, subject), ['input', 'assessmentId'])
      const framework = await frameworkOf(context, db, subject)
      const personId = await contributorOf(db, input.personId, subject.administrationId)
      const problems = assignmentProblems(input, personId, framework, scope.now)
      if (problems.length > 0 || personId === null) throw new Refusal(problems)

      const kpiCodes = [...new Set(input.kpiCodes)]
      await writeAssignments(scope, subject, personId, kpiCodes, input.dueOn ?? null)
      await writeElements(scope, subject, personId, kpiCodes, framework)
      recordAssessment(record, 'assignmentSet', subject, { personId, kpis: kpiCodes })
      await tell(scope, subject, 'ASSIGNED', ['CONTRIBUTOR'], {
        kpiCodes,
        personIds: [personId],
        dueAt: input.dueOn ?? null,
      })
      return { assessmentId: subject.id }
    })
  }
}

async function contributorOf(
  db: Db,
  globalId: string,
  administrationId: string,
): Promise<string | null> {
  const id = uuidOf('PE', globalId)
  if (id === null) return null
  const row = await db
    .selectFrom('personRole')
    .select('personId')
    .where('personId', '=', id)
    .where('administrationId', '=', administrationId)
    .where('role', '=', 'CONTRIBUTOR')
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return row?.personId ?? null
}

function assignmentProblems(
  input: AssignmentSetInput,
  personId: string | null,
  framework: Pick<VersionSnapshot, 'kpiByCode'>,
  now: Date,
): readonly ProblemDetail[] {
  const today = now.toISOString().slice(0, 10)
  return [
    ...(personId === null
      ? [
          problem('NOT_FOUND', 'UNKNOWN_PERSON', 'The administration has no such contributor.', [
            'input',
            'personId',
          ]),
        ]
      : []),
    ...(input.kpiCodes.length === 0
      ? [badInput('LIST_LENGTH', 'Name at least one KPI.', ['input', 'kpiCodes'])]
      : []),
    ...input.kpiCodes
      .filter((code) => !framework.kpiByCode.has(code))
      .map((code) =>
        problem('NOT_FOUND', 'UNKNOWN_KPI', 'The framework version has no such KPI.', [code]),
      ),
    ...(input.dueOn != null && input.dueOn < today
      ? [badInput('BAD_PERIOD', 'The due day has passed.', ['input', 'dueOn'])]
      : []),
  ]
}

async function writeAssignments(
  { db, viewer, now, newId }: CommandScope,
  { id, administrationId }: AssessmentSubject,
  personId: string,
  kpiCodes: readonly string[],
  dueOn: string | null,
): Promise<void> {
  await db
    .insertInto('assignment')
    .values(
      kpiCodes.map((kpiCode) => ({
        id: newId(),
        assessmentId: id,
        administrationId,
        kpiCode,
        personId,
        dueOn,
        createdBy: viewer.personId,
        createdAt: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['assessmentId', 'kpiCode', 'personId']).doUpdateSet((eb) => ({
        dueOn: eb.ref('excluded.dueOn'),
        // Of another due day one is reminded again.
        remindedAt: null,
      })),
    )
    .execute()
}

/** One person is responsible for a data element, however many KPIs use it. */
async function writeElements(
  { db }: CommandScope,
  { id }: AssessmentSubject,
  personId: string,
  kpiCodes: readonly string[],
  framework: VersionSnapshot,
): Promise<void> {
  const pairs = kpiCodes.flatMap((kpi) =>
    (framework.kpiByCode.get(kpi)?.elements ?? []).map(({ element }) => ({ kpi, element })),
  )
  await sql`
    insert into assignment_element (assignment_id, administration_id, element_code)
    select distinct a.id, a.administration_id, p.element
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p(kpi text, element text)
      join assignment a on a.assessment_id = ${id}::uuid and a.kpi_code = p.kpi
        and a.person_id = ${personId}::uuid
      left join (select e.element_code from assignment_element e
          join assignment o on o.id = e.assignment_id
          where o.assessment_id = ${id}::uuid and o.person_id <> ${personId}::uuid) taken
        on taken.element_code = p.element
    where taken.element_code is null
    on conflict do nothing`.execute(db)
}
