import { requestError } from './problem'

/** The window of a list a caller asked for. */
export interface Page {
  readonly first: number
  /** Sort key of the last row of the page before, or null at the beginning. */
  readonly after: readonly string[] | null
}

export const DEFAULT_PAGE = 20
export const MAXIMUM_PAGE = 100

/** Page arguments as given: 20 rows when nothing is said, 100 at most; anything else is refused. */
export function pageOf(args: { first?: number | null; after?: string | null }): Page {
  const first = args.first ?? DEFAULT_PAGE
  if (!Number.isInteger(first) || first < 1 || first > MAXIMUM_PAGE) {
    throw requestError('BAD_INPUT', 'PAGE_SIZE', `"first" must be from 1 to ${MAXIMUM_PAGE}.`)
  }
  return { first, after: args.after == null ? null : decodeCursor(args.after) }
}

/** Opaque cursor: the sort key of a row. It opens nothing, because every page asks for its rows afresh. */
export const encodeCursor = (key: readonly string[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

function decodeCursor(cursor: string): readonly string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (
      Array.isArray(key) &&
      key.length > 0 &&
      key.every((part) => typeof part === 'string' && !part.includes('\0'))
    ) {
      return key
    }
  } catch {
    // Falls through to the same refusal as any other made-up cursor.
  }
  throw requestError('BAD_INPUT', 'CURSOR', '"after" is not a cursor of this list.')
}

export interface ConnectionRows<T> {
  readonly nodes: readonly T[]
  readonly edges: readonly { readonly cursor: string; readonly node: T }[]
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** A page of rows read with one more than asked for, so that `hasNextPage` needs no second statement. */
export function connectionOf<T>(
  rows: readonly T[],
  page: Page,
  totalCount: number,
  keyOf: (row: T) => readonly string[],
): ConnectionRows<T> {
  const nodes = rows.slice(0, page.first)
  const edges = nodes.map((node) => ({ cursor: encodeCursor(keyOf(node)), node }))
  return {
    nodes,
    edges,
    totalCount,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

/** The page of a list that is in memory already, in the order given. */
export function pageInMemory<T>(
  all: readonly T[],
  page: Page,
  keyOf: (row: T) => string,
): ConnectionRows<T> {
  const after = page.after?.[0]
  const start = after === undefined ? 0 : all.findIndex((row) => keyOf(row) === after) + 1
  const rows = after !== undefined && start === 0 ? [] : all.slice(start, start + page.first + 1)
  return connectionOf(rows, page, all.length, (row) => [keyOf(row)])
}
