import { useQuery } from '@pmm/portal-kit'
import { computed } from 'vue'
import { earlierCycle } from '../earlier-cycle'
import { EarlierFiguresDocument } from './figure-documents'
import type { CycleEntry } from './use-cycles'

export interface EarlierFigures {
  year: number
  /** Figures of the reporting year of that cycle, by code of the element. */
  values: ReadonlyMap<string, string>
}

/** What the administration itself handed in for the cycle before, once it was accepted; null without one. */
export function useEarlierFigures(
  cycles: () => readonly CycleEntry[],
  present: () => CycleEntry | null,
) {
  const before = computed(() => {
    const cycle = present()
    return cycle && earlierCycle(cycles(), cycle)
  })
  const query = useQuery(EarlierFiguresDocument, {
    variables: () => ({ id: before.value?.myAssessment?.id ?? '' }),
    enabled: () => before.value !== null,
  })

  return computed<EarlierFigures | null>(() => {
    const cycle = before.value
    const values = query.retained.value?.assessment?.submitted?.values
    if (!cycle || !values) return null
    return {
      year: cycle.reportingYear,
      values: new Map(
        values.flatMap(({ elementCode, year, value }) =>
          year === cycle.reportingYear && value != null ? [[elementCode, value] as const] : [],
        ),
      ),
    }
  })
}
