type Send = () => void

const sends = new Set<Send>()

/** Calls `send` whenever what was kept on the device may go on its way; returns how to stop that. */
export function whenResending(send: Send): () => void {
  sends.add(send)
  return () => void sends.delete(send)
}

/** Sends again what is kept on the device: the network is back, or the person signed in again over the page. */
export function resendKept(): void {
  for (const send of sends) send()
}

globalThis.addEventListener?.('online', resendKept)
