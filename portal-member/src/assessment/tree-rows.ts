import { isDone } from './status'
import { isMeant, passes, type AssessmentWork, type KpiWork, type WorkFilter } from './work-tree'
import type { DimensionEntry, OutcomeEntry } from './model'

interface Counted {
  ready: number
  total: number
  kpis: KpiWork[]
}

export type TreeRow =
  | ({ kind: 'dimension'; key: string; level: 1; entry: DimensionEntry; isOpen: boolean } & Counted)
  | ({ kind: 'outcome'; key: string; level: 2; entry: OutcomeEntry; isOpen: boolean } & Counted)
  | { kind: 'kpi'; key: string; level: 3; work: KpiWork }

export interface TreeChoice {
  filter: WorkFilter
  typed: string
  level: string
  closed: ReadonlySet<string>
}

/** Rows of the task list from top to bottom: what is chosen, under the headings it belongs to. */
export function treeRows(work: AssessmentWork, choice: TreeChoice): TreeRow[] {
  const isWanted = (each: KpiWork) =>
    passes(each, choice.filter) &&
    isMeant(each, choice.typed) &&
    (choice.level === '' || each.response?.disclosureLevel === choice.level)
  // What a search or filter found must not hide behind a closed heading.
  const isNarrowed = choice.filter !== 'all' || choice.typed !== '' || choice.level !== ''
  const rows: TreeRow[] = []

  for (const { dimension, outcomes } of work.dimensions) {
    const all = outcomes.flatMap(({ kpis }) => kpis)
    if (!all.some(isWanted)) continue
    const isOpen = isNarrowed || !choice.closed.has(dimension.code)
    rows.push({
      kind: 'dimension',
      key: dimension.code,
      level: 1,
      entry: dimension,
      isOpen,
      ...counted(all),
    })
    if (!isOpen) continue
    for (const { outcome, kpis } of outcomes) {
      const wanted = kpis.filter(isWanted)
      if (wanted.length === 0) continue
      const opens = isNarrowed || !choice.closed.has(outcome.code)
      rows.push({
        kind: 'outcome',
        key: outcome.code,
        level: 2,
        entry: outcome,
        isOpen: opens,
        ...counted(kpis),
      })
      if (!opens) continue
      rows.push(
        ...wanted.map((each): TreeRow => ({
          kind: 'kpi',
          key: each.kpi.code,
          level: 3,
          work: each,
        })),
      )
    }
  }
  return rows
}

const counted = (kpis: KpiWork[]): Counted => ({
  kpis,
  ready: kpis.filter(({ status }) => isDone(status)).length,
  total: kpis.length,
})

/** Key of the heading above a row; null for a dimension. */
export function headingOf(row: TreeRow): string | null {
  if (row.kind === 'kpi') return row.work.outcome.code
  return row.kind === 'outcome' ? row.key.slice(0, row.key.indexOf('-')) : null
}
