/**
 * Holds work back until everything that runs has ended and told whoever waited for it. What waits then
 * starts together, so that how much is gathered depends on the question and never on timing.
 */
export class Waves {
  #running = 0
  #waiting: (() => void)[] = []
  #isDue = false

  async run<T>(work: () => Promise<T>): Promise<T> {
    this.#running += 1
    try {
      return await work()
    } finally {
      this.#running -= 1
      this.#startSoon()
    }
  }

  /** Starts with the next wave. Must not be awaited by work that runs, which would wait for itself. */
  wait(start: () => void): void {
    this.#waiting.push(start)
    this.#startSoon()
  }

  #startSoon(): void {
    if (this.#isDue || this.#running > 0 || this.#waiting.length === 0) return
    this.#isDue = true
    // After an answer its readers run as microtasks; all of them are through before the next turn.
    setImmediate(() => {
      this.#isDue = false
      if (this.#running > 0) return
      const wave = this.#waiting
      this.#waiting = []
      for (const start of wave) start()
    })
  }
}
