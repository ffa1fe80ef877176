import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue'

/** Up to this many rows all of them are in the page. */
export const WHOLE = 300
const BEYOND = 12

interface Rows {
  readonly count: () => number
  readonly heightOf: (index: number) => number
  /** A row that stays in the page wherever one scrolls, such as the one with the focus. */
  readonly kept: () => number
}

/** The rows of a long list that are in view and a few beyond, each with its place from the top; all rows of a short one. */
export function useRowWindow(root: Ref<HTMLElement | null>, rows: Rows) {
  const view = shallowRef({ top: 0, height: 0 })
  const isLong = computed(() => rows.count() > WHOLE)
  const offsets = computed(() => {
    const tops = [0]
    for (let index = 0; isLong.value && index < rows.count(); index += 1) {
      tops.push(tops[index]! + rows.heightOf(index))
    }
    return tops
  })
  const total = computed(() => offsets.value.at(-1)!)
  const shown = computed(() => {
    const count = rows.count()
    if (!isLong.value) return Array.from({ length: count }, (_, index) => index)
    const { top, height } = view.value
    const first = Math.max(0, rowAt(offsets.value, top) - BEYOND)
    const last = Math.min(count - 1, rowAt(offsets.value, top + height) + BEYOND)
    const kept = rows.kept()
    const within = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
    if (kept < 0 || kept >= count || (kept >= first && kept <= last)) return within
    return kept < first ? [kept, ...within] : [...within, kept]
  })

  let scroller: HTMLElement | null = null
  let frame = 0
  function look() {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(measure)
  }
  function measure() {
    const list = root.value
    if (!list) return
    const port = scroller?.getBoundingClientRect()
    const from = port?.top ?? 0
    view.value = {
      top: from - list.getBoundingClientRect().top,
      height: port?.height ?? innerHeight,
    }
  }

  /** Scrolls the list, never the page, so that a row is in its middle unless it is in view. */
  function reveal(index: number) {
    const list = root.value
    if (!isLong.value || !list) return
    measure()
    const { top, height } = view.value
    const [from, to] = [offsets.value[index]!, offsets.value[index + 1]!]
    if (scroller && (from < top || to > top + height)) scroller.scrollTop += from - top - height / 2
  }

  watch(
    [root, isLong],
    ([list, long], _, onCleanup) => {
      if (!list || !long) return
      scroller = scrollerOf(list)
      const target: EventTarget = scroller ?? window
      const sizes = new ResizeObserver(look)
      sizes.observe(scroller ?? document.documentElement)
      target.addEventListener('scroll', look, { passive: true })
      measure()
      onCleanup(() => {
        sizes.disconnect()
        target.removeEventListener('scroll', look)
      })
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(() => cancelAnimationFrame(frame))

  const styleOf = (index: number) =>
    isLong.value
      ? {
          position: 'absolute' as const,
          insetBlockStart: `${offsets.value[index]}px`,
          insetInline: 0,
        }
      : undefined
  const listStyle = computed(() =>
    isLong.value ? { position: 'relative' as const, blockSize: `${total.value}px` } : undefined,
  )
  return { shown, isLong, styleOf, listStyle, reveal }
}

/** Row that reaches over a height, by halves. */
function rowAt(offsets: readonly number[], y: number): number {
  let low = 0
  let high = offsets.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (offsets[middle]! <= y) low = middle
    else high = middle - 1
  }
  return low
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  }
  return null
}
