import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import {
  attentions,
  orders,
  stageGroups,
  stages,
  type Attention,
  type Order,
  type Stage,
  type StageGroup,
} from '../model'

type Key = 'cycle' | 'region' | 'stage' | 'attention' | 'search' | 'order' | 'view'

/** Filters of the monitoring, kept in the address so that a filtered list can be linked to. */
export function useBoardFilters() {
  const route = useRoute()
  const router = useRouter()

  const read = (key: Key): string => {
    const value = route.query[key]
    return typeof value === 'string' ? value : ''
  }

  function change(parts: Partial<Record<Key, string>>) {
    const query: LocationQueryRaw = { ...route.query, ...parts }
    for (const key of Object.keys(parts)) if (query[key] === '') delete query[key]
    void router.replace({ query })
  }

  const field = <T extends string>(key: Key, known?: readonly T[]) =>
    computed<T | ''>({
      get: () => {
        const value = read(key)
        return !known || known.includes(value as T) ? (value as T) : ''
      },
      set: (value) => change({ [key]: value }),
    })

  const groups = Object.keys(stageGroups) as StageGroup[]
  const stage = field<Stage | StageGroup>('stage', [...stages, ...groups])
  return {
    cycle: field('cycle'),
    region: field('region'),
    // A list of one stage stays a list when the stage is widened again.
    stage: computed<Stage | StageGroup | ''>({
      get: () => stage.value,
      set: (value) => change({ stage: value, view: 'table' }),
    }),
    attention: field<Attention>('attention', attentions),
    search: field('search'),
    order: field<Order>('order', orders),
    // The board has a column for every stage, so one stage alone is shown as a list.
    view: computed<'board' | 'table'>({
      get: () => (read('view') === 'table' || stage.value !== '' ? 'table' : 'board'),
      set: (value) => change(value === 'table' ? { view: 'table' } : { view: '', stage: '' }),
    }),
    /** Leads from a column of the board to the whole list of its stage. */
    showTable: (chosen: Stage) => {
      void router.push({ query: { ...route.query, stage: chosen, view: 'table' } })
    },
  }
}
