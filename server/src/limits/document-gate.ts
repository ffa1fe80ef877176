import { readDocument, type Gated } from './gate'

// In characters: some thousand documents of the size the portals send.
const KEPT = 4_000_000

/** Reads each text once: what was accepted lately is remembered, within bounds. */
export class DocumentGate {
  readonly #accepted = new Map<string, Gated>()
  #kept = 0

  constructor(
    readonly aloneFields: ReadonlySet<string>,
    readonly most = KEPT,
  ) {}

  read(text: string): Gated {
    const known = this.#accepted.get(text)
    if (known) {
      this.#accepted.delete(text)
      this.#accepted.set(text, known)
      return known
    }
    const gated = readDocument(text, this.aloneFields)
    if ('document' in gated) this.#keep(text, gated)
    return gated
  }

  #keep(text: string, gated: Gated): void {
    this.#accepted.set(text, gated)
    this.#kept += text.length
    for (const oldest of this.#accepted.keys()) {
      if (this.#kept <= this.most) return
      this.#accepted.delete(oldest)
      this.#kept -= oldest.length
    }
  }
}
