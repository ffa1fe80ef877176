import type { Edition } from '../edition'
import { isOpened, type ReleasedAnswer } from './answer'
import { publishedScore } from './published-figures'

interface NamedScore {
  readonly code: string
  readonly score: string | null
  readonly coverage: { readonly scored: number; readonly scorable: number }
}

interface StoredScores {
  readonly method: unknown
  readonly dimensions: readonly NamedScore[]
  readonly overall: Omit<NamedScore, 'code'>
}

/**
 * The scores an edition may show: a dimension is as open as the least open of its KPIs, the overall
 * score as the least open of all. What is not opened is left out whole, coverage included.
 */
export function openedScores(
  stored: unknown,
  edition: Edition,
  answers: readonly ReleasedAnswer[],
  kpis: readonly { readonly code: string; readonly dimension: string }[],
): object {
  const { method, dimensions, overall } = stored as StoredScores
  const levels = new Map(answers.map(({ kpiCode, level }) => [kpiCode, level]))
  const isOpen = (parts: typeof kpis) =>
    parts.every(({ code }) => isOpened(levels.get(code) ?? 'NATIONAL', edition))
  const shown = dimensions
    .filter(({ code }) => isOpen(kpis.filter(({ dimension }) => dimension === code)))
    .map(({ code, score, coverage }) => ({ code, score: publishedScore(score), coverage }))
  return {
    method,
    dimensions: shown,
    overall: isOpen(kpis)
      ? { score: publishedScore(overall.score), coverage: overall.coverage }
      : null,
  }
}
