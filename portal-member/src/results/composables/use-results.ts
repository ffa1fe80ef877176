import { useQuery } from '@pmm/portal-kit'
import { computed } from 'vue'
import { graphql } from '../../generated'
import { useLocaleArgument } from '../../assessment/composables/use-cycles'

const ResultsDocument = graphql(`
  query MemberResults($id: ID!, $locale: Locale!) {
    assessment(id: $id) {
      id
      submitted {
        id
        number
        submittedAt
        responses {
          id
          kpiCode
          state
          value
          score
          reasonCode
          reasonText
          disclosureLevel
        }
        scores {
          methodCode
          methodVersion
          methodStatus
          overall {
            ...ScorePart
          }
          dimensions {
            ...ScorePart
          }
          outcomes {
            ...ScorePart
          }
        }
      }
    }
    releases(first: 20) {
      nodes {
        id
        code
        name(locale: $locale)
        status
        cycle {
          id
          code
        }
      }
    }
  }
`)

export const ScorePart = graphql(`
  fragment ScorePart on PartScore {
    code
    score
    reason
    coverage {
      scored
      scorable
    }
    contributions {
      code
      weight
      score
      share
    }
  }
`)

const GroupMeansDocument = graphql(`
  query MemberGroupMeans($release: String!, $locale: Locale!) {
    release(code: $release) {
      id
      code
      benchmarks {
        id
        access
        mean
        n
        nBand
        method
        kpi {
          id
          code
        }
        peerGroup {
          code
          name(locale: $locale)
        }
      }
    }
  }
`)

/** Own scores as submitted, and the release of the same cycle that holds the group means. */
export function useResults(of: () => { id: string; cycle: string }) {
  const locale = useLocaleArgument()
  const query = useQuery(ResultsDocument, {
    variables: () => ({ id: of().id, locale: locale.value }),
    enabled: () => of().id !== '',
    fetchPolicy: 'cache-and-network',
  })
  const release = computed(
    () =>
      query.retained.value?.releases.nodes.find(
        ({ cycle, status }) => cycle.code === of().cycle && status === 'PUBLISHED',
      ) ?? null,
  )
  const means = useQuery(GroupMeansDocument, {
    variables: () => ({ release: release.value?.code ?? '', locale: locale.value }),
    enabled: () => release.value !== null,
  })

  return {
    query,
    submitted: computed(() => query.retained.value?.assessment?.submitted ?? null),
    release,
    means,
    benchmarks: computed(() => means.retained.value?.release?.benchmarks ?? []),
  }
}
