import { useFormat, useQuery } from '@pmm/portal-kit'
import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { CyclesDocument } from './documents'

/** Language argument of the queries: the portal speaks English or French. */
export function useLocaleArgument() {
  const { locale } = useFormat()
  return computed(() => (locale.value === 'fr' ? ('FR' as const) : ('EN' as const)))
}

/**
 * Viewer, all cycles, and the one the screens speak of: named in the address, else for work the open one, for
 * results the newest accepted, else the newest taken part in.
 */
export function useCycles(purpose: 'work' | 'results' = 'work') {
  const route = useRoute()
  const locale = useLocaleArgument()
  const query = useQuery(CyclesDocument, {
    variables: () => ({ locale: locale.value }),
    fetchPolicy: 'cache-and-network',
  })

  const viewer = computed(() => query.retained.value?.viewer ?? null)
  const cycles = computed(() => query.retained.value?.cycles ?? [])
  const named = computed(() => route.query['cycle'])
  // An open cycle the administration is not invited to is no work of its own.
  const open = computed(
    () =>
      cycles.value.find(
        ({ status, viewerCan }) =>
          status === 'OPEN' && viewerCan.startAssessment.code !== 'NOT_INVITED',
      ) ?? null,
  )
  const returned = computed(
    () => cycles.value.find(({ myAssessment }) => myAssessment?.status === 'RETURNED') ?? null,
  )
  const accepted = computed(
    () => cycles.value.find(({ myAssessment }) => myAssessment?.status === 'ACCEPTED') ?? null,
  )
  const present = computed(
    () =>
      cycles.value.find(({ code }) => code === named.value) ??
      (purpose === 'results' ? accepted.value : null) ??
      open.value ??
      returned.value ??
      cycles.value.find(({ myAssessment }) => myAssessment !== null) ??
      null,
  )
  return { query, viewer, cycles, open, present }
}

export type Cycles = ReturnType<typeof useCycles>
export type CycleEntry = Cycles['cycles']['value'][number]
