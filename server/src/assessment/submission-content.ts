import { createHash } from 'node:crypto'
import { trimZeros } from '#platform'

export interface SubmittedAnswer {
  readonly kpiCode: string
  readonly state: string
  readonly value: string | null
  readonly score: string | null
  readonly reasonCode: string | null
  readonly reasonText: string | null
  readonly publicNote: string | null
  readonly justification: string | null
  readonly disclosureLevel: string
  readonly aggregateUse: string
}

export interface SubmittedFigure {
  readonly elementCode: string
  readonly year: number
  readonly value: string | null
  readonly isEstimated: boolean
  readonly note: string | null
}

export interface SubmittedLevel {
  readonly instrumentCode: string
  readonly level: number | null
}

export interface SubmittedEvidence {
  readonly evidenceId: string
  /** Number of the revision that was attached. */
  readonly number: number
  readonly sha256: string
  readonly title: string
  readonly kpiCodes: readonly string[]
}

/** Which content the hash covers: the second rule added the evidence. Old submissions keep the rule they were made by. */
export type HashRule = 1 | 2
export const HASH_RULE: HashRule = 2

/** Everything a submission freezes. */
export interface SubmissionContent {
  readonly assessmentId: string
  readonly number: number
  readonly answers: readonly SubmittedAnswer[]
  readonly figures: readonly SubmittedFigure[]
  readonly levels: readonly SubmittedLevel[]
  readonly evidence: readonly SubmittedEvidence[]
}

/** SHA-256 over the content in one order and one spelling: the same content gives the same hash. */
export function submissionHash(content: SubmissionContent, rule: HashRule = HASH_RULE): string {
  const number = (text: string | null) => (text === null ? null : trimZeros(text))
  const canonical = [
    content.assessmentId,
    content.number,
    sorted(content.answers, ({ kpiCode }) => kpiCode).map((answer) => [
      answer.kpiCode, answer.state, number(answer.value), number(answer.score), answer.reasonCode,
      answer.reasonText, answer.publicNote, answer.justification, answer.disclosureLevel,
      answer.aggregateUse,
    ]), // prettier-ignore
    sorted(content.figures, ({ elementCode, year }) => `${elementCode}@${year}`).map((figure) => [
      figure.elementCode, figure.year, number(figure.value), figure.isEstimated, figure.note,
    ]), // prettier-ignore
    sorted(content.levels, ({ instrumentCode }) => instrumentCode).map(
      ({ instrumentCode, level }) => [instrumentCode, level],
    ),
    ...(rule === 1 ? [] : [evidenceOf(content)]),
  ]
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex')
}

const evidenceOf = ({ evidence }: SubmissionContent) =>
  sorted(evidence, ({ evidenceId }) => evidenceId).map((item) => [
    item.evidenceId, item.number, item.sha256, item.title, [...item.kpiCodes].sort(),
  ]) // prettier-ignore

const sorted = <T>(rows: readonly T[], keyOf: (row: T) => string): readonly T[] =>
  [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
