import type { Row } from './row'
import type { RowClass } from './row-class'

/** The row under whose rules an embedded object stands. */
export interface Origin {
  readonly rowClass: RowClass
  readonly row: Row
}

const ORIGIN = Symbol('row of an embedded object')

/** The row an embedded object was taken from. */
export const originOf = (value: object): Origin | undefined =>
  (value as { readonly [ORIGIN]?: Origin })[ORIGIN]

/**
 * Places an object, or a list of them, under the rules of the row it is shown on. The transform does
 * it for plain properties and synchronous resolvers; a resolver that returns a promise of an embedded
 * object calls this itself, or the object's restricted fields stay null.
 *
 * It returns copies: the same card may be shown on several rows with different readers.
 */
export function embed<T>(rowClass: RowClass, row: object, value: T): T {
  return place(value, { rowClass, row: row as Row }) as T
}

function place(value: unknown, origin: Origin): unknown {
  if (Array.isArray(value)) return value.map((item) => place(item, origin))
  if (!isRow(value) || originOf(value)) return value
  return { ...value, [ORIGIN]: origin }
}

const isRow = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { readonly then?: unknown }).then !== 'function'
