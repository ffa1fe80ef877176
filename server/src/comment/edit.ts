import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, SECRETARIAT, ensure, expectVersion } from '#access'
import { frameworkOf } from '#assessment'
import { Refusal } from '#platform'
import { CommentEditArgs, CommentPayload } from './comment.input'
import { COMMENT_PATH, holdComment } from './comment.lock'
import { changeComment } from './comment.rows'
import { canReword } from './policies'
import { recordComment } from './record'
import { tellPeople } from './tell'
import { mentionedAmong, wordProblems } from './words'

@Resolver()
export class CommentEdit {
  @Access(MEMBER, SECRETARIAT)
  @Mutation(() => CommentPayload, {
    description:
      'Changes the words of an own comment, which says so from then on. Problems: NOT_FOUND, WRONG_HAT, NOT_YOURS, WRONG_STATE, STALE_VERSION, UNKNOWN_PERSON, LIST_LENGTH, TEXT_MISSING, TEXT_TOO_LONG.',
  })
  commentEdit(@Args(() => CommentEditArgs) { input }: CommentEditArgs, @Ctx() context: Context) {
    return context.command('commentEdit', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const { hearers, row, subject } = await holdComment(db, viewer, input.commentId)
      ensure(canReword(viewer, subject, hearers, row), COMMENT_PATH)
      expectVersion(row, input.expectedVersion)
      const { people, problems } = await mentionedAmong(
        db,
        subject.id,
        row,
        hearers,
        input.mentionedPersonIds,
      )
      const all = [...wordProblems(input.body), ...problems]
      if (all.length > 0) throw new Refusal(all)

      const body = input.body.trim()
      const mentioned = people.map(({ personId }) => personId)
      const isDone = await changeComment(db, hearers, row, { body, mentioned, editedAt: now })
      if (!isDone) expectVersion({ version: -1 }, input.expectedVersion)
      recordComment(record, 'commentEdit', hearers, subject, row, {
        before: row.body,
        after: body,
      })
      const added = people.filter(({ personId }) => !row.mentioned.includes(personId))
      const framework = await frameworkOf(context, db, subject)
      await tellPeople(scope, 'MENTIONED', subject, row, framework, added)
      return { assessmentId: subject.id }
    })
  }
}
