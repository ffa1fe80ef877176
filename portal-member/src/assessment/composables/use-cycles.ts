import { serverNow, useFormat, useQuery } from '@pmm/portal-kit'
import { computed, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { MemberCyclesQuery } from '../../generated/graphql'
import { cycleOfWork, cycleUnknown } from '../cycle-address'
import { whyElsewhere } from '../elsewhere'
import { isExtensionRunning } from '../entry-end'
import { CyclesDocument } from './documents'

/** Language argument of the queries: the portal speaks English or French. */
export function useLocaleArgument() {
  const { locale } = useFormat()
  return computed(() => (locale.value === 'fr' ? ('FR' as const) : ('EN' as const)))
}

const isOneOf = (cycles: readonly { code: string }[], code: unknown) =>
  cycles.some((each) => each.code === code)

const IN_WORK = ['DRAFT', 'INTERNAL_APPROVAL', 'RETURNED']

/** The cycle somebody chose in this window, for addresses that name none. */
const chosen = shallowRef<string | null>(null)

/**
 * Viewer, all cycles, and the one the screens speak of: named in the address, else for work the one chosen before, the
 * open one with work under way or any open one; for results the newest accepted; else the newest taken part in.
 */
export function useCycles(purpose: 'work' | 'results' = 'work') {
  const route = useRoute()
  const router = useRouter()
  const locale = useLocaleArgument()
  const query = useQuery(CyclesDocument, {
    variables: () => ({ locale: locale.value }),
    fetchPolicy: 'cache-and-network',
  })

  const viewer = computed(() => query.retained.value?.viewer ?? null)
  const cycles = computed(() => query.retained.value?.cycles ?? [])
  const named = computed(() => route.query['cycle'])
  // An open cycle the administration is not invited to is no work of its own.
  const isOpen = ({ status, viewerCan }: CycleEntry) =>
    status === 'OPEN' && viewerCan.startAssessment.code !== 'NOT_INVITED'
  const isInWork = ({ myAssessment }: CycleEntry) => IN_WORK.includes(myAssessment?.status ?? '')
  /** Cycles there is something to do in; more than one while a new one opens before the last has ended. */
  const atWork = computed(() => cycles.value.filter((each) => isOpen(each) || isInWork(each)))
  const open = computed(
    () =>
      cycles.value.find((each) => isOpen(each) && isInWork(each)) ??
      cycles.value.find(isOpen) ??
      cycles.value.find((cycle) => isExtensionRunning(cycle, serverNow())) ??
      null,
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
      (purpose === 'results'
        ? accepted.value
        : atWork.value.find(({ code }) => code === chosen.value)) ??
      open.value ??
      returned.value ??
      cycles.value.find(({ myAssessment }) => myAssessment !== null) ??
      null,
  )
  /** Where the work is, while a cycle with nothing to do is named. */
  const elsewhere = computed(() => {
    const [cycle, work] = [present.value, open.value ?? returned.value]
    const why = cycle && work && cycle !== work ? whyElsewhere(cycle, serverNow()) : null
    return why && { why, cycle: cycle!, open: work! }
  })
  /** What is kept may be older than the cycle that an address names. */
  const isAnswered = computed(() => query.retained.value !== undefined && !query.loading.value)
  if (purpose === 'work') {
    watch(
      named,
      (code) => {
        if (typeof code === 'string') chosen.value = code
      },
      { immediate: true },
    )
    watch(
      [present, atWork, named, isAnswered],
      ([cycle, all, code, isRead]) => {
        const isOneOfMany = all.length > 1 && all.some(({ code }) => code === cycle?.code)
        cycleOfWork.value = isOneOfMany ? cycle!.code : null
        if (!route.meta.ofCycle) return
        const isUnknown = code != null && isRead && !isOneOf(cycles.value, code)
        if (isUnknown) cycleUnknown.value = String(code)
        else if (!isOneOfMany || code !== undefined) return
        void router.replace({
          query: { ...route.query, cycle: isOneOfMany ? cycle!.code : undefined },
          hash: route.hash,
        })
      },
      { immediate: true },
    )
  }
  return { query, viewer, cycles, open, present, atWork, elsewhere }
}

export type Cycles = ReturnType<typeof useCycles>
export type Elsewhere = NonNullable<Cycles['elsewhere']['value']>
export type CycleEntry = MemberCyclesQuery['cycles'][number]
