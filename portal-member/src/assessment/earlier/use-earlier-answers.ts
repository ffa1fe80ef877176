import { useApollo, useQuery } from '@pmm/portal-kit'
import { computed, shallowRef, watch } from 'vue'
import type { EarlierAnswerQuery } from '../../generated/graphql'
import { CyclesDocument } from '../composables/documents'
import { useLocaleArgument, type CycleEntry } from '../composables/use-cycles'
import { EarlierAnswerDocument, KpiLineageDocument } from './answer-documents'
import { kpiAncestors, type KpiAncestor } from './kpi-ancestry'
import { HANDED_IN } from './source'

export type Submitted = NonNullable<NonNullable<EarlierAnswerQuery['assessment']>['submitted']>

/** What stands of one KPI in one earlier cycle. */
export interface EarlierAnswer {
  readonly key: string
  readonly cycle: CycleEntry
  /** Null where the KPI was not there yet. */
  readonly ancestor: KpiAncestor | null
  readonly outcome:
    | 'reading'
    | 'failed'
    /** The administration took no part, or submitted nothing that stands. */
    | 'notTaken'
    | 'notSubmitted'
    | 'withdrawn'
    | 'new'
    /** There is an answer, and the viewer does not see it. */
    | 'closed'
    | 'read'
  readonly submitted: Submitted | null
}

interface Place {
  readonly cycle: CycleEntry
  readonly ancestor: KpiAncestor | null
}
interface Asked {
  readonly id: string
  readonly kpi: string
}
const keyOf = ({ id, kpi }: Asked) => `${id} ${kpi}`

/** The last submitted answers of the own administration to one KPI and to what it developed from, newest cycle first. */
export function useEarlierAnswers(present: () => CycleEntry, kpi: () => string) {
  const { client } = useApollo()
  const locale = useLocaleArgument()
  const variables = () => ({ locale: locale.value })
  const cyclesQuery = useQuery(CyclesDocument, { variables })
  const cycles = computed(() =>
    (cyclesQuery.retained.value?.cycles ?? [])
      .filter(
        ({ reportingYear, status }) =>
          reportingYear < present().reportingYear && status !== 'PLANNED',
      )
      .toSorted((a, b) => b.reportingYear - a.reportingYear),
  )
  const versionOf = ({ frameworkVersion }: CycleEntry) => frameworkVersion?.code ?? ''
  const isElsewhere = computed(() =>
    cycles.value.some((cycle) => versionOf(cycle) !== versionOf(present())),
  )
  const lineage = useQuery(KpiLineageDocument, { variables, enabled: isElsewhere })

  const places = computed<readonly Place[] | null>(() => {
    if (isElsewhere.value && !lineage.retained.value) return null
    const versions = lineage.retained.value?.frameworkVersions ?? []
    return cycles.value.flatMap((cycle): readonly Place[] => {
      const ancestors = kpiAncestors(versions, {
        kpi: kpi(),
        present: versionOf(present()),
        earlier: versionOf(cycle),
      })
      return ancestors.length > 0
        ? ancestors.map((ancestor) => ({ cycle, ancestor }))
        : [{ cycle, ancestor: null }]
    })
  })
  const asked = computed<readonly Asked[]>(() =>
    (places.value ?? []).flatMap(({ cycle: { myAssessment }, ancestor }) =>
      ancestor && myAssessment && HANDED_IN.includes(myAssessment.status ?? '')
        ? [{ id: myAssessment.id, kpi: ancestor.code }]
        : [],
    ),
  )

  const answers = shallowRef<ReadonlyMap<string, Submitted | 'closed' | 'failed'>>(new Map())
  async function read(those: readonly Asked[]) {
    const found = await Promise.all(
      those.map(async (each) => {
        const answer = await client
          .query({ query: EarlierAnswerDocument, variables: { ...each, locale: locale.value } })
          .catch(() => null)
        const submitted = answer?.data?.assessment?.submitted as Submitted | null | undefined
        const outcome = answer?.data ? (submitted?.response ? submitted : 'closed') : 'failed'
        return [keyOf(each), outcome] as const
      }),
    )
    // A KPI or language chosen meanwhile has asked for itself.
    if (those === asked.value) answers.value = new Map(found)
  }
  watch([asked, locale], () => void read(asked.value), { immediate: true })

  const earlier = computed<readonly EarlierAnswer[] | null>(
    () =>
      places.value?.map(({ cycle, ancestor }) => {
        const status = cycle.myAssessment?.status
        const key = `${cycle.code} ${ancestor?.code ?? ''}`
        const without = (outcome: EarlierAnswer['outcome']) =>
          ({ key, cycle, ancestor, outcome, submitted: null }) as const
        if (!ancestor) return without('new')
        if (!cycle.myAssessment) return without('notTaken')
        if (status === 'WITHDRAWN') return without('withdrawn')
        if (!HANDED_IN.includes(status ?? '')) return without('notSubmitted')
        const answer = answers.value.get(keyOf({ id: cycle.myAssessment.id, kpi: ancestor.code }))
        if (answer === undefined) return without('reading')
        if (answer === 'closed' || answer === 'failed') return without(answer)
        return { key, cycle, ancestor, outcome: 'read', submitted: answer }
      }) ?? null,
  )
  const hasFailed = computed(() => Boolean(cyclesQuery.error.value ?? lineage.error.value))
  return { earlier, hasFailed, again: () => read(asked.value) }
}
