import { Refusal, badInput } from '#platform'

/** Refuses work on a KPI the administration did not ask to be examined. */
export function inScope(review: { readonly scope: readonly string[] }, kpiCode: string): void {
  if (review.scope.includes(kpiCode)) return
  throw new Refusal([
    badInput('OUT_OF_SCOPE', 'This KPI is not in the scope of the review.', ['input', 'kpiCode']),
  ])
}
