/** An outcome with mappings that lack something. */
export interface Unfinished {
  readonly row: MatrixRow
  readonly targets: readonly string[]
}

/** What the matrix needs to know of one mapping. */
export interface Mapped {
  readonly outcome: string
  /** Column it stands in: the number of a goal or the code of an instrument. */
  readonly column: string
  /** What is sent to the server: a goal, a target or an instrument. */
  readonly target: string
  readonly strength: number | null
  readonly version: number
  /** The reason in English; empty where nobody gave one. */
  readonly en: string
}

export interface MatrixColumn {
  readonly key: string
  readonly name: string
}

export interface MatrixRow {
  readonly code: string
  readonly name: string
  readonly dimension: string
}

const cellKey = (outcome: string, column: string) => `${outcome} ${column}`

/** Mappings by the cell they stand in. */
export function cellsOf<T extends Mapped>(mappings: readonly T[]) {
  const cells = new Map<string, T[]>()
  for (const mapping of mappings) {
    const key = cellKey(mapping.outcome, mapping.column)
    cells.set(key, [...(cells.get(key) ?? []), mapping])
  }
  return (outcome: string, column: string): readonly T[] =>
    cells.get(cellKey(outcome, column)) ?? []
}

/** The strongest strength of a cell; null while none of its mappings has one. */
export function strongest(mappings: readonly Mapped[]): number | null {
  const stated = mappings.flatMap(({ strength }) => strength ?? [])
  return stated.length > 0 ? Math.max(...stated) : null
}

/** Rows without any mapping, columns no row is mapped to, and mappings that do not say how strong or why they are. */
export function gapsOf(
  rows: readonly MatrixRow[],
  columns: readonly MatrixColumn[],
  mappings: readonly Mapped[],
) {
  const outcomes = new Set(mappings.map(({ outcome }) => outcome))
  const reached = new Set(mappings.map(({ column }) => column))
  return {
    rows: rows.filter(({ code }) => !outcomes.has(code)),
    columns: columns.filter(({ key }) => !reached.has(key)),
    unstated: byOutcome(
      rows,
      mappings.filter(({ strength }) => strength === null),
    ),
    unreasoned: byOutcome(
      rows,
      mappings.filter(({ en }) => en.trim() === ''),
    ),
  }
}

/** Mappings under the outcome they belong to, in the order of the outcomes. */
function byOutcome(rows: readonly MatrixRow[], mappings: readonly Mapped[]): readonly Unfinished[] {
  return rows.flatMap((row) => {
    const own = mappings.filter(({ outcome }) => outcome === row.code)
    return own.length > 0 ? [{ row, targets: own.map(({ target }) => target) }] : []
  })
}

/** Where a key leads from a cell of a grid with heads: row and column 0 are the heads. */
export function moved(
  key: string,
  [row, column]: readonly [number, number],
  [rows, columns]: readonly [number, number],
  options: { readonly isFar?: boolean; readonly isRtl?: boolean } = {},
): readonly [number, number] | null {
  const forward = options.isRtl ? 'ArrowLeft' : 'ArrowRight'
  const back = options.isRtl ? 'ArrowRight' : 'ArrowLeft'
  const within = (value: number, most: number) => Math.min(Math.max(value, 0), most)
  switch (key) {
    case forward:
      return [row, within(column + 1, columns)]
    case back:
      return [row, within(column - 1, columns)]
    case 'ArrowDown':
      return [within(row + 1, rows), column]
    case 'ArrowUp':
      return [within(row - 1, rows), column]
    case 'Home':
      return options.isFar ? [0, 0] : [row, 0]
    case 'End':
      return options.isFar ? [rows, columns] : [row, columns]
    default:
      return null
  }
}

/** Mappings as they stand when the targets of one goal are the columns: each under the target it names. */
export const byTarget = <T extends Mapped>(mappings: readonly T[], goal: string): readonly T[] =>
  mappings.map((each) => (each.column === goal ? { ...each, column: each.target } : each))
