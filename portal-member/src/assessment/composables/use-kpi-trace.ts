import { useQuery } from '@pmm/portal-kit'
import { computed, watch } from 'vue'
import type { CurrentAssessment } from './use-current-assessment'
import { KpiTraceDocument } from './figure-documents'
import type { TraceEntry } from '../trace-steps'

/** The trace of one KPI, asked again when a figure of it was saved. */
export function useKpiTrace(
  page: () => CurrentAssessment,
  code: () => string,
  revisions: () => string,
) {
  const query = useQuery(KpiTraceDocument, {
    variables: () => ({ id: page().assessment.id, kpi: code() }),
    fetchPolicy: 'cache-and-network',
  })
  watch(revisions, () => void query.refetch())

  return computed<TraceEntry | null>(() => {
    const trace = query.retained.value?.assessment?.working?.response?.trace
    if (!trace) return null
    const labels = new Map(
      page()
        .work.byCode.get(code())
        ?.kpi.elements.map(({ symbol, element }) => [symbol, element?.label ?? symbol]),
    )
    const elements = trace.value.elements.map((element) => ({
      ...element,
      label: labels.get(element.symbol) ?? element.elementCode,
    }))
    return { ...trace, value: { ...trace.value, elements } }
  })
}
