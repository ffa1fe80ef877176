import { forgetKept, isResendingHeld, keep, useKept, whenResending } from '@pmm/portal-kit'
import { computed, onScopeDispose, shallowRef } from 'vue'
import { useDataValuesSave } from '../composables/use-data-values-save'
import { useExplanationSave } from '../composables/use-explanation-save'
import type { KeptEntry, KeptFigure } from './kept-figure'
import { isFieldOpen } from './open-fields'
import { replay } from './replay'

const TRY_AGAIN_MS = 10_000
/** An answer that takes longer is a matter for the person. */
const PATIENCE_MS = 5000

/** What is kept on this device, and its way to the server: at once, when the network is back, and every ten seconds. */
export function useKeptFigures() {
  const kept = useKept<KeptEntry>()
  const save = useDataValuesSave()
  const explain = useExplanationSave()
  const isOnline = shallowRef(navigator.onLine)
  let underWay: Promise<void> | undefined

  const send = async ({ assessmentId, year, elementCode, value, text, base, attempt, detail, batch }: KeptFigure & { value: string | null }) => {
    const place = { id: assessmentId, yearOf: () => year }
    const cell = { elementCode, period: 'T' as const, value, rawText: text, revision: base.revision, attempt, ...(detail && { detail }), ...(batch && { batch }) }
    const [outcome] = (await save(place, [cell])) ?? []
    return outcome ?? { kind: 'unreachable' as const }
  } // prettier-ignore

  function sendAll() {
    underWay ??= replay(kept.value, {
      send,
      explain: async (kept) => (await explain(kept)).kind,
      isOpen: isFieldOpen,
      forget: forgetKept,
      mark: (key, entry) => keep(key, entry),
    }).finally(() => {
      underWay = undefined
    })
    return underWay
  }

  const listen = () => (isOnline.value = navigator.onLine)
  addEventListener('online', listen)
  addEventListener('offline', listen)
  const now = shallowRef(Date.now())
  const clock = setInterval(() => {
    if (kept.value.length > 0) now.value = Date.now()
  }, 1000)
  const stop = whenResending(() => void sendAll())
  const timer = setInterval(() => {
    if (kept.value.length > 0 && !isResendingHeld()) void sendAll()
  }, TRY_AGAIN_MS)
  onScopeDispose(() => {
    removeEventListener('online', listen)
    removeEventListener('offline', listen)
    stop()
    clearInterval(timer)
    clearInterval(clock)
  })

  return {
    kept,
    isOnline: computed(() => isOnline.value),
    /** Whether something has been on its way for longer than an answer takes. */
    isUnanswered: computed(() =>
      kept.value.some(({ at, data }) => !data.trouble && now.value - at > PATIENCE_MS),
    ),
    /** What a person must look at; a cell on the screen says so itself. */
    troubled: computed(() =>
      kept.value.filter(({ key, data }) => data.trouble && !isFieldOpen(key)),
    ),
    sendAll,
  }
}
