import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER } from '#access'
import { CommentPayload, InternalCommentAddArgs } from './comment.input'
import { say } from './say'

@Resolver()
export class InternalCommentAdd {
  @Access(MEMBER)
  @Mutation(() => CommentPayload, {
    description:
      'Says something inside the administration at a KPI or data element, or answers it. Problems: NOT_FOUND, WRONG_HAT, NOT_ASSIGNED, ONE_PLACE, UNKNOWN_KPI, UNKNOWN_ELEMENT, UNKNOWN_PERSON, LIST_LENGTH, TEXT_MISSING, TEXT_TOO_LONG, TOO_MANY.',
  })
  internalCommentAdd(
    @Args(() => InternalCommentAddArgs) { input }: InternalCommentAddArgs,
    @Ctx() context: Context,
  ) {
    return context.command('internalCommentAdd', input, (scope) =>
      say(context, scope, 'INTERNAL', 'internalCommentAdd', input),
    )
  }
}
