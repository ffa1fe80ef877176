import type { CurrentAssessment } from './composables/use-current-assessment'
import type { KpiElementEntry } from './model'

/** A KPI that takes a data element. */
export interface Feed {
  readonly code: string
  readonly name: string
  /** Whether the viewer has the KPI, and so a page of it. */
  readonly isOpen: boolean
}

type Page = Pick<CurrentAssessment, 'framework' | 'openKpiCodes' | 'work'> & {
  readonly assessment: Pick<CurrentAssessment['assessment'], 'status' | 'reopenedFor'>
}
type Operand = Pick<KpiElementEntry, 'period'> & {
  readonly element?: { readonly code: string } | null
}

const kpisOf = ({ framework }: Page) =>
  framework.dimensions.flatMap(({ outcomes }) => outcomes.flatMap(({ kpis }) => kpis))

/** Other KPIs that take the same data element, of whichever year. */
export const feedsOf = (page: Page, kpiCode: string, { element }: Operand): readonly Feed[] =>
  kpisOf(page)
    .filter(
      ({ code, elements }) =>
        code !== kpiCode && elements.some((each) => each.element?.code === element?.code),
    )
    .map(({ code, name }) => ({ code, name, isOpen: page.work.byCode.has(code) }))

/**
 * Codes of KPIs that are computed from a figure though they were not returned: their value moves with it. Of KPIs the
 * viewer has not, nobody says here whether they were returned.
 */
export const keptFeedsOf = (page: Page, { element, period }: Operand): readonly string[] =>
  page.assessment.status !== 'RETURNED'
    ? []
    : page.work.kpis
        .filter(
          ({ kpi, response }) =>
            !page.openKpiCodes.has(kpi.code) &&
            response?.state !== 'NOT_APPLICABLE' &&
            !(response?.state === 'NOT_AVAILABLE' && response.reasonText !== null) &&
            kpi.elements.some(
              (each) => each.element?.code === element?.code && each.period === period,
            ),
        )
        .map(({ kpi }) => kpi.code)

/** Key of the sentence about these, by why the assessment is open. */
export const keptFeedsKey = ({ assessment }: Page): string =>
  `assessment.figure.keptFeeds.${assessment.reopenedFor === 'MEMBER' ? 'reopened' : 'returned'}`
