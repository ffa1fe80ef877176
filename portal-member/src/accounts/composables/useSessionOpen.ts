import { useMutation, type SummaryProblem } from '@pmm/portal-kit'
import { ref } from 'vue'
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

/** Sign-in with mail address and password; `open` tells whether somebody is signed in now. */
export function useSessionOpen(fieldId: string) {
  const { mutate, loading: opening, error } = useMutation(SessionOpen)
  const texts = useProblemTexts()
  const problems = ref<SummaryProblem[]>([])

  async function open(email: string, password: string): Promise<boolean> {
    problems.value = []
    const answer = await mutate({ input: { email, password } })
    if (!answer) return false
    const { problems: found, retryAfterSeconds } = answer.sessionOpen
    const minutes = Math.ceil((retryAfterSeconds ?? 0) / 60)
    problems.value = texts(found, { minutes }, fieldId)
    return found.length === 0
  }

  return { open, opening, error, problems }
}
