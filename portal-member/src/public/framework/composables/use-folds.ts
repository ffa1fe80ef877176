import { shallowRef, watch } from 'vue'
import type { Dimension, Wish } from '../tree'

/** Above this number of KPIs the outcomes come closed: who reads a large version begins with its outline. */
const OUTLINE = 300

/** Which parts of the tree are closed. A new wish opens everything, so that no answer is out of sight. */
export function useFolds(dimensions: () => readonly Dimension[], wish: () => Wish) {
  const outcomes = () => dimensions().flatMap((each) => each.outcomes)
  const size = outcomes().reduce((sum, { kpis }) => sum + kpis.length, 0)
  const closed = shallowRef<ReadonlySet<string>>(
    new Set(size > OUTLINE ? outcomes().map(({ code }) => code) : []),
  )
  const expand = () => (closed.value = new Set())
  watch(wish, expand)

  return {
    isOpen: (code: string) => !closed.value.has(code),
    toggle(code: string) {
      const next = new Set(closed.value)
      if (!next.delete(code)) next.add(code)
      closed.value = next
    },
    expand,
    collapse() {
      closed.value = new Set([...dimensions(), ...outcomes()].map(({ code }) => code))
    },
    /** Opens what stands above a part, so that it can be seen. */
    reveal(code: string) {
      const above = dimensions().flatMap((dimension) =>
        dimension.outcomes
          .filter((outcome) => [outcome, ...outcome.kpis].some((each) => each.code === code))
          .flatMap((outcome) => [dimension.code, outcome.code]),
      )
      closed.value = new Set([...closed.value].filter((each) => ![code, ...above].includes(each)))
    },
  }
}
