import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import { kinds, orders, principles, statuses } from '../model'

type Key = 'status' | 'kind' | 'principle' | 'search' | 'node' | 'mine' | 'order'

/** Filters of the proposals, kept in the address so that a filtered list can be linked to. */
export function useProposalFilters() {
  const route = useRoute()
  const router = useRouter()

  const field = <T extends string>(key: Key, known?: readonly T[]) =>
    computed<T | ''>({
      get: () => {
        const value = route.query[key]
        return typeof value === 'string' && (!known || known.includes(value as T))
          ? (value as T)
          : ''
      },
      set: (value) => {
        const query: LocationQueryRaw = { ...route.query, [key]: value }
        if (value === '') delete query[key]
        void router.replace({ query })
      },
    })

  return {
    status: field('status', statuses),
    kind: field('kind', kinds),
    principle: field('principle', principles),
    search: field('search'),
    node: field('node'),
    mine: field('mine', ['1']),
    order: field('order', orders),
    clear: () => router.replace({ query: {} }),
  }
}
