import { shallowRef } from 'vue'
import {
  useDataValuesSave,
  type CellSave,
  type SavePlace,
} from '../composables/use-data-values-save'
import type { OfferedRow } from './judge'

/** As many as the server takes in one command. */
export const MOST_AT_ONCE = 200

interface Taken {
  readonly elementCode: string
  readonly label: string
  readonly revision: number
}

export type TakeOutcome =
  /** Nothing is known of the answer: the same can be sent again and acts once. */
  | { readonly kind: 'unheard' }
  | {
      readonly kind: 'heard'
      readonly done: number
      /** Labels of figures that stayed as they are, and why. */
      readonly kept: readonly { label: string; message: string }[]
    }

/** Takes confirmed figures over in one command, and takes them back in one. */
export function useTakeOver(place: () => SavePlace | null, noteOf: (row: OfferedRow) => string) {
  const send = useDataValuesSave()
  const taken = shallowRef<readonly Taken[]>([])
  const busy = shallowRef(false)
  let attempt = { text: '', key: '' }

  async function exchange(
    cells: readonly (Omit<CellSave, 'attempt' | 'rawText'> & { label: string })[],
  ): Promise<TakeOutcome & { saved: readonly Taken[] }> {
    const at = place()
    if (!at || busy.value) return { kind: 'unheard', saved: [] }
    busy.value = true
    const text = JSON.stringify(cells)
    if (attempt.text !== text) attempt = { text, key: crypto.randomUUID() }
    const outcomes = await send(
      at,
      cells.map((cell) => ({ ...cell, rawText: cell.value ?? '', attempt: attempt.key })),
      attempt.key,
    ).finally(() => (busy.value = false))
    if (!outcomes) return { kind: 'unheard', saved: [] }
    attempt = { text: '', key: '' }
    const saved: Taken[] = []
    const kept: { label: string; message: string }[] = []
    for (const [index, outcome] of outcomes.entries()) {
      const { elementCode, label } = cells[index]!
      if (outcome.kind === 'saved') saved.push({ elementCode, label, revision: outcome.revision })
      else kept.push({ label, message: outcome.kind === 'rejected' ? outcome.message : '' })
    }
    return { kind: 'heard', done: saved.length, kept, saved }
  }

  async function take(rows: readonly OfferedRow[]): Promise<TakeOutcome> {
    const { saved, ...outcome } = await exchange(
      rows.slice(0, MOST_AT_ONCE).map((row) => ({
        elementCode: row.element.code,
        label: row.element.label,
        period: 'T_1' as const,
        value: row.value,
        revision: row.revision,
        detail: { isEstimated: row.isEstimated, note: noteOf(row) },
      })),
    )
    if (outcome.kind === 'heard') taken.value = saved
    return outcome
  }

  /** Empties what was taken over last, but for what somebody changed meanwhile. */
  async function takeBack(): Promise<TakeOutcome> {
    const { saved: _, ...outcome } = await exchange(
      taken.value.map(({ elementCode, label, revision }) => ({
        elementCode,
        label,
        period: 'T_1' as const,
        value: null,
        revision,
        detail: { isEstimated: false, note: null },
      })),
    )
    if (outcome.kind === 'heard') taken.value = []
    return outcome
  }

  return { take, takeBack, taken, busy }
}
