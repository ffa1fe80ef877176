import { keyed, useMutation } from '@pmm/portal-kit'
import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useProblemWords, type ReviewProblem } from './use-problem-words'

/**
 * One command of a review: `run` gives the payload when it was done, undefined when it was refused;
 * then `problems` words everything that stood against it.
 */
export function useStep<TData, TVariables extends OperationVariables, TPayload extends Refusable>(
  document: TypedDocumentNode<TData, TVariables>,
  payloadOf: (data: TData) => TPayload,
  refetchQueries: string[] = [],
) {
  const { t } = useI18n()
  const words = useProblemWords()
  const { mutate, loading, error } = useMutation(document, { refetchQueries })
  const refused = ref<readonly ReviewProblem[]>([])

  const problems = computed(() => {
    if (error.value) return [{ message: t('review.unreachable') }]
    return refused.value.map((problem) => ({ message: words(problem) }))
  })

  async function run(variables: TVariables): Promise<TPayload | undefined> {
    refused.value = []
    const data = await mutate(keyed(variables))
    if (data === undefined) return undefined
    const payload = payloadOf(data)
    refused.value = payload.problems
    return payload.problems.length === 0 ? payload : undefined
  }

  return { run, busy: loading, problems, clear: () => (refused.value = []) }
}

interface Refusable {
  readonly problems: readonly ReviewProblem[]
}
