/** A step a key asks for on the sheet; null leaves the key to the browser. */
export type Step = 'up' | 'down' | 'before' | 'after' | 'first' | 'last' | 'next' | 'former'

export interface KeyPlace {
  /** Whether a list of words and no text is in the cell. */
  isChoice: boolean
  /** Whether the caret stands where one more step leaves the text, at its start or its end. */
  isAtStart: boolean
  isAtEnd: boolean
  isRightToLeft: boolean
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** As in a spreadsheet, but never out of a text somebody still moves in. */
export function stepOf(key: Key, place: KeyPlace): Step | null {
  if (key.altKey) return null
  if (key.ctrlKey || key.metaKey) {
    if (key.key === 'Home') return 'first'
    return key.key === 'End' ? 'last' : null
  }
  if (key.key === 'Tab') return key.shiftKey ? 'former' : 'next'
  if (key.key === 'Enter') return key.shiftKey ? 'up' : 'down'
  if (key.shiftKey) return null
  if (key.key === 'ArrowUp') return 'up'
  if (key.key === 'ArrowDown') return 'down'
  // Figures are written from left to right in every language; columns follow the page.
  if (key.key === 'ArrowLeft' && (place.isChoice || place.isAtStart)) {
    return place.isRightToLeft ? 'after' : 'before'
  }
  if (key.key === 'ArrowRight' && (place.isChoice || place.isAtEnd)) {
    return place.isRightToLeft ? 'before' : 'after'
  }
  return null
}

/** The next open cell in a direction; null where the sheet ends. */
export function stepTo(
  step: Step,
  from: { row: number; column: number },
  isOpen: readonly (readonly boolean[])[],
): { row: number; column: number } | null {
  const rows = isOpen.map((_, row) => row)
  const find = (order: readonly number[], column: number) => {
    const row = order.find((each) => isOpen[each]?.[column])
    return row === undefined ? null : { row, column }
  }
  const across = (columns: readonly number[]) => {
    const column = columns.find((each) => isOpen[from.row]?.[each])
    return column === undefined ? null : { row: from.row, column }
  }
  const inReading = isOpen.flatMap((columns, row) =>
    columns.flatMap((isCellOpen, column) => (isCellOpen ? [{ row, column }] : [])),
  )
  const isLater = (each: { row: number; column: number }) =>
    each.row > from.row || (each.row === from.row && each.column > from.column)
  const isEarlier = (each: { row: number; column: number }) =>
    each.row < from.row || (each.row === from.row && each.column < from.column)
  switch (step) {
    case 'next':
      return inReading.find(isLater) ?? null
    case 'former':
      return inReading.findLast(isEarlier) ?? null
    case 'up':
      return find(rows.slice(0, from.row).reverse(), from.column)
    case 'down':
      return find(rows.slice(from.row + 1), from.column)
    case 'before':
      return across([...Array(from.column).keys()].reverse())
    case 'after':
      return across([...(isOpen[from.row] ?? []).keys()].slice(from.column + 1))
    case 'first':
      return find(rows, from.column)
    case 'last':
      return find(rows.reverse(), from.column)
  }
}
