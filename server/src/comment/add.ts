import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, SECRETARIAT } from '#access'
import { CommentAddArgs, CommentPayload } from './comment.input'
import { say } from './say'

@Resolver()
export class CommentAdd {
  @Access(MEMBER, SECRETARIAT)
  @Mutation(() => CommentPayload, {
    description:
      'Says something between administration and secretariat at a KPI or data element, or answers it, while the assessment is submitted or returned. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, ONE_PLACE, UNKNOWN_KPI, UNKNOWN_ELEMENT, UNKNOWN_PERSON, LIST_LENGTH, TEXT_MISSING, TEXT_TOO_LONG, TOO_MANY.',
  })
  commentAdd(@Args(() => CommentAddArgs) { input }: CommentAddArgs, @Ctx() context: Context) {
    return context.command('commentAdd', input, (scope) =>
      say(context, scope, 'SECRETARIAT', 'commentAdd', input),
    )
  }
}
