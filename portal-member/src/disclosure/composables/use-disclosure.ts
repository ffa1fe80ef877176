import { useQuery } from '@pmm/portal-kit'
import { computed, ref } from 'vue'
import { graphql } from '../../generated'
import type { AggregateUse, DisclosureLevel } from '../../assessment/model'
import { LevelSetDocument } from '../../assessment/composables/save-documents'
import { useCommand } from '../../assessment/composables/use-command'
import { useLocaleArgument } from '../../assessment/composables/use-cycles'

const LevelsDocument = graphql(`
  query MemberDisclosure($id: ID!, $locale: Locale!) {
    disclosureLevels {
      code
      rank
      name(locale: $locale)
      description(locale: $locale)
    }
    assessment(id: $id) {
      id
      cycle {
        id
        defaultDisclosure
      }
      consentRecords {
        id
        kpiCode
        level
        formerLevel
        aggregateUse
        wordingLocale
        proposedAt
        confirmedAt
        proposer {
          id
          name
        }
        confirmer {
          id
          name
        }
      }
    }
  }
`)

const DisclosureConfirmDocument = graphql(`
  mutation DisclosureConfirm($input: DisclosureConfirmInput!) {
    disclosureConfirm(input: $input) {
      problems {
        code
        reason
        message
      }
      assessment {
        id
        consentRecords {
          id
          confirmedAt
        }
      }
    }
  }
`)

export interface LevelChoice {
  kpiCode: string
  level?: DisclosureLevel
  aggregateUse?: AggregateUse
}

/** Levels with their wording, the record of choices, and the way to choose. */
export function useDisclosure(assessmentId: () => string) {
  const locale = useLocaleArgument()
  const query = useQuery(LevelsDocument, {
    variables: () => ({ id: assessmentId(), locale: locale.value }),
    enabled: () => assessmentId() !== '',
    fetchPolicy: 'cache-and-network',
  })
  const set = useCommand(LevelSetDocument, (data) => data.disclosureSet.problems, {
    refetchQueries: ['MemberDisclosure'],
  })
  const confirmation = useCommand(
    DisclosureConfirmDocument,
    (data) => data.disclosureConfirm.problems,
    { refetchQueries: ['MemberDisclosure'] },
  )
  const saved = ref<ReadonlySet<string>>(new Set())

  const records = computed(() => query.retained.value?.assessment?.consentRecords ?? [])
  /** Choices no approver has confirmed yet, the latest for each KPI. */
  const waiting = computed(() => {
    const latest = new Map<string, (typeof records.value)[number]>()
    for (const record of records.value) {
      const known = latest.get(record.kpiCode)
      if (!known || known.proposedAt < record.proposedAt) latest.set(record.kpiCode, record)
    }
    return [...latest.values()].filter(({ confirmedAt }) => !confirmedAt)
  })

  async function choose(choices: readonly LevelChoice[]): Promise<boolean> {
    saved.value = new Set()
    const done = await set.run({
      input: {
        assessmentId: assessmentId(),
        choices: [...choices],
        locale: locale.value,
        idempotencyKey: crypto.randomUUID(),
      },
    })
    if (done) saved.value = new Set(choices.map(({ kpiCode }) => kpiCode))
    return done !== null
  }

  const confirm = () =>
    confirmation.run({
      input: {
        assessmentId: assessmentId(),
        locale: locale.value,
        idempotencyKey: crypto.randomUUID(),
      },
    })

  return {
    query,
    levels: computed(() => query.retained.value?.disclosureLevels ?? []),
    defaultLevel: computed(
      () => query.retained.value?.assessment?.cycle?.defaultDisclosure ?? null,
    ),
    records,
    waiting,
    saved,
    choose,
    confirm,
    busy: computed(() => set.busy.value || confirmation.busy.value),
    failure: computed(() => set.failure.value ?? confirmation.failure.value),
  }
}
