import type { TypedDocumentNode } from '@apollo/client'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { keyed, useMutation } from '../../index'

interface Answer {
  readonly answer: { readonly problems: readonly { reason: string; message: string }[] }
}

/** A command on support access; every problem in words, and the state read anew. */
export function useSupportCommand<TVariables extends Record<string, unknown>>(
  document: TypedDocumentNode<Answer, TVariables>,
  refetchQueries: string[] = ['OwnSupport'],
) {
  const { t, te } = useI18n()
  const { mutate, loading: busy } = useMutation(document, { refetchQueries })
  const problems = ref<{ message: string }[]>([])

  async function run(variables: TVariables): Promise<boolean> {
    problems.value = []
    const data = await mutate(keyed(variables))
    problems.value = data
      ? data.answer.problems.map(({ reason, message }) => ({
          message: te(`support.problem.${reason}`) ? t(`support.problem.${reason}`) : message,
        }))
      : [{ message: t('support.problem.failed') }]
    return problems.value.length === 0
  }

  return { run, busy, problems }
}
