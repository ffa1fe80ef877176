import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure } from '#access'
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
import { frameworkOf, holdAssessment, recordAssessment } from '../assessment.lock'
import { AssessmentPayload } from '../assessment.payload'
import { settleElements, writeAssignments } from './assignment.write'
import { canAssign } from '../policies'
import { queueForContent } from '../recompute'
import { tell } from '../tell'

@InputType({ description: 'Who enters which KPIs or data elements, and by when.' })
export class AssignmentSetInput {
  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the assessment.' })
  readonly assessmentId!: string

  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the person, a contributor of the own administration.' })
  readonly personId!: string

  @Access(MEMBER)
  @Field(() => [String], {
    nullable: true,
    description:
      'Codes of the KPIs. Their data elements are read with them, and written where nobody else is responsible.',
  })
  readonly kpiCodes?: readonly string[] | null

  @Access(MEMBER)
  @Field(() => [String], {
    nullable: true,
    description:
      'Codes of data elements that are entered, given by themselves: their figures and nothing else of the KPIs that use them. With `kpiCodes` at least one code.',
  })
  readonly elementCodes?: readonly string[] | null

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
      'Delegates KPIs with their data elements, or data elements by themselves, to a contributor. With a KPI, an element somebody else is responsible for stays with them; given by itself, it passes to the person. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, LIST_LENGTH, UNKNOWN_KPI, UNKNOWN_ELEMENT, DERIVED, UNKNOWN_PERSON, BAD_PERIOD.',
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
      const elementCodes = [...new Set(input.elementCodes)]
      const dueOn = input.dueOn ?? null
      // One after another: who is responsible for an element depends on every assignment there is.
      await queueForContent(db, subject.id)
      const passed = await writeAssignments(scope, subject, {
        personId,
        kpiCodes,
        elementCodes,
        dueOn,
      })
      await settleElements(db, subject, framework)
      recordAssessment(record, 'assignmentSet', subject, {
        personId,
        ...(kpiCodes.length > 0 && { kpis: kpiCodes }),
        ...(elementCodes.length > 0 && { elements: elementCodes }),
        ...(passed.length > 0 && { takenFrom: [...new Set(passed.map((each) => each.personId))] }),
      })
      await tell(scope, subject, 'ASSIGNED', ['CONTRIBUTOR'], {
        kpiCodes,
        elementCodes,
        personIds: [personId],
        dueAt: dueOn,
      })
      for (const [formerId, lost] of Map.groupBy(passed, (each) => each.personId)) {
        await tell(scope, subject, 'UNASSIGNED', ['CONTRIBUTOR'], {
          elementCodes: lost.map((each) => each.elementCode),
          personIds: [formerId],
        })
      }
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
  framework: Pick<VersionSnapshot, 'kpiByCode' | 'elementByCode'>,
  now: Date,
): readonly ProblemDetail[] {
  const today = now.toISOString().slice(0, 10)
  const kpiCodes = input.kpiCodes ?? []
  const elementCodes = input.elementCodes ?? []
  return [
    ...(personId === null
      ? [
          problem('NOT_FOUND', 'UNKNOWN_PERSON', 'The administration has no such contributor.', [
            'input',
            'personId',
          ]),
        ]
      : []),
    ...(kpiCodes.length + elementCodes.length === 0
      ? [badInput('LIST_LENGTH', 'Name at least one KPI or data element.', ['input', 'kpiCodes'])]
      : []),
    ...kpiCodes
      .filter((code) => !framework.kpiByCode.has(code))
      .map((code) =>
        problem('NOT_FOUND', 'UNKNOWN_KPI', 'The framework version has no such KPI.', [code]),
      ),
    ...elementCodes.flatMap((code) => elementProblems(code, framework)),
    ...(input.dueOn != null && input.dueOn < today
      ? [badInput('BAD_PERIOD', 'The due day has passed.', ['input', 'dueOn'])]
      : []),
  ]
}

function elementProblems(
  code: string,
  { elementByCode }: Pick<VersionSnapshot, 'elementByCode'>,
): readonly ProblemDetail[] {
  const element = elementByCode.get(code)
  const path = ['input', 'elementCodes', code]
  if (!element)
    return [
      problem('NOT_FOUND', 'UNKNOWN_ELEMENT', 'The framework version has no such element.', path),
    ]
  return element.origin === 'DERIVED'
    ? [badInput('DERIVED', 'This element is computed, nobody enters it.', path)]
    : []
}
