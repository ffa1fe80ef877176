import type { ErrorLike, OperationVariables, TypedDocumentNode } from '@apollo/client'
import { shallowRef } from 'vue'
import { useApollo } from './provide-apollo'

/** A query asked on demand; an older answer never overwrites a newer question. */
export function useLazyQuery<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
) {
  const { client } = useApollo()
  const result = shallowRef<TData>()
  const error = shallowRef<ErrorLike>()
  const loading = shallowRef(false)
  let latest = 0

  /** Asks with these variables; undefined when the request failed, and `error` says why. */
  async function load(variables: TVariables): Promise<TData | undefined> {
    latest += 1
    const asked = latest
    loading.value = true
    error.value = undefined
    try {
      const answer = await client.query<TData, TVariables>({
        query: document,
        variables,
        fetchPolicy: 'network-only',
      } as Parameters<typeof client.query<TData, TVariables>>[0])
      if (asked === latest) result.value = answer.data as TData
      return answer.data as TData
    } catch (failure) {
      if (asked === latest) error.value = failure as ErrorLike
      return undefined
    } finally {
      if (asked === latest) loading.value = false
    }
  }

  return { load, result, error, loading }
}
