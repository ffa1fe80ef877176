/** Why a field of a visible object is null for this viewer. */
export type WithheldReason = 'WITHHELD' | 'NOT_SHARED' | 'OUT_OF_SCOPE'

export interface WithheldField {
  readonly path: readonly (string | number)[]
  readonly reason: WithheldReason
}

const LISTED = 100

/** Collects the refused fields of one answer that have no `access` field beside them. */
export class WithheldCollector {
  readonly #listed: WithheldField[] = []
  #more = 0

  get isFull(): boolean {
    return this.#listed.length >= LISTED
  }

  add(path: WithheldField['path'], reason: WithheldReason): void {
    this.#listed.push({ path, reason })
  }

  /** Counts a field past the last one listed, without its path. */
  count(): void {
    this.#more += 1
  }

  /** The value of `extensions.withheld`: at most 100 fields, then `{ more }`; undefined when none was refused. */
  get extension(): readonly (WithheldField | { readonly more: number })[] | undefined {
    if (this.#listed.length === 0) return undefined
    return this.#more === 0 ? this.#listed : [...this.#listed, { more: this.#more }]
  }
}
