import DataLoader from 'dataloader'
import { Waves } from './waves'

/**
 * Reads what several parents ask for in one statement: keys in, one answer a key out, in a map. What
 * is asked about all of them alike, such as a filter and a page, comes third.
 */
export type BatchReader<K, V, D, A = undefined> = (
  db: D,
  keys: readonly K[],
  args: A,
) => Promise<ReadonlyMap<K, V>>

/** The batches of one request; a reader is asked once a wave, whatever path its keys arrive by. */
export class Batches<D> {
  readonly #loaders = new Map<unknown, Map<string, DataLoader<never, unknown>>>()
  readonly #waves = new Waves()
  readonly #read: <T>(work: (db: D) => Promise<T>) => Promise<T>

  constructor(read: <T>(work: (db: D) => Promise<T>) => Promise<T>) {
    this.#read = read
  }

  /** Runs a read of its own; what is loaded meanwhile waits for its end. */
  alone<T>(read: () => Promise<T>): Promise<T> {
    return this.#waves.run(read)
  }

  load<K extends string, V, A>(
    reader: BatchReader<K, V, D, A>,
    key: K,
    args: A,
  ): Promise<V | null> {
    const ofReader = this.#loaders.get(reader) ?? new Map<string, DataLoader<never, unknown>>()
    this.#loaders.set(reader, ofReader)
    // Parents asked alike are one batch; an alias with other arguments is another.
    const asked = JSON.stringify(args) ?? ''
    let loader = ofReader.get(asked) as DataLoader<K, V | null> | undefined
    if (!loader) {
      loader = new DataLoader<K, V | null>(
        async (keys) => {
          const found = await this.#read((db) => reader(db, keys, args))
          return keys.map((each) => found.get(each) ?? null)
        },
        { batchScheduleFn: (start) => this.#waves.wait(start) },
      )
      ofReader.set(asked, loader as unknown as DataLoader<never, unknown>)
    }
    return loader.load(key)
  }

  /** Forgets everything, as after a command has changed what was read before it. */
  clear(): void {
    this.#loaders.clear()
  }
}
