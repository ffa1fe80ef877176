import type { SaveOutcome } from '@pmm/portal-kit'
import type { KeptFigure } from './kept-figure'

export interface Replayable {
  readonly key: string
  readonly data: KeptFigure
}

export interface ReplayPorts {
  readonly send: (figure: KeptFigure & { value: string | null }) => Promise<SaveOutcome>
  /** Whether a cell on the screen takes care of it. */
  readonly isOpen: (key: string) => boolean
  readonly forget: (key: string) => void
  readonly mark: (key: string, figure: KeptFigure) => void
}

/**
 * Sends what is kept, one after another in the order it was typed, each on the version it was typed on and with the key
 * it had the first time. Stops at the first that does not arrive; what somebody must look at stays, marked.
 */
export async function replay(
  kept: readonly Replayable[],
  { send, isOpen, forget, mark }: ReplayPorts,
): Promise<void> {
  for (const { key, data } of kept) {
    if (data.trouble || isOpen(key)) continue
    if (data.value === undefined) {
      mark(key, { ...data, trouble: 'rejected' })
      continue
    }
    // In order, so that a formula sees its figures as they were typed.
    const outcome = await send({ ...data, value: data.value }) // oxlint-disable-line no-await-in-loop
    if (outcome.kind === 'unreachable') return
    if (outcome.kind === 'saved') forget(key)
    else mark(key, { ...data, trouble: outcome.kind })
  }
}
