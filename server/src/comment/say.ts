import { ensure, type CommandScope, type Context } from '#access'
import { frameworkOf, holdAssessment } from '#assessment'
import { Refusal, notFound, problem } from '#platform'
import { commentOf } from './comment.lock'
import { changeComment, commentById, countAt, insertComment } from './comment.rows'
import type { CommentAddInput } from './comment.input'
import { placeNamed } from './place'
import { canComment, type Hearers } from './policies'
import { recordComment } from './record'
import { tellCommented, tellPeople } from './tell'
import { mentionedAmong, wordProblems } from './words'

// A bound that no discussion reaches, and a flood does.
const MOST_AT_A_PLACE = 500
const PATH = ['input', 'assessmentId']

/** Adds a comment, or an answer to one, in one of the two circles of hearers. */
export async function say(
  context: Context,
  scope: CommandScope,
  hearers: Hearers,
  action: string,
  input: CommentAddInput,
): Promise<{ readonly assessmentId: string }> {
  const { db, viewer, now, newId, record } = scope
  const subject = await holdAssessment(db, input.assessmentId, PATH)
  ensure(canComment(viewer, subject, hearers), PATH)
  const framework = await frameworkOf(context, db, subject)
  const named = placeNamed(input, framework)
  const answered =
    named === null
      ? await commentOf(db, viewer, input.answersId!, ['input', 'answersId'], hearers)
      : null
  if (answered && answered.row.assessmentId !== subject.id) throw notFound(['input', 'answersId'])
  const place = named ?? { kpiCode: answered!.row.kpiCode, elementCode: answered!.row.elementCode }
  ensure(canComment(viewer, subject, hearers, place), ['input'])
  const mentioned = await mentionedAmong(db, subject.id, place, hearers, input.mentionedPersonIds)
  const problems = [...wordProblems(input.body), ...mentioned.problems]
  if (problems.length > 0) throw new Refusal(problems)
  if ((await countAt(db, hearers, subject.id, place)) >= MOST_AT_A_PLACE) {
    throw new Refusal([
      problem('CONFLICT', 'TOO_MANY', `A place holds ${MOST_AT_A_PLACE} comments.`, ['input']),
    ])
  }

  const id = newId()
  const threadId = answered?.row.threadId ?? id
  const body = input.body.trim()
  await insertComment(db, hearers, {
    ...place,
    id,
    threadId,
    assessmentId: subject.id,
    administrationId: subject.administrationId,
    body,
    language: input.locale === 'FR' ? 'fr' : 'en',
    mentioned: mentioned.people.map(({ personId }) => personId),
    authorId: viewer.personId!,
    authorRole: viewer.hat!,
    createdAt: now,
  })
  if (answered) await reopen(db, hearers, threadId)
  recordComment(record, action, hearers, subject, place, { after: body })
  await tellPeople(scope, 'MENTIONED', subject, place, framework, mentioned.people)
  const said = { ...place, threadId, isAnswer: answered !== null }
  await tellCommented(scope, subject, said, framework, hearers, mentioned.people)
  return { assessmentId: subject.id }
}

/** An answer to what counted as settled opens it again, or nobody would see it. */
async function reopen(db: CommandScope['db'], hearers: Hearers, threadId: string): Promise<void> {
  const first = await commentById(db, hearers, threadId)
  if (first?.resolvedAt) await changeComment(db, hearers, first, { resolvedAt: null })
}
