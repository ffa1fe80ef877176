import { computed, shallowRef, watch } from 'vue'
import { kpisOf, type Dimension, type Wish } from '../tree'

/** Above this number of KPIs the outcomes come closed: who reads a large version begins with its outline. */
export const OUTLINE = 300

/**
 * Which parts of the tree are closed. A new wish opens everything, so that no answer is out of sight, unless there are
 * so many answers that they want an outline too.
 */
export function useFolds(
  dimensions: () => readonly Dimension[],
  wish: () => Wish,
  shown: () => readonly Dimension[],
) {
  const outcomes = () => dimensions().flatMap((each) => each.outcomes)
  const outline = () => new Set(outcomes().map(({ code }) => code))
  const isMany = (part: readonly Dimension[]) => kpisOf(part).length > OUTLINE
  const closed = shallowRef<ReadonlySet<string>>(isMany(dimensions()) ? outline() : new Set())
  const wanted = shallowRef('')
  const expand = () => (closed.value = new Set())
  watch(wish, () => (closed.value = isMany(shown()) ? outline() : new Set()))

  return {
    isOpen: (code: string) => !closed.value.has(code),
    /** Whether only what is open is in the page. */
    isLarge: computed(() => isMany(dimensions())),
    /** Code the address asked for. */
    wanted,
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
      wanted.value = code
      const above = dimensions().flatMap((dimension) =>
        dimension.outcomes
          .filter((outcome) => [outcome, ...outcome.kpis].some((each) => each.code === code))
          .flatMap((outcome) => [dimension.code, outcome.code]),
      )
      closed.value = new Set([...closed.value].filter((each) => ![code, ...above].includes(each)))
    },
  }
}
