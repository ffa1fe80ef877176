import { needsJustification } from '../status'
import type { CheckEntry, ResponseEntry } from '../model'
import type { DimensionWork, KpiWork } from '../work-tree'
import type { Since } from './since'

/** What a page asks for beside the list of work. */
export interface AnswerExtras {
  readonly publicNote: string | null
  readonly evidenceCount: number | null
}

/** One KPI as it is handed in. */
export interface AnswerRow extends AnswerExtras {
  readonly work: KpiWork
  readonly answer: ResponseEntry | undefined
  /** What the answer has to bear: to explain, or impossible. */
  readonly findings: readonly CheckEntry[]
  /** Null without an earlier cycle. */
  readonly since: Since | null
  readonly isOpen: boolean
  /** The level stands differently by now; for a signed copy alone. */
  readonly levelNow: ResponseEntry['disclosureLevel']
}

export interface AnswerGroup {
  readonly dimension: DimensionWork['dimension']
  readonly rows: readonly AnswerRow[]
}

export const filters = ['all', 'reasons', 'explained', 'differs', 'open'] as const
export type AnswerFilter = (typeof filters)[number]

const hasReason = ({ answer }: AnswerRow) =>
  answer?.state != null && !['REPORTED', 'PENDING'].includes(answer.state)

const TESTS: Readonly<Record<AnswerFilter, (row: AnswerRow) => boolean>> = {
  all: () => true,
  reasons: hasReason,
  explained: ({ answer, findings }) =>
    answer !== undefined &&
    findings.some(({ level }) => level === 'WARN') &&
    !needsJustification(answer),
  differs: ({ since }) => since?.kind === 'differs',
  open: ({ isOpen }) => isOpen,
}

export const passes = (row: AnswerRow, filter: AnswerFilter): boolean => TESTS[filter](row)

/** All KPIs the viewer sees, by dimension. */
export function answerGroups(of: {
  readonly dimensions: readonly DimensionWork[]
  /** Codes of KPIs with something left to settle. */
  readonly open: ReadonlySet<string>
  /** The signed copy, where that is what counts. */
  readonly signed: ReadonlyMap<string, ResponseEntry> | null
  readonly extras: ReadonlyMap<string, AnswerExtras>
  readonly sinceOf: (work: KpiWork, answer: ResponseEntry | undefined) => Since | null
}): readonly AnswerGroup[] {
  const rowOf = (work: KpiWork): AnswerRow => {
    const { code } = work.kpi
    const answer = of.signed ? of.signed.get(code) : work.response
    const { publicNote = null, evidenceCount = null } = of.extras.get(code) ?? {}
    const levelNow = work.response?.disclosureLevel ?? null
    return {
      work,
      answer,
      publicNote,
      evidenceCount,
      findings: (answer?.checks ?? []).filter(({ level }) => level !== 'INFO'),
      since: of.sinceOf(work, answer),
      isOpen: of.open.has(code),
      levelNow: of.signed && levelNow !== answer?.disclosureLevel ? levelNow : null,
    }
  }
  return of.dimensions.map(({ dimension, outcomes }) => ({
    dimension,
    rows: outcomes.flatMap(({ kpis }) => kpis.map(rowOf)),
  }))
}
