import { ref } from 'vue'
import { useMutation, type SummaryProblem } from '../../index'
import { graphql } from '../../generated'
import { useProblemTexts } from './useProblemTexts'

const SessionChangeHat = graphql(`
  mutation SessionChangeHat($input: SessionChangeHatInput!) {
    sessionChangeHat(input: $input) {
      problems {
        reason
        message
      }
    }
  }
`)

/** Change to another role of the same person. */
export function useSessionChangeHat() {
  const { mutate, loading: changing, error } = useMutation(SessionChangeHat)
  const texts = useProblemTexts()
  const problems = ref<SummaryProblem[]>([])

  async function change(roleId: string): Promise<boolean> {
    problems.value = []
    const answer = await mutate({ input: { roleId } })
    if (!answer) return false
    problems.value = texts(answer.sessionChangeHat.problems)
    return problems.value.length === 0
  }

  return { change, changing, error, problems }
}
