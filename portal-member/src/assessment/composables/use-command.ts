import { failureOf, useMutation, type MutationOptions } from '@pmm/portal-kit'
import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { computed, ref } from 'vue'
import { useRefusal, type RefusalProblem } from './use-refusal'

export interface CommandProblem extends RefusalProblem {
  path?: readonly string[]
}

/** A command of the server: true when it was done, else `failure` says why and `problems` lists everything. */
export function useCommand<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  problemsOf: (data: TData) => readonly CommandProblem[],
  options?: MutationOptions<TData, TVariables>,
) {
  const { wordOf, failed } = useRefusal()
  const mutation = useMutation(document, options)
  const problems = ref<readonly CommandProblem[]>([])
  const failure = ref<string | null>(null)
  const isUnreachable = ref(false)

  async function run(variables: TVariables): Promise<TData | null> {
    failure.value = null
    isUnreachable.value = false
    problems.value = []
    const data = await mutation.mutate(variables)
    if (data === undefined) {
      failure.value = failed(mutation.error.value)
      isUnreachable.value = failureOf(mutation.error.value).kind === 'network'
      return null
    }
    problems.value = problemsOf(data)
    const [first] = problems.value
    if (first) failure.value = wordOf(first)
    return first ? null : data
  }

  return { run, problems, failure, isUnreachable, busy: computed(() => mutation.loading.value) }
}
