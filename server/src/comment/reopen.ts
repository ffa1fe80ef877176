import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, SECRETARIAT, ensure, expectVersion } from '#access'
import { CommentPayload, CommentStepArgs } from './comment.input'
import { COMMENT_PATH, holdComment } from './comment.lock'
import { changeComment } from './comment.rows'
import { canReopenThread } from './policies'
import { recordComment } from './record'

@Resolver()
export class CommentReopen {
  @Access(MEMBER, SECRETARIAT)
  @Mutation(() => CommentPayload, {
    description:
      'Opens a resolved thread again, at its first comment. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION.',
  })
  commentReopen(@Args(() => CommentStepArgs) { input }: CommentStepArgs, @Ctx() context: Context) {
    return context.command('commentReopen', input, async ({ db, viewer, record }) => {
      const { hearers, row, subject } = await holdComment(db, viewer, input.commentId)
      ensure(canReopenThread(viewer, subject, hearers, row), COMMENT_PATH)
      expectVersion(row, input.expectedVersion)
      if (!(await changeComment(db, hearers, row, { resolvedAt: null })))
        expectVersion({ version: -1 }, input.expectedVersion)
      recordComment(record, 'commentReopen', hearers, subject, row)
      return { assessmentId: subject.id }
    })
  }
}
