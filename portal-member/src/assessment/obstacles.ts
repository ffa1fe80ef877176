import type { CheckEntry, KpiEntry } from './model'
import { needsJustification } from './status'
import type { AssessmentWork, KpiWork } from './work-tree'

/** What stands between an assessment and its submission; the reasons are those of the server. */
export type ObstacleReason =
  'CHECK_BLOCKS' | 'WARNING_UNJUSTIFIED' | 'RESPONSE_PENDING' | 'LEVEL_MISSING' | 'ITEM_UNANSWERED'

export interface Obstacle {
  reason: ObstacleReason
  work: KpiWork
}

export const obstacleReasons: readonly ObstacleReason[] = [
  'CHECK_BLOCKS',
  'ITEM_UNANSWERED',
  'RESPONSE_PENDING',
  'WARNING_UNJUSTIFIED',
  'LEVEL_MISSING',
]

interface Item {
  kpiCode: string
  answer: string | null
  isCleared: boolean
}

/** All obstacles at once, by the same rules as the server's; what blocks comes first. */
export function obstaclesOf(work: AssessmentWork, items: readonly Item[]): Obstacle[] {
  const unanswered = new Set(
    items
      .filter(({ answer, isCleared }) => !isCleared && !answer?.trim())
      .map(({ kpiCode }) => kpiCode),
  )
  const all = work.kpis.flatMap((each) =>
    reasonsOf(each, unanswered).map((reason) => ({ reason, work: each })),
  )
  return all.toSorted(
    (a, b) => obstacleReasons.indexOf(a.reason) - obstacleReasons.indexOf(b.reason),
  )
}

function reasonsOf({ kpi, response }: KpiWork, unanswered: ReadonlySet<string>): ObstacleReason[] {
  const reasons: ObstacleReason[] = []
  if (!response || response.state === null || response.state === 'PENDING') {
    reasons.push('RESPONSE_PENDING')
  }
  if (response?.checks?.some(({ level }) => level === 'BLOCK')) reasons.push('CHECK_BLOCKS')
  if (response && needsJustification(response)) reasons.push('WARNING_UNJUSTIFIED')
  if (response?.levelChosen === false) reasons.push('LEVEL_MISSING')
  if (unanswered.has(kpi.code)) reasons.push('ITEM_UNANSWERED')
  return reasons
}

/** Where an obstacle is cleared, as its list and the summary of a refusal lead there. */
export interface ObstaclePlace {
  readonly id: string
  readonly kpi: KpiEntry
  /** What is wrong there, in words; null where the group says it all. */
  readonly message: string | null
  /** Names the figure, by its symbol, or the explanation that gets the caret. */
  readonly query: { readonly at?: string }
}

/** Each finding for itself; of the other obstacles one place each. */
export function placesOf(reason: ObstacleReason, work: KpiWork): readonly ObstaclePlace[] {
  const { kpi, response } = work
  const id = `obstacle-${reason}-${kpi.code}`
  const level = { CHECK_BLOCKS: 'BLOCK', WARNING_UNJUSTIFIED: 'WARN' }[reason as string]
  const found = (response?.checks ?? []).filter((check) => check.level === level)
  if (found.length === 0) return [{ id, kpi, message: null, query: queryOf(reason, work) }]
  return found.map((check, at) => ({
    id: at === 0 ? id : `${id}-${at}`,
    kpi,
    message: check.message,
    query: level === 'WARN' ? { at: 'explanation' } : { at: symbolOf(kpi, check) },
  }))
}

const symbolOf = (kpi: KpiEntry, { elementCode, period }: CheckEntry): string | undefined =>
  kpi.elements.find((each) => each.element?.code === elementCode && each.period === period)?.symbol

const queryOf = (reason: ObstacleReason, { kpi }: KpiWork): ObstaclePlace['query'] =>
  reason === 'RESPONSE_PENDING' && kpi.elements.length > 0 ? { at: 'open' } : {}
