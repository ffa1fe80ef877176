import { useMutation } from '@pmm/portal-kit'
import type { CommentActs, CommentEntry, CommentWords } from '@pmm/portal-kit/discussion'
import { useI18n } from 'vue-i18n'
import { useLocaleArgument } from '../../assessment/composables/use-cycles'
import { useRefusal } from '../../assessment/composables/use-refusal'
import {
  CommentAddDocument,
  CommentEditDocument,
  CommentRemoveDocument,
  CommentReopenDocument,
  CommentResolveDocument,
  InternalCommentAddDocument,
} from '../documents'

export type Circle = 'internal' | 'secretariat'

export interface CommentPlace {
  readonly kpiCode?: string
  readonly elementCode?: string
}

interface Refused {
  readonly problems: readonly { readonly reason: string; readonly message: string }[]
}

/** What people of an administration do with comments at one KPI; each act resolves to words of refusal or null. */
export function useCommentActs(assessmentId: () => string, kpi: () => string) {
  const { t, te } = useI18n()
  const locale = useLocaleArgument()
  const { failed } = useRefusal()
  const addInternal = useMutation(InternalCommentAddDocument)
  const add = useMutation(CommentAddDocument)
  const editing = useMutation(CommentEditDocument)
  const removing = useMutation(CommentRemoveDocument)
  const resolving = useMutation(CommentResolveDocument)
  const reopening = useMutation(CommentReopenDocument)

  const shown = () => ({ kpi: kpi(), locale: locale.value })
  const once = () => crypto.randomUUID()

  function wordsOf(answer: Refused | undefined, error: unknown): string | null {
    if (answer === undefined) return failed(error)
    const [first] = answer.problems
    if (!first) return null
    for (const key of [`comment.refusal.${first.reason}`, `assessment.refusal.${first.reason}`]) {
      if (te(key)) return t(key)
    }
    return first.message
  }

  async function say(
    circle: Circle,
    place: CommentPlace & { answersId?: string },
    words: CommentWords,
  ) {
    const input = {
      assessmentId: assessmentId(),
      locale: locale.value,
      ...place,
      body: words.body,
      mentionedPersonIds: [...words.mentionedPersonIds],
      idempotencyKey: once(),
    }
    if (circle === 'internal') {
      const data = await addInternal.mutate({ input, ...shown() })
      return wordsOf(data?.internalCommentAdd, addInternal.error.value)
    }
    const data = await add.mutate({ input, ...shown() })
    return wordsOf(data?.commentAdd, add.error.value)
  }

  const step = (comment: CommentEntry) => ({
    input: { commentId: comment.id, expectedVersion: comment.version, idempotencyKey: once() },
    ...shown(),
  })

  const actsOf = (circle: Circle): CommentActs => ({
    answer: (to, words) => say(circle, { answersId: to.id }, words),
    async edit(comment, { body, mentionedPersonIds }) {
      const { input, ...rest } = step(comment)
      const data = await editing.mutate({
        input: { ...input, body, mentionedPersonIds: [...mentionedPersonIds] },
        ...rest,
      })
      return wordsOf(data?.commentEdit, editing.error.value)
    },
    async remove(comment) {
      const data = await removing.mutate(step(comment))
      return wordsOf(data?.commentRemove, removing.error.value)
    },
    async resolve(comment) {
      const data = await resolving.mutate(step(comment))
      return wordsOf(data?.commentResolve, resolving.error.value)
    },
    async reopen(comment) {
      const data = await reopening.mutate(step(comment))
      return wordsOf(data?.commentReopen, reopening.error.value)
    },
  })

  return { say, acts: { internal: actsOf('internal'), secretariat: actsOf('secretariat') } }
}
