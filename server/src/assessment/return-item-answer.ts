import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, expectVersion } from '#access'
import { Refusal, notFound, uuidOf, type Db } from '#platform'
import { holdAssessmentRow, recordAssessment } from './assessment.lock'
import { AssessmentPayload } from './assessment.payload'
import { textProblems } from './kpi-response.lock'
import { canAnswerItem } from './policies'

@InputType({ description: 'Answer to a returned item.' })
class ReturnItemAnswerInput {
  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the item.' })
  readonly itemId!: string

  @Access(MEMBER)
  @Field(() => String, { description: 'What was changed, or why it stands as it is.' })
  readonly answer!: string

  @Access(MEMBER)
  @Field(() => Int, { description: 'Version of the item the answer was written on.' })
  readonly expectedVersion!: number

  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class ReturnItemAnswerArgs {
  @Access(MEMBER)
  @Field(() => ReturnItemAnswerInput, { description: 'Item and answer.' })
  readonly input!: ReturnItemAnswerInput
}

const PATH = ['input', 'itemId']

@Resolver()
export class ReturnItemAnswer {
  @Access(MEMBER)
  @Mutation(() => AssessmentPayload, {
    description:
      'Answers one returned item. Problems: NOT_FOUND, WRONG_HAT, NOT_ASSIGNED, WRONG_STATE, OUT_OF_TIME, STALE_VERSION, TEXT_MISSING, TEXT_TOO_LONG.',
  })
  returnItemAnswer(
    @Args(() => ReturnItemAnswerArgs) { input }: ReturnItemAnswerArgs,
    @Ctx() context: Context,
  ) {
    return context.command('returnItemAnswer', input, async ({ db, viewer, now, record }) => {
      const found = await itemOf(db, input.itemId)
      const subject = await holdAssessmentRow(db, found.assessmentId, PATH)
      ensure(canAnswerItem(viewer, subject, found.kpiCode), PATH)
      expectVersion(found, input.expectedVersion)
      const problems = textProblems(input.answer, 'answer')
      if (problems.length > 0) throw new Refusal(problems)

      const row = await db
        .updateTable('returnItem')
        .set({
          answer: input.answer.trim(),
          answeredAt: now,
          answeredBy: viewer.personId,
          version: found.version + 1,
        })
        .where('id', '=', found.id)
        .where('version', '=', found.version)
        .where('submissionNumber', '=', subject.submissionCount)
        .returning('id')
        .executeTakeFirst()
      // Answered by a colleague in the same moment, or an item of an earlier return.
      if (!row) expectVersion({ version: -1 }, input.expectedVersion)
      recordAssessment(
        record,
        'returnItemAnswer',
        subject,
        { kpi: found.kpiCode },
        { after: input.answer.trim() },
      )
      return { assessmentId: subject.id }
    })
  }
}

async function itemOf(db: Db, globalId: string) {
  const id = uuidOf('RI', globalId)
  const row =
    id === null
      ? undefined
      : await db
          .selectFrom('returnItem')
          .select(['id', 'assessmentId', 'kpiCode', 'version'])
          .where('id', '=', id)
          .executeTakeFirst()
  if (!row) throw notFound(PATH)
  return row
}
