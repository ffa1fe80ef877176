import type { Edition } from '../edition'
import { isOpened, type ReleasedAnswer } from './answer'

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
  kpiCodes: readonly string[],
): object {
  const { method, dimensions, overall } = stored as StoredScores
  const levels = new Map(answers.map(({ kpiCode, level }) => [kpiCode, level]))
  const isOpen = (codes: readonly string[]) =>
    codes.every((code) => isOpened(levels.get(code) ?? 'NATIONAL', edition))
  const shown = dimensions
    .filter(({ code }) => isOpen(kpiCodes.filter((kpi) => kpi.startsWith(`${code}-`))))
    .map(({ code, score, coverage }) => ({ code, score, coverage }))
  return {
    method,
    dimensions: shown,
    overall: isOpen(kpiCodes) ? { score: overall.score, coverage: overall.coverage } : null,
  }
}
