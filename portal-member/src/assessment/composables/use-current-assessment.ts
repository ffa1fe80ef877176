import { useQuery } from '@pmm/portal-kit'
import { computed, shallowRef, watchEffect } from 'vue'
import { readFragment } from '../../generated'
import type { Framework, ResponseEntry, ValueEntry } from '../model'
import { openThreads } from '../../comment/open-threads'
import { ownFigures } from '../own-figures'
import { itemsOf } from '../return-items'
import { countFigures, workTree } from '../work-tree'
import { AssessmentWorkDocument, FrameworkDocument } from './documents'
import { ResponseFields } from './save-documents'
import { useCycles, useLocaleArgument } from './use-cycles'

const IN_WORK = ['DRAFT', 'INTERNAL_APPROVAL', 'RETURNED']

/**
 * The assessment of the cycle in question with its framework, as one object for the views; null where the
 * administration has none in this cycle. `query` is what `QueryPanel` takes: it answers for all three requests.
 */
export function useCurrentAssessment(
  purpose: 'work' | 'results' = 'work',
  /** Whether the page is there to sign what it shows. */
  isToSign = false,
) {
  const locale = useLocaleArgument()
  const {
    query: cyclesQuery,
    viewer,
    cycles,
    present,
    open,
    atWork,
    elsewhere,
  } = useCycles(purpose)
  const assessmentId = computed(() => present.value?.myAssessment?.id ?? '')
  const frameworkCode = computed(() => present.value?.frameworkVersion?.code ?? '')

  const framework = useQuery(FrameworkDocument, {
    variables: () => ({ code: frameworkCode.value, locale: locale.value }),
    enabled: () => frameworkCode.value !== '' && assessmentId.value !== '',
  })
  const content = useQuery(AssessmentWorkDocument, {
    variables: () => ({ id: assessmentId.value, locale: locale.value, isToSign }),
    enabled: () => assessmentId.value !== '',
    fetchPolicy: 'cache-and-network',
  })

  const current = computed(() => {
    const version = framework.retained.value?.frameworkVersion as Framework | null | undefined
    const assessment = content.retained.value?.assessment
    const cycle = present.value
    if (!version || !assessment?.working || !cycle) return null
    const own = (assessment.assignments ?? []).filter(
      ({ person }) => person?.id === viewer.value?.person?.id,
    )
    const mine = new Set(own.flatMap(({ kpiCode }) => kpiCode ?? []))
    const values = (assessment.working.values ?? []) as readonly ValueEntry[]
    const openKpiCodes = new Set(assessment.openKpiCodes ?? [])
    const items = itemsOf(assessment)
    // Taken up again after a withdrawal it is a draft like any other, whatever was asked before.
    const isAsked = assessment.status === 'RETURNED' && assessment.reopenedFor !== 'MEMBER'
    const returned = new Set(
      items
        .filter(({ isCleared, answer }) => isAsked && !isCleared && answer === null)
        .map(({ kpiCode }) => kpiCode),
    )
    const work = workTree(
      version,
      readFragment(ResponseFields, assessment.working.responses) as readonly ResponseEntry[],
      values,
      mine,
      returned,
    )
    const alone = ownFigures(version, own, values)
    return {
      cycle,
      assessment,
      framework: version,
      administration: viewer.value?.administration ?? null,
      work,
      /** Data elements given to the person by themselves. */
      ownFigures: alone,
      /** Whether nothing of it is this person's to see: others have not given them anything. */
      isNothingGiven: work.kpis.length === 0 && alone.length === 0,
      /** All figures that are the person's work, the same on every screen. */
      figures: countFigures(work, work.kpis, alone),
      openKpiCodes,
      openElementCodes: new Set(assessment.openElementCodes ?? []),
      /** KPIs with evidence; null for contributors, who do not see them all. */
      evidenced: assessment.progress && {
        entered: assessment.progress.kpisEvidenced,
        total: assessment.progress.kpisTotal,
      },
      openComments: openThreads(
        assessment.internalCommentCounts ?? [],
        assessment.commentCounts ?? [],
      ),
      isWorking: IN_WORK.includes(assessment.status ?? ''),
      canDisclose: assessment.disclosureSet?.allowed ?? false,
      canConfirmDisclosure: assessment.disclosureConfirm?.allowed ?? false,
      returnItems: items.map((item) => ({
        ...item,
        canAnswer: openKpiCodes.has(item.kpiCode) && !item.isCleared,
        /** Opened at the administration's own request, which has no question to answer. */
        isOwnRequest: assessment.reopenedFor === 'MEMBER',
      })),
    }
  })

  const isKnown = computed(() => cyclesQuery.retained.value !== undefined)
  const retained = shallowRef<{ current: typeof current.value }>()
  const error = shallowRef(cyclesQuery.error.value)
  watchEffect(() => {
    error.value = cyclesQuery.error.value ?? framework.error.value ?? content.error.value
    const isNowhere = isKnown.value && assessmentId.value === ''
    if (current.value !== null || isNowhere) retained.value = { current: current.value }
    else if (!isKnown.value) retained.value = undefined
  })

  async function refetch() {
    await Promise.all([cyclesQuery.refetch(), framework.refetch(), content.refetch()])
  }

  return {
    query: { retained, error, refetch },
    current,
    viewer,
    cycles,
    present,
    open,
    atWork,
    elsewhere,
    refetch,
  }
}

export type CurrentAssessment = NonNullable<
  ReturnType<typeof useCurrentAssessment>['current']['value']
>
export type ReturnItemEntry = CurrentAssessment['returnItems'][number]
