import { ref } from 'vue'
import { useMutation, type SummaryProblem } from '../../index'
import { graphql } from '../../generated'
import { useProblemTexts } from './useProblemTexts'

const SessionConfirm = graphql(`
  mutation SessionConfirm($input: SessionConfirmInput!) {
    sessionConfirm(input: $input) {
      retryAfterSeconds
      problems {
        reason
        message
      }
    }
  }
`)

/** Second step of a sign-in. EXPIRED where no sign-in waits any more. */
export function useSessionConfirm(fieldId: string) {
  const { mutate, loading: confirming, error } = useMutation(SessionConfirm)
  const texts = useProblemTexts()
  const problems = ref<SummaryProblem[]>([])

  async function confirm(code: string): Promise<'DONE' | 'REFUSED' | 'EXPIRED'> {
    problems.value = []
    const answer = (await mutate({ input: { code } }))?.sessionConfirm
    if (!answer) return 'REFUSED'
    if (answer.problems.some(({ reason }) => reason === 'SIGN_IN_REQUIRED')) return 'EXPIRED'
    const minutes = Math.ceil((answer.retryAfterSeconds ?? 0) / 60)
    problems.value = texts(answer.problems, { minutes }, fieldId)
    return answer.problems.length === 0 ? 'DONE' : 'REFUSED'
  }

  return { confirm, confirming, error, problems }
}
