import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Wish } from '../tree'

const NAMES = { words: 'q', dimension: 'dimension', sdg: 'sdg', instrument: 'instrument' } as const

type Part = keyof typeof NAMES

/** What the reader looks for, kept in the address so that the list can be sent to somebody. */
export function useWish() {
  const route = useRoute()
  const router = useRouter()

  const part = (key: Part): WritableComputedRef<string> =>
    computed({
      get: () => {
        const value = route.query[NAMES[key]]
        return typeof value === 'string' ? value : ''
      },
      set: (value) => change({ [key]: value }),
    })

  function change(wanted: Partial<Record<Part, string>>) {
    const query = { ...route.query }
    for (const [key, value] of Object.entries(wanted) as [Part, string][]) {
      if (value) query[NAMES[key]] = value
      else delete query[NAMES[key]]
    }
    void router.replace({ query })
  }

  const words = part('words')
  const dimension = part('dimension')
  const sdg = part('sdg')
  const instrument = part('instrument')
  const wish = computed<Wish>(() => ({
    words: words.value,
    dimension: dimension.value,
    sdg: sdg.value,
    instrument: instrument.value,
  }))
  const clear = () => change({ words: '', dimension: '', sdg: '', instrument: '' })

  return { wish, words, dimension, sdg, instrument, clear }
}
