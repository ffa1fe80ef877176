import type { Texts } from '#accounts'
import { CycleStage, type CycleProgressOrder } from './enums'
import type { ProgressRow } from './progress.rows'
import type { CycleProgress, CycleProgressSummary, CycleStageCount } from './progress.type'

const STAGES = Object.keys(CycleStage) as readonly CycleStage[]
const BEFORE_SUBMISSION: ReadonlySet<CycleStage> = new Set([
  'NOT_STARTED',
  'DRAFT',
  'INTERNAL_APPROVAL',
])

const SINCE_SUBMISSION: ReadonlySet<CycleStage> = new Set([
  'SUBMITTED',
  'RETURNED',
  'ACCEPTED',
  'UNDER_REVIEW',
])

export interface ProgressFilter {
  readonly region?: string | null
  readonly stage?: CycleStage | null
  readonly stages?: readonly CycleStage[] | null
  readonly isOverdue?: boolean | null
  readonly isExtended?: boolean | null
  readonly isReopenRequested?: boolean | null
  readonly search?: string | null
}

/** When the next step of the administration is due; null once nothing is due. */
export function dueAt(row: ProgressRow): string | null {
  if (row.stage === 'RETURNED') return later(row.returnDueAt, row.extendedUntil)
  if (!BEFORE_SUBMISSION.has(row.stage)) return null
  if (row.cycleStatus === 'OPEN') return later(row.closesAt, row.extendedUntil)
  // Entry is over: what was not submitted has lapsed, it is not late.
  return row.cycleStatus === 'CLOSED' ? row.extendedUntil : null
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return Date.parse(other) > Date.parse(one) ? other : one
}

/** The row as the officer sees it. */
export function progressOf(row: ProgressRow, now: Date): CycleProgress {
  const due = dueAt(row)
  return {
    administrationId: row.administration.id,
    assessmentUuid: row.assessmentId,
    administration: row.administration,
    regionCode: row.region.code,
    stage: row.stage,
    figuresEntered: row.figuresEntered,
    figuresTotal: row.figuresTotal,
    kpisReady: row.kpisReady,
    kpisTotal: row.kpisTotal,
    lastActivityAt: row.lastActivityAt,
    submittedAt: row.submittedAt,
    reopenRequestedAt: row.reopenRequestedAt,
    dueAt: due,
    extendedUntil: row.extendedUntil,
    extensionReason: row.extensionReason,
    isOverdue: due !== null && Date.parse(due) < now.getTime(),
  }
}

/** The rows that fit the filter, in the order asked for; administrations by code where it is equal. */
export function board(
  rows: readonly CycleProgress[],
  filter: ProgressFilter,
  order: CycleProgressOrder,
): readonly CycleProgress[] {
  const wanted = filter.search ? folded(filter.search) : ''
  return rows
    .filter(
      (row) =>
        (filter.region == null || row.regionCode === filter.region) &&
        (filter.stage == null || row.stage === filter.stage) &&
        (filter.stages == null || filter.stages.includes(row.stage)) &&
        (filter.isOverdue == null || row.isOverdue === filter.isOverdue) &&
        (filter.isExtended == null || (row.extendedUntil !== null) === filter.isExtended) &&
        (filter.isReopenRequested == null ||
          (row.reopenRequestedAt !== null) === filter.isReopenRequested) &&
        (wanted === '' || searchText(row).includes(wanted)),
    )
    .sort((a, b) => ORDERS[order](a, b) || compare(a.administration.code, b.administration.code))
}

const ORDERS: Readonly<Record<CycleProgressOrder, (a: CycleProgress, b: CycleProgress) => number>> =
  {
    ADMINISTRATION: (a, b) => compare(folded(nameOf(a).en ?? ''), folded(nameOf(b).en ?? '')),
    LAST_ACTIVITY: (a, b) => time(b.lastActivityAt) - time(a.lastActivityAt),
    STAGE: (a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage),
    FIGURES: (a, b) => figures(b) - figures(a),
    KPIS: (a, b) => kpis(b) - kpis(a),
  }

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const time = (at: string | null) => (at === null ? 0 : Date.parse(at))
// Whoever has not begun stands after whoever has entered nothing yet.
const share = (done: number, total: number | null) => (total ? done / total : -1)
const figures = (row: CycleProgress) => share(row.figuresEntered, row.figuresTotal)
const kpis = (row: CycleProgress) => share(row.kpisReady, row.kpisTotal)
const nameOf = (row: CycleProgress) => row.administration.name as Texts

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()

const searchText = (row: CycleProgress) =>
  folded([row.administration.code, ...Object.values(nameOf(row))].join(' '))

/** Counts by stage and region over all rows. */
export function summaryOf(rows: readonly ProgressRow[], now: Date): CycleProgressSummary {
  const progress = rows.map((row) => progressOf(row, now))
  const regions = new Map(rows.map(({ region }) => [region.code, region]))
  const goesOn = ({ extendedUntil }: CycleProgress) =>
    extendedUntil !== null && Date.parse(extendedUntil) > now.getTime()
  const count = (fits: (row: CycleProgress) => boolean) => progress.filter(fits).length
  return {
    administrationCount: rows.length,
    startedCount: count(({ stage }) => stage !== 'NOT_STARTED' && stage !== 'WITHDRAWN'),
    submittedCount: count(({ stage }) => SINCE_SUBMISSION.has(stage)),
    overdueCount: count(({ isOverdue }) => isOverdue),
    extendedCount: count(({ extendedUntil }) => extendedUntil !== null),
    lapsingCount: count(
      (row) => row.stage !== 'NOT_STARTED' && BEFORE_SUBMISSION.has(row.stage) && !goesOn(row),
    ),
    goingOnCount: count((row) => BEFORE_SUBMISSION.has(row.stage) && goesOn(row)),
    stages: stagesOf(progress),
    regions: [...regions.values()]
      .sort((a, b) => compare(a.code, b.code))
      .map((region) => ({
        region,
        stages: stagesOf(progress.filter(({ regionCode }) => regionCode === region.code)),
      })),
  }
}

const stagesOf = (rows: readonly CycleProgress[]): readonly CycleStageCount[] =>
  STAGES.map((stage) => ({
    stage,
    administrationCount: rows.filter((row) => row.stage === stage).length,
  }))
