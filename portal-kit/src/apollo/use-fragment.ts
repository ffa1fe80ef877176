import type { StoreObject } from '@apollo/client'
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core'
import type { DocumentNode } from 'graphql'
import {
  onScopeDispose,
  shallowRef,
  toValue,
  watch,
  type MaybeRefOrGetter,
  type ShallowRef,
} from 'vue'
import { useApollo } from './provide-apollo'

/** Masked reference to the data of one fragment, as the generated types write it. */
export type FragmentReference<TData> = TData extends { ' $fragmentName'?: infer TName }
  ? TName extends string
    ? { ' $fragmentRefs'?: { [key in TName]: TData } }
    : never
  : never

/**
 * Data of a fragment, watched in the cache: when the object changes, only the components that show it notice. An
 * object without an identity in the cache is returned as it stands. Null while there is no reference.
 */
export function useFragment<TData>(
  document: DocumentTypeDecoration<TData, unknown>,
  reference: MaybeRefOrGetter<FragmentReference<TData> | null | undefined>,
): Readonly<ShallowRef<TData | null>> {
  const { client } = useApollo()
  const data = shallowRef<TData | null>(null)
  let subscription: { unsubscribe: () => void } | undefined

  function follow(object: FragmentReference<TData> | null | undefined) {
    subscription?.unsubscribe()
    subscription = undefined
    if (!object) {
      data.value = null
      return
    }
    const isKnown = client.cache.identify(object as unknown as StoreObject) !== undefined
    if (!isKnown) {
      data.value = object as TData
      return
    }
    const fragment = document as unknown as DocumentNode
    const watched = client.watchFragment<TData>({
      fragment,
      fragmentName: ownFragmentName(fragment),
      from: object as never,
    })
    subscription = watched.subscribe(({ data: next, complete }) => {
      data.value = complete ? (next as TData) : (object as TData)
    })
  }

  watch(() => toValue(reference), follow, { immediate: true, flush: 'sync' })
  onScopeDispose(() => subscription?.unsubscribe())
  return data
}

/** A generated fragment document ends with the fragments it spreads; its own definition is the first. */
function ownFragmentName(document: DocumentNode): string | undefined {
  const [own] = document.definitions
  return own?.kind === 'FragmentDefinition' ? own.name.value : undefined
}
