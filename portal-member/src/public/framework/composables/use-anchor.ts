import { nextTick, watch } from 'vue'
import { useRoute } from 'vue-router'

/** Brings the part the address names into view, and the keyboard to it, once the page has it; the router looked before it was there. */
export function useAnchor(isThere: () => boolean, prepare?: (id: string) => void): void {
  const route = useRoute()
  watch(
    [isThere, () => route.hash],
    async ([ready, hash]) => {
      if (!ready || !hash) return
      const id = decodeURIComponent(hash.slice(1))
      prepare?.(id)
      await nextTick()
      const part = document.getElementById(id)
      part?.scrollIntoView({ block: 'start' })
      part?.focus({ preventScroll: true })
    },
    { immediate: true, flush: 'post' },
  )
}
