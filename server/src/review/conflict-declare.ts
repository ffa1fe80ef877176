import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, REVIEWER, ensure, type Viewer } from '#access'
import { Refusal, notFound, uuidOf, type Db } from '#platform'
import { ConflictDeclaration } from './enums'
import { canDeclare } from './policies'
import { ConflictDeclarePayload } from './review-member.type'
import { recordTeamWork } from './review.write'
import { textProblems, trimmed } from './text'

@InputType({ description: 'A reviewer’s declaration about conflicts of interest.' })
class ConflictDeclareInput {
  @Access(REVIEWER)
  @Field(() => ID, { description: 'Id of the review.' })
  readonly reviewId!: string

  @Access(REVIEWER)
  @Field(() => ConflictDeclaration, { description: 'Whether a conflict exists.' })
  readonly declaration!: ConflictDeclaration

  @Access(REVIEWER)
  @Field(() => String, {
    nullable: true,
    description: 'Explanation; needed where a conflict exists.',
  })
  readonly text?: string | null

  @Access(REVIEWER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class ConflictDeclareArgs {
  @Access(REVIEWER)
  @Field(() => ConflictDeclareInput, { description: 'The declaration.' })
  readonly input!: ConflictDeclareInput
}

@Resolver()
export class ConflictDeclare {
  @Access(REVIEWER)
  @Mutation(() => ConflictDeclarePayload, {
    description:
      'Declares whether a conflict of interest exists, before anything of the review is read. A conflict ends the assignment; it may be declared later as well, never taken back. Problems: NOT_FOUND, WRONG_STATE, TEXT_MISSING.',
  })
  conflictDeclare(
    @Args(() => ConflictDeclareArgs) { input }: ConflictDeclareArgs,
    @Ctx() context: Context,
  ) {
    return context.command('conflictDeclare', input, async ({ db, viewer, now, record }) => {
      const member = await lockOwnPlace(db, viewer, input.reviewId)
      ensure(canDeclare(viewer, member, input.declaration), ['input', 'declaration'])
      const isConflict = input.declaration === 'CONFLICT'
      const problems = isConflict ? textProblems(input.text, 'text') : []
      if (problems.length > 0) throw new Refusal(problems)
      await db
        .updateTable('reviewMember')
        .set({
          declaration: input.declaration,
          declarationText: trimmed(input.text),
          declaredAt: now,
          endedAt: isConflict ? now : null,
        })
        .where('id', '=', member.id)
        .execute()
      recordTeamWork(
        record,
        'conflictDeclare',
        { id: member.reviewId },
        { after: [input.declaration, trimmed(input.text)] },
      )
      return { reviewId: member.reviewId }
    })
  }
}

async function lockOwnPlace(db: Db, viewer: Viewer, globalId: string) {
  const reviewId = uuidOf('RV', globalId)
  const row =
    reviewId === null || viewer.personId === null
      ? undefined
      : await db
          .selectFrom('reviewMember')
          .select(['id', 'reviewId', 'administrationId', 'declaration'])
          .where('reviewId', '=', reviewId)
          .where('personId', '=', viewer.personId)
          .where('endedAt', 'is', null)
          .forUpdate()
          .executeTakeFirst()
  if (!row) throw notFound(['input', 'reviewId'])
  return row
}
