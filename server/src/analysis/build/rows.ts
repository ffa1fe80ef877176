import type { Edition } from '../edition'
import { isOpened, type ReleasedAnswer } from './answer'
import {
  publishedFigure,
  publishedScore,
  publishedSubValues,
  type PublishedSubValue,
} from './published-figures'

/** What one accepted submission says about one KPI, with all that a release may repeat. */
export interface SubmittedAnswer extends ReleasedAnswer {
  readonly subValues: unknown
  readonly score: string | null
  readonly reasonCode: string | null
  readonly reasonText: string | null
  readonly publicNote: string | null
  readonly isPeerReviewed: boolean
  readonly consentId: string | null
}

/** One row of a release: the answer where the level opens it, else a stub of KPI and access. */
export interface ReleasedRow {
  readonly edition: Edition
  readonly administrationId: string
  readonly kpiCode: string
  readonly access: 'VISIBLE' | 'WITHHELD'
  readonly state: string | null
  readonly value: string | null
  readonly subValues: readonly PublishedSubValue[] | null
  readonly score: string | null
  readonly reasonCode: string | null
  readonly reasonText: string | null
  readonly publicNote: string | null
  readonly verification: string | null
  readonly consentId: string | null
}

/**
 * The rows of one administration in one edition: every KPI of the version, so that the length of the
 * list tells nothing. None where the edition does not list the administration.
 */
export function rowsOf(
  edition: Edition,
  administrationId: string,
  kpis: readonly { readonly code: string; readonly decimals: number }[],
  answers: readonly SubmittedAnswer[],
): readonly ReleasedRow[] {
  const byKpi = new Map(answers.map((answer) => [answer.kpiCode, answer]))
  const isListed =
    edition === 'MEMBERS' || answers.some((answer) => isOpened(answer.level, edition))
  if (!isListed) return []
  return kpis.map(({ code, decimals }) => {
    const answer = byKpi.get(code)
    return answer && isOpened(answer.level, edition)
      ? opened(edition, answer, decimals)
      : stub(edition, administrationId, code)
  })
}

const opened = (edition: Edition, answer: SubmittedAnswer, decimals: number): ReleasedRow => ({
  edition,
  administrationId: answer.administrationId,
  kpiCode: answer.kpiCode,
  access: 'VISIBLE',
  state: answer.state,
  value: publishedFigure(answer.value, decimals),
  subValues: publishedSubValues(answer.subValues, decimals),
  score: publishedScore(answer.score),
  reasonCode: answer.reasonCode,
  reasonText: answer.reasonText,
  publicNote: answer.publicNote,
  verification: answer.isPeerReviewed ? 'PEER_REVIEWED' : 'SELF_ASSESSED',
  consentId: answer.consentId,
})

const stub = (edition: Edition, administrationId: string, kpiCode: string): ReleasedRow => ({
  edition,
  administrationId,
  kpiCode,
  access: 'WITHHELD',
  state: null,
  value: null,
  subValues: null,
  score: null,
  reasonCode: null,
  reasonText: null,
  publicNote: null,
  verification: null,
  consentId: null,
})
