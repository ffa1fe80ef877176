import type { KyselyPlugin, RootOperationNode } from 'kysely'

/** Counts data statements, so that a test can hold a query to its ceiling. */
export class StatementCounter {
  #count = 0

  readonly plugin: KyselyPlugin = {
    transformQuery: ({ node }): RootOperationNode => {
      this.#count += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }

  get count(): number {
    return this.#count
  }

  /** How many data statements the work took. */
  async during(work: () => Promise<unknown>): Promise<number> {
    const before = this.#count
    await work()
    return this.#count - before
  }
}
