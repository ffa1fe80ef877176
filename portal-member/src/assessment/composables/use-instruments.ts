import { useMutation, useQuery } from '@pmm/portal-kit'
import { computed, shallowReactive } from 'vue'
import { graphql } from '../../generated'
import { InstrumentLevelsSaveDocument } from './save-documents'
import { useLocaleArgument } from './use-cycles'
import { useRefusal } from './use-refusal'

const InstrumentsDocument = graphql(`
  query MemberInstruments($id: ID!, $locale: Locale!) {
    assessment(id: $id) {
      id
      frameworkVersion {
        id
        scales {
          code
          levels {
            level
            label(locale: $locale)
          }
        }
      }
      working {
        id
        instruments {
          instrumentCode
          level
          version
          instrument {
            id
            name(locale: $locale)
            outcomes {
              id
              code
            }
          }
        }
      }
    }
  }
`)

export type RatingState = 'saving' | 'saved' | 'conflict' | 'failed'

/** Ratings of the WCO instruments, each saved by itself the moment it is chosen. */
export function useInstruments(assessmentId: () => string) {
  const locale = useLocaleArgument()
  const { wordOf, failed } = useRefusal()
  const query = useQuery(InstrumentsDocument, {
    variables: () => ({ id: assessmentId(), locale: locale.value }),
    enabled: () => assessmentId() !== '',
    fetchPolicy: 'cache-and-network',
  })
  const save = useMutation(InstrumentLevelsSaveDocument)
  const states = shallowReactive<Record<string, RatingState | undefined>>({})
  const messages = shallowReactive<Record<string, string | undefined>>({})

  const assessment = computed(() => query.retained.value?.assessment ?? null)
  const instruments = computed(() => assessment.value?.working?.instruments ?? [])
  const levels = computed(
    () =>
      assessment.value?.frameworkVersion?.scales.find(
        ({ code }) => code === 'INSTRUMENT_APPLICATION',
      )?.levels ?? [],
  )

  async function rate(code: string, level: number | null) {
    const known = instruments.value.find(({ instrumentCode }) => instrumentCode === code)
    states[code] = 'saving'
    messages[code] = undefined
    const data = await save.mutate({
      locale: locale.value,
      input: {
        assessmentId: assessmentId(),
        idempotencyKey: crypto.randomUUID(),
        levels: [{ instrumentCode: code, level, expectedVersion: known?.version ?? 0 }],
      },
    })
    const answer = data?.instrumentLevelsSave
    const problem = answer?.problems[0] ?? answer?.itemProblems?.[0]
    if (!answer) {
      states[code] = 'failed'
      messages[code] = failed(save.error.value)
    } else if (problem) {
      states[code] = problem.reason === 'STALE_VERSION' ? 'conflict' : 'failed'
      messages[code] = wordOf(problem)
    } else {
      states[code] = 'saved'
    }
    // Ratings have no id of their own, so the list is read again to carry the new versions.
    await query.refetch()
  }

  return { query, instruments, levels, states, messages, rate }
}
