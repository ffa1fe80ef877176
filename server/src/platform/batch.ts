import DataLoader from 'dataloader'

/** Reads what several parents ask for in one statement: keys in, one answer a key out, in a map. */
export type BatchReader<K, V, D> = (db: D, keys: readonly K[]) => Promise<ReadonlyMap<K, V>>

/** The batches of one request; a reader is asked once per tick whatever path its keys arrive by. */
export class Batches<D> {
  readonly #loaders = new Map<unknown, DataLoader<never, unknown>>()
  readonly #read: <T>(work: (db: D) => Promise<T>) => Promise<T>

  constructor(read: <T>(work: (db: D) => Promise<T>) => Promise<T>) {
    this.#read = read
  }

  load<K extends string, V>(reader: BatchReader<K, V, D>, key: K): Promise<V | null> {
    let loader = this.#loaders.get(reader) as DataLoader<K, V | null> | undefined
    if (!loader) {
      loader = new DataLoader<K, V | null>(async (keys) => {
        const found = await this.#read((db) => reader(db, keys))
        return keys.map((each) => found.get(each) ?? null)
      })
      this.#loaders.set(reader, loader as unknown as DataLoader<never, unknown>)
    }
    return loader.load(key)
  }

  /** Forgets everything, as after a command has changed what was read before it. */
  clear(): void {
    this.#loaders.clear()
  }
}
