type Send = () => void

const sends = new Set<Send>()
let isHeld = false

/** Calls `send` whenever what was kept on the device may go on its way; returns how to stop that. */
export function whenResending(send: Send): () => void {
  sends.add(send)
  return () => void sends.delete(send)
}

/** Sends again what is kept on the device: the network is back, or the person signed in again over the page. */
export function resendKept(): void {
  if (isHeld) return
  for (const send of sends) send()
}

/** Whether nothing is tried again by itself: nobody is signed in who could save it. */
export const isResendingHeld = (): boolean => isHeld

export function holdResending(): void {
  isHeld = true
}

/** Somebody may save again: what waited goes on its way. */
export function releaseResending(): void {
  isHeld = false
  resendKept()
}

globalThis.addEventListener?.('online', resendKept)
