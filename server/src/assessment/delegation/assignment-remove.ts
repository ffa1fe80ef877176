import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure } from '#access'
import { notFound, uuidOf, type Db } from '#platform'
import { frameworkOf, holdAssessmentRow, recordAssessment } from '../assessment.lock'
import { AssessmentPayload } from '../assessment.payload'
import { settleElements } from './assignment.write'
import { canAssign } from '../policies'
import { queueForContent } from '../recompute'
import { tell } from '../tell'

@InputType({ description: 'Which assignment to take back.' })
class AssignmentRemoveInput {
  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the assignment.' })
  readonly assignmentId!: string

  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class AssignmentRemoveArgs {
  @Access(MEMBER)
  @Field(() => AssignmentRemoveInput, { description: 'The assignment.' })
  readonly input!: AssignmentRemoveInput
}

const PATH = ['input', 'assignmentId']

@Resolver()
export class AssignmentRemove {
  @Access(MEMBER)
  @Mutation(() => AssessmentPayload, {
    description:
      'Takes a delegated KPI or data element back; what was entered stays, and an element falls to whoever has a KPI that uses it. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE.',
  })
  assignmentRemove(
    @Args(() => AssignmentRemoveArgs) { input }: AssignmentRemoveArgs,
    @Ctx() context: Context,
  ) {
    return context.command('assignmentRemove', input, async (scope) => {
      const { db, viewer, record } = scope
      const found = await assignmentOf(db, input.assignmentId)
      const subject = await holdAssessmentRow(db, found.assessmentId, PATH)
      ensure(canAssign(viewer, subject), PATH)
      await queueForContent(db, subject.id)
      await db.deleteFrom('assignment').where('id', '=', found.id).execute()
      await settleElements(db, subject, await frameworkOf(context, db, subject))
      recordAssessment(record, 'assignmentRemove', subject, {
        personId: found.personId,
        ...placeOf(found),
      })
      await tell(scope, subject, 'UNASSIGNED', ['CONTRIBUTOR'], {
        personIds: [found.personId],
        ...(found.kpiCode !== null && { kpiCodes: [found.kpiCode] }),
        ...(found.elementCode !== null && { elementCodes: [found.elementCode] }),
      })
      return { assessmentId: subject.id }
    })
  }
}

/** An assignment by id; not there where the viewer does not see it. */
export async function assignmentOf(db: Db, globalId: string) {
  const id = uuidOf('AG', globalId)
  const row =
    id === null
      ? undefined
      : await db
          .selectFrom('assignment')
          .select(['id', 'assessmentId', 'kpiCode', 'elementCode', 'personId'])
          .where('id', '=', id)
          .executeTakeFirst()
  if (!row) throw notFound(PATH)
  return row
}

/** What was given, as a fact of an audit entry. */
export const placeOf = ({
  kpiCode,
  elementCode,
}: {
  readonly kpiCode: string | null
  readonly elementCode: string | null
}) => (kpiCode === null ? { element: elementCode } : { kpi: kpiCode })
