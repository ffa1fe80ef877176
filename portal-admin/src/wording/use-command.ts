import type { TypedDocumentNode } from '@apollo/client'
import { failureOf, useMutation, type Failure } from '@pmm/portal-kit'
import { shallowRef } from 'vue'
import type { Problem } from './permission'

interface CommandOptions<TData> {
  /** Problems in the answer; an empty list means the command was carried out. */
  problems: (data: TData) => readonly Problem[]
  /** Names of queries that are asked again afterwards. */
  refetch?: string[]
}

/**
 * A command with its problems. The idempotency key stays the same while the same input is sent again after a failed
 * request, so that a repeated click acts once.
 */
export function useCommand<TData, TInput extends object>(
  document: TypedDocumentNode<TData, { input: TInput }>,
  { problems: problemsOf, refetch }: CommandOptions<TData>,
) {
  const { mutate, loading, error } = useMutation(
    document,
    refetch ? { refetchQueries: refetch } : {},
  )
  const problems = shallowRef<readonly Problem[]>([])
  const failure = shallowRef<Failure | null>(null)
  let attempt = { text: '', key: '' }

  /** Resolves to the data when the command was carried out, and to null when it was refused or failed. */
  async function run(input: Omit<TInput, 'idempotencyKey'>): Promise<TData | null> {
    if (loading.value) return null
    clear()
    const text = JSON.stringify(input)
    if (attempt.text !== text) attempt = { text, key: crypto.randomUUID() }
    const data = await mutate({ input: { ...input, idempotencyKey: attempt.key } as TInput })
    if (data === undefined) {
      failure.value = failureOf(error.value)
      return null
    }
    attempt = { text: '', key: '' }
    problems.value = problemsOf(data)
    return problems.value.length === 0 ? data : null
  }

  function clear() {
    problems.value = []
    failure.value = null
  }

  return { run, busy: loading, problems, failure, clear }
}
