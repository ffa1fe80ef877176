/** Where the time comes from; injected, so that a test or a seed can stand still. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that shows one moment until it is moved. */
export function fixedClock(start: Date): Clock & { move(to: Date): void } {
  let moment = start
  return {
    now: () => moment,
    move: (to) => {
      moment = to
    },
  }
}
