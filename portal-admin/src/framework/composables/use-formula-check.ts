import { useQuery } from '@pmm/portal-kit'
import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'
import { graphql } from '../../generated'
import { useLanguage } from '../../wording/use-language'
import { asDecimal } from '../figures'
import { normalisationInput, samplesOf } from '../kpi-changes'
import type { KpiDraft } from '../kpi-draft'

const FormulaCheckDocument = graphql(`
  query FormulaBench($input: FormulaCheckInput!) {
    formulaCheck(input: $input) {
      symbols
      unit
      wordsEn: wordsIn(locale: EN)
      wordsFr: wordsIn(locale: FR)
      denominators
      problems {
        code
        message
        start
        end
      }
      results {
        name
        state
        value
        reasonCode
        missing
        score
        former {
          state
          value
        }
      }
    }
  }
`)

/** Follows what is typed, a moment after the last key. */
export function useSettled<T>(input: () => T, wait = 250): Ref<T> {
  const settled = ref(input()) as Ref<T>
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(input, (next) => {
    clearTimeout(timer)
    timer = setTimeout(() => (settled.value = next), wait)
  })
  onScopeDispose(() => clearTimeout(timer))
  return settled
}

/** Asks the server what it makes of the formula as typed, a moment after the last key. Nothing is stored. */
export function useFormulaCheck(
  draft: Ref<KpiDraft>,
  version: () => string,
  kpi: () => string,
  enabled: () => boolean,
) {
  const language = useLanguage()
  const input = computed(() => ({
    version: version(),
    kpi: kpi(),
    formula: draft.value.formula,
    elements: draft.value.elements.map((each) => ({ ...each })),
    unit: draft.value.unit || null,
    undefinedWhen: draft.value.undefinedWhen || null,
    direction: draft.value.direction,
    normalisation: normalisationInput(draft.value),
    samples: samplesOf(draft.value).map(({ name, values }) => ({
      name,
      values: values.map(({ symbol, value }) => ({ symbol, value: asDecimal(value) })),
    })),
    locale: language.value,
  }))
  const settled = useSettled(() => input.value)

  const query = useQuery(FormulaCheckDocument, {
    variables: () => ({ input: settled.value }),
    enabled,
  })
  return {
    check: computed(() => query.retained.value?.formulaCheck ?? null),
    /** Whether the answer is to what stands in the field now. */
    isCurrent: computed(
      () => query.result.value !== undefined && settled.value.formula === draft.value.formula,
    ),
    error: query.error,
    isChecking: query.loading,
  }
}
