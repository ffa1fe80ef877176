/** Runs one step after the other: the next one starts from what the last one left, also where that one failed. */
export function useTurns() {
  let last: Promise<unknown> = Promise.resolve()
  return (step: () => Promise<unknown>): void => {
    last = last.then(step).catch(() => undefined)
  }
}
