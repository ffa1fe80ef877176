import { ref } from 'vue'
import { useMutation, type SummaryProblem } from '../../index'
import { graphql } from '../../generated'
import { useProblemTexts } from './useProblemTexts'

const SessionOpen = graphql(`
  mutation SessionOpen($input: SessionOpenInput!) {
    sessionOpen(input: $input) {
      retryAfterSeconds
      problems {
        reason
        message
      }
    }
  }
`)

/** First step of a sign-in, with mail address and password. CODE where the account asks for a second one. */
export function useSessionOpen(fieldId: string) {
  const { mutate, loading: opening, error } = useMutation(SessionOpen)
  const texts = useProblemTexts()
  const problems = ref<SummaryProblem[]>([])

  async function open(email: string, password: string): Promise<'DONE' | 'CODE' | 'REFUSED'> {
    problems.value = []
    const answer = await mutate({ input: { email, password } })
    if (!answer) return 'REFUSED'
    const { problems: found, retryAfterSeconds } = answer.sessionOpen
    if (found.some(({ reason }) => reason === 'SECOND_FACTOR_REQUIRED')) return 'CODE'
    const minutes = Math.ceil((retryAfterSeconds ?? 0) / 60)
    problems.value = texts(found, { minutes }, fieldId)
    return found.length === 0 ? 'DONE' : 'REFUSED'
  }

  return { open, opening, error, problems }
}
