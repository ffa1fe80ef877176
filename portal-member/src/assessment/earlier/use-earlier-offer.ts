import { useQuery } from '@pmm/portal-kit'
import { computed } from 'vue'
import { graphql } from '../../generated'
import type { CurrentAssessment } from '../composables/use-current-assessment'
import type { CycleEntry } from '../composables/use-cycles'
import { ancestryOf } from './ancestry'
import { judgeEarlier, type EarlierFigure } from './judge'
import { sourceOf } from './source'

const EarlierHandedInDocument = graphql(`
  query EarlierHandedIn($id: ID!) {
    assessment(id: $id) {
      id
      submitted {
        id
        values {
          id
          elementCode
          year
          value
          isEstimated
          note
        }
      }
    }
  }
`)

const ElementLineageDocument = graphql(`
  query ElementLineage {
    frameworkVersions {
      id
      code
      lineage(kind: DATA_ELEMENT) {
        code
        ancestorCode
        comparability
        isBreak
        ancestorVersion {
          id
          code
        }
      }
    }
  }
`)

/** Figures of the own earlier cycle that may be taken over, and those that may not, with why; null while unknown. */
export function useEarlierOffer(
  cycles: () => readonly CycleEntry[],
  current: () => CurrentAssessment | null,
) {
  const source = computed(() => {
    const page = current()
    return page && sourceOf(cycles(), page.cycle)
  })
  const isOtherVersion = computed(
    () => source.value?.frameworkVersion?.code !== current()?.cycle.frameworkVersion?.code,
  )
  const handedIn = useQuery(EarlierHandedInDocument, {
    variables: () => ({ id: source.value?.myAssessment?.id ?? '' }),
    enabled: () => source.value !== null,
  })
  const lineage = useQuery(ElementLineageDocument, {
    variables: () => ({}),
    enabled: () => source.value !== null && isOtherVersion.value,
  })

  const offer = computed(() => {
    const page = current()
    const from = source.value
    const values = handedIn.retained.value?.assessment?.submitted?.values
    if (!page || !from || !values) return null
    if (isOtherVersion.value && !lineage.retained.value) return null
    return judgeEarlier({
      work: page.work,
      openKpiCodes: page.openKpiCodes,
      openElementCodes: page.openElementCodes,
      wantedYear: page.cycle.previousYear,
      earlierYear: from.reportingYear,
      figures: values as readonly EarlierFigure[],
      ancestry: ancestryOf(
        lineage.retained.value?.frameworkVersions ?? [],
        page.cycle.frameworkVersion?.code ?? '',
        from.frameworkVersion?.code ?? '',
      ),
    })
  })
  const error = computed(() => handedIn.error.value ?? lineage.error.value)
  return { source, offer, error }
}
