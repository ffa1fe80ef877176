import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure } from '#access'
import { holdAssessmentRow, recordAssessment } from '../assessment.lock'
import { AssessmentPayload } from '../assessment.payload'
import { assignmentOf, placeOf } from './assignment-remove'
import { canMarkAssignment } from '../policies'

@InputType({ description: 'Whether the own part of an assignment is done.' })
class AssignmentMarkInput {
  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the assignment.' })
  readonly assignmentId!: string

  @Access(MEMBER)
  @Field(() => Boolean, { description: 'Whether it is done; false takes the mark back.' })
  readonly isDone!: boolean

  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class AssignmentMarkArgs {
  @Access(MEMBER)
  @Field(() => AssignmentMarkInput, { description: 'The assignment.' })
  readonly input!: AssignmentMarkInput
}

const PATH = ['input', 'assignmentId']

@Resolver()
export class AssignmentMark {
  @Access(MEMBER)
  @Mutation(() => AssessmentPayload, {
    description:
      'Marks an own assignment as done, or takes the mark back; the coordinator sees it. Problems: NOT_FOUND, WRONG_HAT, NOT_ASSIGNED, WRONG_STATE.',
  })
  assignmentMark(
    @Args(() => AssignmentMarkArgs) { input }: AssignmentMarkArgs,
    @Ctx() context: Context,
  ) {
    return context.command('assignmentMark', input, async ({ db, viewer, now, record }) => {
      const found = await assignmentOf(db, input.assignmentId)
      const subject = await holdAssessmentRow(db, found.assessmentId, PATH)
      ensure(canMarkAssignment(viewer, subject, found.personId), PATH)
      await db
        .updateTable('assignment')
        .set({ doneAt: input.isDone ? now : null })
        .where('id', '=', found.id)
        .execute()
      recordAssessment(record, 'assignmentMark', subject, {
        ...placeOf(found),
        isDone: input.isDone,
      })
      return { assessmentId: subject.id }
    })
  }
}
