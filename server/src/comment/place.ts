import type { VersionSnapshot } from '#framework'
import { Refusal, badInput, problem, type ProblemDetail } from '#platform'
import type { CommentPlace } from './policies'

interface Named {
  readonly kpiCode?: string | null
  readonly elementCode?: string | null
  readonly answersId?: string | null
}

/** The KPI or data element that is named, or null where another comment is answered; refuses anything else. */
export function placeNamed(
  { kpiCode, elementCode, answersId }: Named,
  framework: Pick<VersionSnapshot, 'kpiByCode' | 'elementByCode'>,
): CommentPlace | null {
  const problems: ProblemDetail[] = []
  if ([kpiCode, elementCode, answersId].filter((each) => each != null).length !== 1) {
    problems.push(
      badInput('ONE_PLACE', 'Name a KPI, a data element or the comment that is answered, and one alone.', ['input']),
    ) // prettier-ignore
  }
  if (kpiCode != null && !framework.kpiByCode.has(kpiCode)) {
    problems.push(
      problem('NOT_FOUND', 'UNKNOWN_KPI', 'The framework version has no such KPI.', ['input', 'kpiCode']),
    ) // prettier-ignore
  }
  if (elementCode != null && !framework.elementByCode.has(elementCode)) {
    problems.push(
      problem('NOT_FOUND', 'UNKNOWN_ELEMENT', 'The framework version has no such data element.', ['input', 'elementCode']),
    ) // prettier-ignore
  }
  if (problems.length > 0) throw new Refusal(problems)
  if (answersId != null) return null
  return { kpiCode: kpiCode ?? null, elementCode: elementCode ?? null }
}

/** Codes of the KPIs that a comment at this place concerns. */
export const kpisAt = (
  { kpiCode, elementCode }: CommentPlace,
  framework: Pick<VersionSnapshot, 'kpisOfElement'>,
): readonly string[] =>
  kpiCode === null
    ? (framework.kpisOfElement.get(elementCode!) ?? []).map(({ code }) => code)
    : [kpiCode]
