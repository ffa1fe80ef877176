/** One place of the page that holds what the person entered until the server has it. */
export interface UnsavedPlace {
  /** Sends at once what waits. */
  readonly send: () => void
  /** Whether something is not on the server yet. */
  readonly isUnsaved: () => boolean
  /** Whether it cannot go there without the person: it was refused, or somebody else was faster. */
  readonly isHeld?: () => boolean
}

const places = new Set<UnsavedPlace>()

/** Watches over a place while it is on the screen; returns how to stop that. */
export function watchUnsaved(place: UnsavedPlace): () => void {
  places.add(place)
  return () => void places.delete(place)
}

/** Sends what waits, and tells whether something would be lost all the same by leaving the view. */
export function isSomethingHeld(): boolean {
  sendNow()
  return [...places].some(({ isHeld }) => isHeld?.())
}

function sendNow(): void {
  for (const { send } of places) send()
}

globalThis.addEventListener?.('beforeunload', (event) => {
  sendNow()
  if ([...places].some(({ isUnsaved }) => isUnsaved())) event.preventDefault()
})
globalThis.addEventListener?.('pagehide', sendNow)
globalThis.document?.addEventListener('visibilitychange', () => {
  if (document.hidden) sendNow()
})
