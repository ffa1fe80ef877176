import type { SaveOutcome, SavedValue } from '@pmm/portal-kit'
import {
  isExplanation,
  keptKey,
  type KeptEntry,
  type KeptExplanation,
  type KeptFigure,
} from './kept-figure'

export interface Replayable {
  readonly key: string
  readonly data: KeptEntry
}

export interface ReplayPorts {
  readonly send: (figure: KeptFigure & { value: string | null }) => Promise<SaveOutcome>
  readonly explain: (explanation: KeptExplanation) => Promise<SaveOutcome['kind']>
  /** Whether a cell on the screen takes care of it. */
  readonly isOpen: (key: string) => boolean
  readonly forget: (key: string) => void
  readonly mark: (key: string, entry: KeptEntry) => void
}

/**
 * Sends what is kept, one after another in the order it was typed, each on the version it was typed on and with the key
 * it had the first time. A figure and what stands beside it build on each other: who comes second builds on the first.
 * Stops at the first that does not arrive; what somebody must look at stays, marked.
 */
export async function replay(
  kept: readonly Replayable[],
  { send, explain, isOpen, forget, mark }: ReplayPorts,
): Promise<void> {
  const own = new Map<string, SavedValue & { readonly from: number }>()
  for (const { key, data } of kept) {
    if (data.trouble || isOpen(key)) continue
    if (isExplanation(data)) {
      const outcome = await explain(data) // oxlint-disable-line no-await-in-loop
      if (outcome === 'unreachable') return
      if (outcome === 'saved') forget(key)
      else mark(key, { ...data, trouble: outcome })
      continue
    }
    if (data.value === undefined) {
      mark(key, { ...data, trouble: 'rejected' })
      continue
    }
    // In order, so that a formula sees its figures as they were typed.
    const before = own.get(keptKey(data))
    const isNext = before?.from === data.base.revision
    const base = isNext ? before : data.base
    const value = isNext && data.detail ? before.value : data.value
    const outcome = await send({ ...data, base, value }) // oxlint-disable-line no-await-in-loop
    if (outcome.kind === 'unreachable') return
    if (outcome.kind === 'saved') {
      own.set(keptKey(data), { ...outcome, from: data.base.revision })
      forget(key)
    } else mark(key, { ...data, trouble: outcome.kind })
  }
}
