let channel: BroadcastChannel | undefined

// One channel for the whole tab: a message reaches every other channel, a second one in the same tab too.
const shared = (): BroadcastChannel => (channel ??= new BroadcastChannel('pmm.session'))

/** Hears from the other tabs of this browser whose session they share now, until the answer is called. */
export function followSession(onChange: (identity: string) => void): () => void {
  const hear = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') onChange(data)
  }
  shared().addEventListener('message', hear)
  return () => shared().removeEventListener('message', hear)
}

/** Tells the other tabs whose session this browser has now; they reload unless it is theirs already. */
export function announceSession(identity: string): void {
  shared().postMessage(identity)
}
