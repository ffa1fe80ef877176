import {
  type ErrorLike,
  type ObservableQuery,
  type OperationVariables,
  type TypedDocumentNode,
  type WatchQueryFetchPolicy,
} from '@apollo/client'
import {
  computed,
  onScopeDispose,
  shallowRef,
  toValue,
  watch,
  type ComputedRef,
  type MaybeRefOrGetter,
  type ShallowRef,
} from 'vue'
import { useApollo } from './provide-apollo'

export interface QueryOptions<TVariables extends OperationVariables> {
  /** Variables of the query; a change starts a new request and drops the answer of the old one. */
  variables?: MaybeRefOrGetter<TVariables>
  /** While false nothing is requested and the last result is let go. */
  enabled?: MaybeRefOrGetter<boolean>
  fetchPolicy?: WatchQueryFetchPolicy
}

export interface QueryState<TData, TVariables extends OperationVariables> {
  /** Data of the present variables, or undefined until they arrive. */
  result: ShallowRef<TData | undefined>
  /** Data of the present variables or, until they arrive, of the ones before: a list never flashes empty. */
  retained: ShallowRef<TData | undefined>
  error: ShallowRef<ErrorLike | undefined>
  loading: ShallowRef<boolean>
  dataState: ShallowRef<'empty' | 'partial' | 'streaming' | 'complete'>
  /** True from the second request on, when earlier data can stay on the screen. */
  refreshing: ComputedRef<boolean>
  refetch: () => Promise<void>
  fetchMore: (variables: Partial<TVariables>) => Promise<void>
}

/** Watches a query for as long as the surrounding scope lives. */
export function useQuery<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  options: QueryOptions<TVariables> = {},
): QueryState<TData, TVariables> {
  const { client, generation } = useApollo()
  const result = shallowRef<TData>()
  const retained = shallowRef<TData>()
  const error = shallowRef<ErrorLike>()
  const loading = shallowRef(false)
  const dataState = shallowRef<'empty' | 'partial' | 'streaming' | 'complete'>('empty')

  const enabled = computed(() => toValue(options.enabled) ?? true)
  const variables = computed(() => (toValue(options.variables) ?? {}) as TVariables)
  const variablesText = computed(() => JSON.stringify(variables.value))

  let observable: ObservableQuery<TData, TVariables> | undefined
  let subscription: { unsubscribe: () => void } | undefined

  function stop() {
    subscription?.unsubscribe()
    subscription = undefined
    observable = undefined
  }

  function start() {
    observable = client.watchQuery<TData, TVariables>({
      query: document,
      variables: variables.value,
      fetchPolicy: options.fetchPolicy ?? 'cache-first',
      // A list shown again after a change elsewhere must not go to the network twice for one mount.
      ...(options.fetchPolicy === 'cache-and-network' ? { nextFetchPolicy: 'cache-first' } : {}),
      returnPartialData: false,
    } as Parameters<typeof client.watchQuery<TData, TVariables>>[0])
    subscription = observable.subscribe(show)
  }

  function show(next: ObservableQuery.Result<TData>) {
    result.value = next.data as TData | undefined
    if (next.data !== undefined) retained.value = next.data as TData
    error.value = next.error
    loading.value = next.loading
    dataState.value = next.dataState
  }

  function restart() {
    stop()
    result.value = undefined
    error.value = undefined
    dataState.value = 'empty'
    loading.value = enabled.value
    if (enabled.value) start()
    else retained.value = undefined
  }

  watch([enabled, variablesText], restart, { immediate: true, flush: 'sync' })
  watch(
    generation,
    () => {
      retained.value = undefined
      restart()
    },
    { flush: 'sync' },
  )
  onScopeDispose(stop)

  async function refetch() {
    // The error also arrives through the subscription, where the view shows it.
    await observable?.refetch().catch(() => undefined)
  }

  async function fetchMore(more: Partial<TVariables>) {
    await observable?.fetchMore({ variables: more })
  }

  const refreshing = computed(() => loading.value && retained.value !== undefined)
  return { result, retained, error, loading, dataState, refreshing, refetch, fetchMore }
}
