import { useQuery } from '@pmm/portal-kit'
import { computed, shallowRef, watchEffect } from 'vue'
import { readFragment } from '../../generated'
import type { CurrentAssessment } from '../composables/use-current-assessment'
import { useLocaleArgument, type CycleEntry } from '../composables/use-cycles'
import { ResponseFields } from '../composables/save-documents'
import { descentOf } from '../earlier/ancestry'
import { handedInBefore } from '../earlier/source'
import type { ResponseEntry } from '../model'
import { answerGroups, type AnswerExtras } from './answers'
import {
  AnswersDescentDocument,
  EarlierAnswersDocument,
  SignedAnswersDocument,
  WorkingAnswersDocument,
} from './documents'
import { sinceOf, type EarlierAnswer } from './since'

/**
 * All answers as they are handed in, each beside that of the cycle before: the working copy until the signature,
 * then the signed one.
 */
export function useAnswers(
  page: () => CurrentAssessment,
  cycles: () => readonly CycleEntry[],
  open: () => ReadonlySet<string>,
) {
  const locale = useLocaleArgument()
  const isSigned = computed(
    () => !page().isWorking && (page().assessment.submissions ?? []).length > 0,
  )
  const working = useQuery(WorkingAnswersDocument, {
    variables: () => ({ id: page().assessment.id }),
    enabled: () => !isSigned.value,
    fetchPolicy: 'cache-and-network',
  })
  const signed = useQuery(SignedAnswersDocument, {
    variables: () => ({ id: page().assessment.id, locale: locale.value }),
    enabled: () => isSigned.value,
    fetchPolicy: 'cache-and-network',
  })

  const earlier = computed(() => handedInBefore(cycles(), page().cycle)[0] ?? null)
  const versionThen = computed(() => earlier.value?.frameworkVersion?.code ?? '')
  const isOtherVersion = computed(() => versionThen.value !== page().framework.code)
  const then = useQuery(EarlierAnswersDocument, {
    variables: () => ({ id: earlier.value?.myAssessment?.id ?? '' }),
    enabled: () => earlier.value !== null,
  })
  const lineage = useQuery(AnswersDescentDocument, {
    variables: () => ({}),
    enabled: () => earlier.value !== null && isOtherVersion.value,
  })

  const copy = computed(() => signed.retained.value?.assessment?.submitted ?? null)
  const rows = computed(() =>
    isSigned.value ? copy.value?.responses : working.retained.value?.assessment?.working?.responses,
  )
  const before = computed(() => {
    const answers = then.retained.value?.assessment?.submitted?.responses
    // A contributor is told of none unless it was assigned in that cycle as well.
    if (!answers?.length || (isOtherVersion.value && !lineage.retained.value)) return null
    const versions = lineage.retained.value?.frameworkVersions ?? []
    return {
      answers: new Map(answers.map((each) => [each.kpiCode, each as EarlierAnswer])),
      descend: descentOf(versions, page().framework.code, versionThen.value),
    }
  })

  const groups = computed(() => {
    if (!rows.value) return undefined
    const stood = before.value
    const answers = readFragment(ResponseFields, copy.value?.responses ?? [])
    return answerGroups({
      dimensions: page().work.dimensions,
      open: open(),
      signed: isSigned.value
        ? new Map((answers as readonly ResponseEntry[]).map((each) => [each.kpiCode, each]))
        : null,
      extras: new Map(rows.value.map((each) => [each.kpiCode, each as AnswerExtras])),
      sinceOf: ({ kpi }, answer) =>
        stood && sinceOf(kpi, answer, stood.descend(kpi.code), stood.answers),
    })
  })
  const retained = shallowRef<typeof groups.value>()
  const error = shallowRef(working.error.value)
  watchEffect(() => {
    retained.value = groups.value
    error.value = working.error.value ?? signed.error.value
  })
  const refetch = () => (isSigned.value ? signed.refetch() : working.refetch())

  return {
    /** What `QueryPanel` takes. */
    query: { retained, error, refetch },
    groups,
    /** The cycle whose answers stand beside; null until they are there. */
    earlier: computed(() => (before.value ? earlier.value : null)),
    number: computed(() => copy.value?.number ?? null),
  }
}
