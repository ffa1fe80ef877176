const name = 'pmm.session'

/** Hears from the other tabs of this browser whose session they share now; returns how to stop. */
export function followSession(onChange: (identity: string) => void): () => void {
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') onChange(data)
  })
  return () => channel.close()
}

/** Tells the other tabs whose session this browser has now; they reload unless it is theirs already. */
export function announceSession(identity: string): void {
  const channel = new BroadcastChannel(name)
  channel.postMessage(identity)
  channel.close()
}
