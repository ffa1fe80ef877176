import { toRaw, watch, type Ref } from 'vue'
import { partsOf, undefinedBy } from '../formula/parts'
import type { KpiDraft } from '../kpi-draft'

/**
 * Lets the part of each symbol, and the reason of a value that is none, follow the formula while it changes. What
 * differs from the formula was said by somebody and stays.
 */
export function useFormulaParts(draft: Ref<KpiDraft>) {
  const chosen = new Set<string>()
  let followed: KpiDraft | null = null
  let parts = partsOf(draft.value)
  let reason = undefinedBy(draft.value)

  watch(
    () => [draft.value, JSON.stringify(placesOf(draft.value))] as const,
    ([now]) => {
      const next = { parts: partsOf(now), reason: undefinedBy(now) }
      if (toRaw(now) !== followed) chosen.clear()
      else {
        for (const binding of now.elements) {
          const { symbol, role } = binding
          const part = next.parts.get(symbol)
          const before = parts.get(symbol)
          if (part && !chosen.has(symbol) && (!before || before === role)) binding.role = part
        }
        if (['', reason].includes(now.undefinedWhen)) now.undefinedWhen = next.reason
      }
      followed = toRaw(now)
      parts = next.parts
      reason = next.reason
    },
    { immediate: true, flush: 'sync' },
  )

  /** Tells that the part of a symbol was chosen by hand. */
  return { choose: (symbol: string) => chosen.add(symbol) }
}

const placesOf = ({ formula, kind, elements }: KpiDraft) => [
  formula,
  kind,
  ...elements.map(({ symbol, element, period }) => [symbol, element, period]),
]
