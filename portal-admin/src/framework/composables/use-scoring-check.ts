import { useQuery } from '@pmm/portal-kit'
import { computed, type Ref } from 'vue'
import { graphql } from '../../generated'
import { asDecimal } from '../figures'
import { normalisationInput } from '../kpi-changes'
import type { KpiDraft } from '../kpi-draft'
import { useSettled } from './use-formula-check'

const ScoringCheckDocument = graphql(`
  query ScoringBench($input: ScoringCheckInput!) {
    scoringCheck(input: $input) {
      isScored
      problems {
        code
        reason
        message
        path
      }
      curve {
        value
        score
      }
      table {
        value
        score
      }
      weights {
        kpiCode
        weight
        shareOfOutcome
        shareOfDimension
      }
    }
  }
`)

/** Asks the server what the scoring as typed gives, and what the KPI weighs with it. Nothing is stored. */
export function useScoringCheck(
  draft: Ref<KpiDraft>,
  version: () => string,
  kpi: () => string,
  values: () => readonly string[],
  enabled: () => boolean,
) {
  const settled = useSettled(() => ({
    version: version(),
    kpi: kpi(),
    direction: draft.value.direction,
    normalisation: normalisationInput(draft.value),
    weight: asDecimal(draft.value.weight) ?? '0',
    values: values().flatMap((value) => asDecimal(value) ?? []),
  }))
  const query = useQuery(ScoringCheckDocument, {
    variables: () => ({ input: settled.value }),
    enabled,
  })
  return {
    check: computed(() => query.retained.value?.scoringCheck ?? null),
    error: query.error,
  }
}
