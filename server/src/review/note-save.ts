import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, REVIEWER, ensure, expectVersion } from '#access'
import { Refusal, insertRows, notFound, uuidOf } from '#platform'
import { canKeepNotes } from './policies'
import { ReviewNotePayload } from './review-items.type'
import { lockReview } from './review.lock'
import { recordTeamWork } from './review.write'
import { inScope } from './scope'
import { textProblems } from './text'

@InputType({ description: 'A working note on a KPI.' })
class ReviewNoteSaveInput {
  @Access(REVIEWER)
  @Field(() => ID, { description: 'Id of the review.' })
  readonly reviewId!: string

  @Access(REVIEWER)
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the own note to change. Without it, a new one is written.',
  })
  readonly noteId?: string | null

  @Access(REVIEWER)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpiCode!: string

  @Access(REVIEWER)
  @Field(() => String, { description: 'The note.' })
  readonly body!: string

  @Access(REVIEWER)
  @Field(() => Int, { description: 'Version of the note the change was made on; 0 for a new one.' })
  readonly expectedVersion!: number

  @Access(REVIEWER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class ReviewNoteSaveArgs {
  @Access(REVIEWER)
  @Field(() => ReviewNoteSaveInput, { description: 'The note.' })
  readonly input!: ReviewNoteSaveInput
}

@Resolver()
export class ReviewNoteSave {
  @Access(REVIEWER)
  @Mutation(() => ReviewNotePayload, {
    description:
      'Writes or changes a working note of one’s own, which the team reads and nobody else. Problems: NOT_FOUND, NOT_ASSIGNED, WRONG_STATE, STALE_VERSION, OUT_OF_SCOPE, TEXT_MISSING.',
  })
  reviewNoteSave(
    @Args(() => ReviewNoteSaveArgs) { input }: ReviewNoteSaveArgs,
    @Ctx() context: Context,
  ) {
    return context.command('reviewNoteSave', input, async ({ db, viewer, now, newId, record }) => {
      const review = await lockReview(db, input.reviewId)
      ensure(canKeepNotes(viewer, review), ['input', 'reviewId'])
      inScope(review, input.kpiCode)
      const problems = textProblems(input.body, 'body')
      const body = input.body.trim()
      recordTeamWork(record, 'reviewNoteSave', review, { after: body })

      if (input.noteId) {
        const own = await db
          .selectFrom('reviewNote')
          .select(['id', 'version'])
          .where('id', '=', uuidOf('RN', input.noteId))
          .where('reviewId', '=', review.id)
          .where('authorId', '=', viewer.personId)
          .executeTakeFirst()
        if (!own) throw notFound(['input', 'noteId'])
        expectVersion(own, input.expectedVersion, { noteId: own.id })
        if (problems.length > 0) throw new Refusal(problems)
        await db
          .updateTable('reviewNote')
          .set({ body, kpiCode: input.kpiCode, updatedAt: now, version: own.version + 1 })
          .where('id', '=', own.id)
          .execute()
        return { noteId: own.id }
      }

      if (problems.length > 0) throw new Refusal(problems)
      const id = newId()
      await insertRows(db, 'reviewNote', [
        {
          id,
          reviewId: review.id,
          administrationId: review.administrationId,
          assessmentId: review.assessmentId,
          kpiCode: input.kpiCode,
          authorId: viewer.personId,
          body,
          updatedAt: now,
          version: 1,
        },
      ])
      return { noteId: id }
    })
  }
}
