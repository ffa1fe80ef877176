import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, SECRETARIAT, ensure, expectVersion } from '#access'
import { CommentPayload, CommentStepArgs } from './comment.input'
import { COMMENT_PATH, holdComment } from './comment.lock'
import { changeComment } from './comment.rows'
import { canResolve } from './policies'
import { recordComment } from './record'

@Resolver()
export class CommentResolve {
  @Access(MEMBER, SECRETARIAT)
  @Mutation(() => CommentPayload, {
    description:
      'Marks a thread as resolved, at its first comment. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION.',
  })
  commentResolve(@Args(() => CommentStepArgs) { input }: CommentStepArgs, @Ctx() context: Context) {
    return context.command('commentResolve', input, async ({ db, viewer, now, record }) => {
      const { hearers, row, subject } = await holdComment(db, viewer, input.commentId)
      ensure(canResolve(viewer, subject, hearers, row), COMMENT_PATH)
      expectVersion(row, input.expectedVersion)
      const change = { resolvedAt: now, resolvedBy: viewer.personId! }
      if (!(await changeComment(db, hearers, row, change)))
        expectVersion({ version: -1 }, input.expectedVersion)
      recordComment(record, 'commentResolve', hearers, subject, row)
      return { assessmentId: subject.id }
    })
  }
}
