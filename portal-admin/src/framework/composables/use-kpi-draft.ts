import { computed, ref, watch, type Ref } from 'vue'
import { graphql, readFragment, type FragmentType } from '../../generated'
import type { KpiBinding, KpiDraft, KpiSampleDraft } from '../kpi-draft'
import { changesOf, draftOf } from '../kpi-draft'

const KpiDraftKpi = graphql(`
  fragment KpiDraft_kpi on Kpi {
    id
    nameEn: name(locale: EN)
    nameFr: name(locale: FR)
    nameFrServed: nameLocale(locale: FR)
    descriptionEn: description(locale: EN)
    descriptionFr: description(locale: FR)
    descriptionFrServed: descriptionLocale(locale: FR)
    guidanceEn: reviewGuidance(locale: EN)
    guidanceFr: reviewGuidance(locale: FR)
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
  const base = ref<KpiDraft>()
  const draft = ref<KpiDraft>()

  watch(
    kpi,
    (next, previous) => {
      if (!next) return
      const fresh = draftOf(next)
      if (!draft.value || !base.value || previous?.id !== next.id) draft.value = draftOf(next)
      else follow(fresh)
      base.value = fresh
    },
    { immediate: true },
  )

  function follow(fresh: KpiDraft) {
    const typed = draft.value as KpiDraft
    const before = base.value as KpiDraft
    const merged: Record<string, unknown> = {}
    for (const key of Object.keys(fresh) as (keyof KpiDraft)[]) {
      const isTouched = JSON.stringify(typed[key]) !== JSON.stringify(before[key])
      merged[key] = isTouched ? typed[key] : structuredClone(fresh[key])
    }
    draft.value = merged as unknown as KpiDraft
  }

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

  function reset() {
    if (kpi.value) draft.value = draftOf(kpi.value)
  }

  return { draft, changes, areSamplesChanged, isDirty, reset }
}

export type { KpiBinding, KpiDraft, KpiSampleDraft }
