import type { CommentActs, CommentEntry, CommentWords } from '@pmm/portal-kit/discussion'
import { useI18n } from 'vue-i18n'
import { useCommand } from '../wording/use-command'
import { useLanguage } from '../wording/use-language'
import {
  CommentAddDocument,
  CommentEditDocument,
  CommentRemoveDocument,
  CommentReopenDocument,
  CommentResolveDocument,
} from './documents'

const refetch = ['SubmittedComments', 'SubmittedAssessment']

interface Command {
  readonly problems: {
    readonly value: readonly { readonly reason: string; readonly message: string }[]
  }
}

/** What an officer does in the thread with an administration; each act resolves to words of refusal or null. */
export function useCommentActs(assessmentId: () => string) {
  const { t, te } = useI18n()
  const language = useLanguage()
  const adding = useCommand(CommentAddDocument, { problems: (data) => data.commentAdd.problems, refetch }) // prettier-ignore
  const editing = useCommand(CommentEditDocument, { problems: (data) => data.commentEdit.problems, refetch }) // prettier-ignore
  const removing = useCommand(CommentRemoveDocument, { problems: (data) => data.commentRemove.problems, refetch }) // prettier-ignore
  const resolving = useCommand(CommentResolveDocument, { problems: (data) => data.commentResolve.problems, refetch }) // prettier-ignore
  const reopening = useCommand(CommentReopenDocument, { problems: (data) => data.commentReopen.problems, refetch }) // prettier-ignore

  function wordsOf(done: object | null, { problems }: Command): string | null {
    if (done) return null
    const [first] = problems.value
    if (!first) return t('comment.failed')
    const key = `comment.refusal.${first.reason}`
    return te(key) ? t(key) : first.message
  }

  const step = ({ id, version }: CommentEntry) => ({ commentId: id, expectedVersion: version })

  async function say(place: { kpiCode: string } | { answersId: string }, { body }: CommentWords) {
    const input = { assessmentId: assessmentId(), locale: language.value, ...place, body }
    return wordsOf(await adding.run(input), adding)
  }

  const acts: CommentActs = {
    answer: (to, words) => say({ answersId: to.id }, words),
    edit: async (comment, { body }) =>
      wordsOf(await editing.run({ ...step(comment), body }), editing),
    remove: async (comment) => wordsOf(await removing.run(step(comment)), removing),
    resolve: async (comment) => wordsOf(await resolving.run(step(comment)), resolving),
    reopen: async (comment) => wordsOf(await reopening.run(step(comment)), reopening),
  }
  return { say, acts }
}
