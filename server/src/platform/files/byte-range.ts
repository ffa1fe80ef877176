/** Bytes of a whole that are wanted: all of them, a piece of them, or something that cannot be served. */
export type ByteRange =
  | { readonly kind: 'WHOLE' }
  | { readonly kind: 'PART'; readonly first: number; readonly last: number }
  | { readonly kind: 'UNSATISFIABLE' }

const ONE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/

/** Reads a Range header strictly: one range of bytes inside the file; anything else is refused, not guessed. */
export function byteRange(header: string | undefined, size: number): ByteRange {
  if (header === undefined) return { kind: 'WHOLE' }
  const [, from, to] = ONE_RANGE.exec(header) ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) {
    return { kind: 'UNSATISFIABLE' }
  }
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  const isReversed = from !== '' && to !== '' && Number(from) > Number(to)
  if (isReversed || first > last || first >= size) return { kind: 'UNSATISFIABLE' }
  return { kind: 'PART', first, last }
}
