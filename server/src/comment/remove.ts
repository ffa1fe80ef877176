import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, SECRETARIAT, ensure, expectVersion } from '#access'
import { CommentPayload, CommentStepArgs } from './comment.input'
import { COMMENT_PATH, holdComment } from './comment.lock'
import { changeComment } from './comment.rows'
import { canReword } from './policies'
import { recordComment } from './record'

@Resolver()
export class CommentRemove {
  @Access(MEMBER, SECRETARIAT)
  @Mutation(() => CommentPayload, {
    description:
      'Removes the words of an own comment; author and time stay as a trace. Problems: NOT_FOUND, WRONG_HAT, NOT_YOURS, WRONG_STATE, STALE_VERSION.',
  })
  commentRemove(@Args(() => CommentStepArgs) { input }: CommentStepArgs, @Ctx() context: Context) {
    return context.command('commentRemove', input, async ({ db, viewer, now, record }) => {
      const { hearers, row, subject } = await holdComment(db, viewer, input.commentId)
      ensure(canReword(viewer, subject, hearers, row), COMMENT_PATH)
      expectVersion(row, input.expectedVersion)
      if (!(await changeComment(db, hearers, row, { removedAt: now })))
        expectVersion({ version: -1 }, input.expectedVersion)
      recordComment(record, 'commentRemove', hearers, subject, row, { before: row.body })
      return { assessmentId: subject.id }
    })
  }
}
