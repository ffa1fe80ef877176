import { useQuery } from '@pmm/portal-kit'
import { computed, type Ref } from 'vue'
import { graphql } from '../../generated'
import { useLanguage } from '../../wording/use-language'
import { normalisationInput } from '../kpi-changes'
import type { KpiDraft } from '../kpi-draft'
import { useSettled } from './use-formula-check'

const FormulaPreviewDocument = graphql(`
  query FormulaPreview($input: FormulaPreviewInput!, $locale: Locale!) {
    formulaPreview(input: $input) {
      problems {
        code
      }
      release {
        id
        code
        name(locale: $locale)
      }
      ...PreviewPanel_preview
    }
  }
`)

/** What the draft as typed would have given in the last release, from public answers. Nothing is stored. */
export function useFormulaPreview(
  draft: Ref<KpiDraft>,
  version: () => string,
  kpi: () => string,
  enabled: () => boolean,
) {
  const language = useLanguage()
  const settled = useSettled(
    () => ({
      version: version(),
      kpi: kpi(),
      formula: draft.value.formula,
      elements: draft.value.elements.map((each) => ({ ...each })),
      direction: draft.value.direction,
      normalisation: normalisationInput(draft.value),
      locale: language.value,
    }),
    600,
  )
  const query = useQuery(FormulaPreviewDocument, {
    variables: () => ({ input: settled.value, locale: language.value }),
    enabled,
  })
  return { query, preview: computed(() => query.retained.value?.formulaPreview ?? null) }
}
