import type { BatchMark } from '../kept/kept-figure'

/** Figures that are written as one act, each to the value it is to get. */
export interface Together {
  readonly values: ReadonlyMap<string, string | null>
  /** Key of the act that this one takes back. */
  readonly undoes?: string
}

interface Awaited {
  readonly value: string | null
  readonly key: string
  readonly undoes: () => string | undefined
}

/**
 * Which of the figures that save one by one belong together, so that the server lists and undoes them as one. A figure
 * belongs to the act until it is saved, or until something else is sent for it.
 */
export function writtenTogether() {
  const awaited = new Map<string, Awaited>()
  const ids = new Map<string, string>()

  /** Begins an act; returns its key. */
  function begin({ values, undoes }: Together): string {
    const key: string = crypto.randomUUID()
    for (const [figure, value] of values) {
      awaited.set(figure, {
        value,
        key,
        undoes: () => (undoes === undefined ? undefined : ids.get(undoes)),
      })
    }
    return key
  }

  /** The act a value of a figure belongs to. */
  function markOf(figure: string, value: string | null | undefined): BatchMark | undefined {
    const found = awaited.get(figure)
    if (!found || found.value !== value) return undefined
    const undoes = found.undoes()
    return { key: found.key, ...(undoes !== undefined && { undoes }) }
  }

  return {
    begin,
    markOf,
    /** What is sent for a figure, and with it the end of an act that meant another value. */
    sent(figure: string, value: string | null): BatchMark | undefined {
      const mark = markOf(figure, value)
      if (!mark) awaited.delete(figure)
      return mark
    },
    saved: (figure: string) => void awaited.delete(figure),
    /** Goes on with an act of an earlier visit. */
    restore(figure: string, value: string | null, { key, undoes }: BatchMark) {
      awaited.set(figure, { value, key, undoes: () => undoes })
    },
    /** The server knows the act by this id. */
    named: (key: string, id: string) => void ids.set(key, id),
  }
}
