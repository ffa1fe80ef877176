import {
  AUTOSAVE_AFTER_MS,
  useKeepChoice,
  watchUnsaved,
  isResendingHeld,
  whenResending,
} from '@pmm/portal-kit'
import { onScopeDispose, readonly, ref, shallowRef } from 'vue'

const TRY_AGAIN_MS = 10_000

export type SelfSavingState = 'still' | 'dirty' | 'saving' | 'saved' | 'queued' | 'failed'
export type SelfSaved = 'saved' | 'unreachable' | { readonly failure: string }

/**
 * Something typed beside a figure that saves itself as figures do: 600 ms after the last key, on leaving the field, and
 * on leaving the page; what does not arrive is sent again, and what was refused is asked about before it is lost.
 */
export function useSelfSaving<T>(
  save: (content: T) => Promise<SelfSaved>,
  hooks: { readonly changed?: (content: T) => void; readonly settled?: () => void } = {},
) {
  const { isOn: isKeeping } = useKeepChoice()
  const state = ref<SelfSavingState>('still')
  const failure = ref('')
  const content = shallowRef<T>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let underWay: Promise<void> | undefined
  let change = 0
  let isUnreached = false

  function type(typed: T) {
    content.value = typed
    change += 1
    state.value = 'dirty'
    hooks.changed?.(typed)
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), AUTOSAVE_AFTER_MS)
  }

  /** Sends what is typed; resolves when the latest has been answered. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (underWay) {
      await underWay
      return flush()
    }
    if (state.value !== 'dirty' && state.value !== 'queued') return
    underWay = send(content.value as T).finally(() => (underWay = undefined))
    await underWay
  }

  async function send(sent: T) {
    const sentChange = change
    state.value = 'saving'
    const outcome = await save(sent)
    isUnreached = outcome === 'unreachable'
    if (change !== sentChange) return void (state.value = 'dirty')
    failure.value = typeof outcome === 'string' ? '' : outcome.failure
    if (outcome === 'unreachable') {
      state.value = 'queued'
      timer = setTimeout(() => void (isResendingHeld() || flush()), TRY_AGAIN_MS)
      return
    }
    state.value = outcome === 'saved' ? 'saved' : 'failed'
    if (outcome === 'saved') hooks.settled?.()
  }

  function refuse(words: string) {
    failure.value = words
    state.value = 'failed'
  }
  function reset() {
    clearTimeout(timer)
    state.value = 'still'
    hooks.settled?.()
  }

  const stopResending = whenResending(() => void flush())
  /** Whether it waits for the network in this page alone. */
  const isLostOnLeaving = () =>
    !isKeeping.value &&
    !['still', 'saved'].includes(state.value) &&
    (isUnreached || navigator.onLine === false)
  const stopWatching = watchUnsaved({
    send: () => void flush(),
    isUnsaved: () => !['still', 'saved'].includes(state.value),
    isHeld: () => state.value === 'failed' || isLostOnLeaving(),
  })
  onScopeDispose(() => {
    stopResending()
    stopWatching()
    void flush().finally(() => clearTimeout(timer))
  })

  return { state: readonly(state), failure: readonly(failure), type, flush, refuse, reset }
}
