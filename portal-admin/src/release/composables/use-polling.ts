import { onScopeDispose, watch } from 'vue'

/** Asks again every few seconds while the server is at work. */
export function usePolling(isWorking: () => boolean, ask: () => Promise<void>, every = 2000) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isGone = false

  function plan() {
    clearTimeout(timer)
    if (!isWorking() || isGone) return
    timer = setTimeout(() => void ask().then(plan), every)
  }

  watch(isWorking, plan, { immediate: true })
  onScopeDispose(() => {
    isGone = true
    clearTimeout(timer)
  })
}
