import { useQuery } from '@pmm/portal-kit'
import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'
import { graphql } from '../../generated'
import { useLanguage } from '../../wording/use-language'
import { samplesOf, type KpiDraft } from '../kpi-draft'

const FormulaCheckDocument = graphql(`
  query FormulaBench($input: FormulaCheckInput!) {
    formulaCheck(input: $input) {
      symbols
      unit
      words
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
      }
    }
  }
`)

/** Asks the server what it makes of the formula as typed, a moment after the last key. Nothing is stored. */
export function useFormulaCheck(
  draft: Ref<KpiDraft>,
  version: () => string,
  enabled: () => boolean,
) {
  const language = useLanguage()
  const input = computed(() => ({
    version: version(),
    formula: draft.value.formula,
    elements: draft.value.elements.map((each) => ({ ...each })),
    unit: draft.value.unit || null,
    undefinedWhen: draft.value.undefinedWhen || null,
    samples: samplesOf(draft.value).map(({ name, values }) => ({
      name,
      values: values.map(({ symbol, value }) => ({
        symbol,
        value: value !== null && /^-?\d+(\.\d+)?$/.test(value) ? value : null,
      })),
    })),
    locale: language.value,
  }))
  const settled = ref(input.value)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(input, (next) => {
    clearTimeout(timer)
    timer = setTimeout(() => (settled.value = next), 300)
  })
  onScopeDispose(() => clearTimeout(timer))

  const query = useQuery(FormulaCheckDocument, {
    variables: () => ({ input: settled.value }),
    enabled,
  })
  return {
    check: computed(() => query.retained.value?.formulaCheck ?? null),
    error: query.error,
    isChecking: query.loading,
  }
}
