import type {
  ErrorLike,
  MutationUpdaterFunction,
  OperationVariables,
  TypedDocumentNode,
  ApolloCache,
} from '@apollo/client'
import { shallowRef } from 'vue'
import { noteEnd, sentAgain, textOf } from './lost-command'
import { useApollo } from './provide-apollo'

export interface MutationOptions<TData, TVariables extends OperationVariables> {
  update?: MutationUpdaterFunction<TData, TVariables, ApolloCache>
  /** Names of queries that are asked again after success. */
  refetchQueries?: string[]
}

/**
 * A mutation. While one call with the same variables runs, another call returns the same promise, so that a double
 * click sends one request. A failed request gives undefined and sets `error`; problems are part of the data. The same
 * sent again after a failed request has the idempotency key it had, whatever key it comes with.
 */
export function useMutation<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  options: MutationOptions<TData, TVariables> = {},
) {
  const { client } = useApollo()
  const error = shallowRef<ErrorLike>()
  const loading = shallowRef(false)
  const underWay = new Map<string, Promise<TData | undefined>>()

  function mutate(variables: TVariables): Promise<TData | undefined> {
    const key = textOf(variables)
    const running = underWay.get(key)
    if (running) return running
    const promise = send(sentAgain(document, variables)).finally(() => {
      underWay.delete(key)
      loading.value = underWay.size > 0
    })
    underWay.set(key, promise)
    loading.value = true
    return promise
  }

  async function send(variables: TVariables): Promise<TData | undefined> {
    error.value = undefined
    try {
      const answer = await client.mutate<TData, TVariables>({
        mutation: document,
        variables,
        ...options,
      } as Parameters<typeof client.mutate<TData, TVariables>>[0])
      noteEnd(document, variables, Boolean(answer.data))
      return (answer.data ?? undefined) as TData | undefined
    } catch (failure) {
      noteEnd(document, variables, false)
      error.value = failure as ErrorLike
      return undefined
    }
  }

  return { mutate, loading, error }
}
