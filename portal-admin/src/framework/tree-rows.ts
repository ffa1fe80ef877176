import type { Mark } from './model'

interface Named {
  readonly code: string
  readonly name: string
}

export interface RowSource extends Named {
  readonly changes: number
  readonly outcomes: readonly (Named & {
    readonly changes: number
    readonly kpis: readonly (Named & { readonly relation: Mark })[]
    readonly retired: readonly Named[]
  })[]
}

/** A line of the tree. The head of a dimension folds it, its texts are a line of their own. */
export type TreeRow =
  | (Named & {
      kind: 'dimension'
      key: string
      dimension: string
      changes: number
      isOpen: boolean
    })
  | (Named & { kind: 'texts'; key: string; dimension: string })
  | (Named & { kind: 'outcome'; key: string; dimension: string; changes: number; isOpen: boolean })
  | (Named & { kind: 'kpi'; key: string; dimension: string; outcome: string; relation: Mark })
  | (Named & { kind: 'retired'; key: string; dimension: string; outcome: string })

/** The lines of the tree that stand under open parts, from top to bottom. */
export function treeRows(
  dimensions: readonly RowSource[],
  isOpen: (code: string, kind: 'dimension' | 'outcome') => boolean,
): readonly TreeRow[] {
  return dimensions.flatMap((dimension): TreeRow[] => {
    const { code, name, changes } = dimension
    const own = { code, name, dimension: code }
    const opened = isOpen(code, 'dimension')
    const head: TreeRow = {
      ...own,
      kind: 'dimension',
      key: `${code} head`,
      changes,
      isOpen: opened,
    }
    if (!opened) return [head]
    return [
      head,
      { ...own, kind: 'texts', key: code },
      ...dimension.outcomes.flatMap((outcome): TreeRow[] => {
        const isUnfolded = isOpen(outcome.code, 'outcome')
        const line: TreeRow = {
          kind: 'outcome', key: outcome.code, code: outcome.code, name: outcome.name,
          dimension: code, changes: outcome.changes, isOpen: isUnfolded,
        } // prettier-ignore
        if (!isUnfolded) return [line]
        const below = { dimension: code, outcome: outcome.code }
        return [
          line,
          ...outcome.kpis.map(
            (kpi): TreeRow => ({
              ...below, kind: 'kpi', key: kpi.code, code: kpi.code, name: kpi.name, relation: kpi.relation,
            }), // prettier-ignore
          ),
          ...outcome.retired.map(
            (kpi): TreeRow => ({
              ...below, kind: 'retired', key: `${kpi.code} retired`, code: kpi.code, name: kpi.name,
            }), // prettier-ignore
          ),
        ]
      }),
    ]
  })
}

/** Line that what is on this line stands in; -1 for a dimension. */
export function parentRow(rows: readonly TreeRow[], index: number): number {
  const row = rows[index]
  if (!row || row.kind === 'dimension') return -1
  const holder = row.kind === 'kpi' || row.kind === 'retired' ? row.outcome : row.dimension
  return rows.findIndex(
    ({ kind, code }) => code === holder && (kind === 'outcome' || kind === 'dimension'),
  )
}
