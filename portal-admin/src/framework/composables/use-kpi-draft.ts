import { computed, type Ref } from 'vue'
import { graphql, readFragment, type FragmentType } from '../../generated'
import type { KpiBinding, KpiDraft, KpiSampleDraft } from '../kpi-draft'
import { changesOf } from '../kpi-changes'
import { draftOf } from '../kpi-draft'
import { useMergedDraft } from './use-merged-draft'

const KpiDraftKpi = graphql(`
  fragment KpiDraft_kpi on Kpi {
    id
    nameEn: name(locale: EN)
    nameFr: name(locale: FR)
    nameFrServed: nameLocale(locale: FR)
    descriptionEn: description(locale: EN)
    descriptionFr: description(locale: FR)
    descriptionFrServed: descriptionLocale(locale: FR)
    methodologyHelpEn: methodologyHelp(locale: EN)
    methodologyHelpFr: methodologyHelp(locale: FR)
    methodologyHelpFrServed: methodologyHelpLocale(locale: FR)
    guidanceEn: reviewGuidance(locale: EN)
    guidanceFr: reviewGuidance(locale: FR)
    maxDisclosureLevel
    kind
    scale {
      code
    }
    instruments {
      id
      code
    }
    sdgTargets {
      code
    }
    subMeasures {
      code
      nameEn: name(locale: EN)
      nameFr: name(locale: FR)
      nameFrServed: nameLocale(locale: FR)
      formula
      unit
    }
    provenance {
      status
      fields
      sources
      note
    }
    unit
    decimals
    direction
    weight
    range {
      min
      max
    }
    normalisation {
      method
      floor
      goal
      target
      maxDistance
    }
    formula
    undefinedWhen
    elements {
      symbol
      period
      role
      element {
        id
        code
      }
    }
    samples {
      name
      expectedState
      expectedValue
      values {
        symbol
        value
      }
    }
  }
`)

/**
 * What is typed for one KPI, kept apart from what is saved. When the saved KPI changes underneath, typed fields stay
 * and untouched ones follow.
 */
export function useKpiDraft(source: Ref<FragmentType<typeof KpiDraftKpi> | null | undefined>) {
  const kpi = computed(() => (source.value ? readFragment(KpiDraftKpi, source.value) : null))
  const { base, draft, theirs, isContested, take, keep, reset } = useMergedDraft(
    () => kpi.value && draftOf(kpi.value),
    () => kpi.value?.id,
  )

  const changes = computed(() =>
    base.value && draft.value ? changesOf(base.value, draft.value) : null,
  )
  const areSamplesChanged = computed(
    () => JSON.stringify(base.value?.samples) !== JSON.stringify(draft.value?.samples),
  )
  const isDirty = computed(
    () =>
      (changes.value !== null && Object.keys(changes.value).length > 0) || areSamplesChanged.value,
  )

  return { draft, changes, areSamplesChanged, isDirty, isContested, theirs, take, keep, reset }
}

export type { KpiBinding, KpiDraft, KpiSampleDraft }
