import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { orders, stages, type Order, type Stage } from '../model'

type Key = 'cycle' | 'region' | 'stage' | 'overdue' | 'search' | 'order' | 'view'

/** Filters of the monitoring, kept in the address so that a filtered list can be linked to. */
export function useBoardFilters() {
  const route = useRoute()
  const router = useRouter()

  const read = (key: Key): string => {
    const value = route.query[key]
    return typeof value === 'string' ? value : ''
  }

  const field = <T extends string>(key: Key, known?: readonly T[]) =>
    computed<T | ''>({
      get: () => {
        const value = read(key)
        return !known || known.includes(value as T) ? (value as T) : ''
      },
      set: (value) => {
        const query = { ...route.query }
        if (value) query[key] = value
        else delete query[key]
        void router.replace({ query })
      },
    })

  return {
    cycle: field('cycle'),
    region: field('region'),
    stage: field<Stage>('stage', stages),
    overdue: field<'yes'>('overdue', ['yes']),
    search: field('search'),
    order: field<Order>('order', orders),
    view: field<'table'>('view', ['table']),
    /** Leads from a column of the board to the whole list of its stage. */
    showTable: (stage: Stage) => {
      void router.push({ query: { ...route.query, stage, view: 'table' } })
    },
  }
}
