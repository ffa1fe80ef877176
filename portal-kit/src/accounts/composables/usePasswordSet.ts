import { ref } from 'vue'
import { useMutation, type SummaryProblem } from '../../index'
import { graphql } from '../../generated'
import { useProblemTexts } from './useProblemTexts'

const PasswordSet = graphql(`
  mutation PasswordSet($input: PasswordSetInput!) {
    passwordSet(input: $input) {
      problems {
        reason
        message
      }
    }
  }
`)

/** Sets the password of the account a link was made for. */
export function usePasswordSet(fieldId: string) {
  const { mutate, loading: setting, error } = useMutation(PasswordSet)
  const texts = useProblemTexts()
  const problems = ref<SummaryProblem[]>([])

  async function setPassword(token: string, password: string): Promise<boolean> {
    problems.value = []
    const answer = await mutate({ input: { token, password } })
    if (!answer) return false
    problems.value = answer.passwordSet.problems.flatMap((problem) =>
      texts([problem], {}, problem.reason.startsWith('PASSWORD') ? fieldId : undefined),
    )
    return problems.value.length === 0
  }

  return { setPassword, setting, error, problems }
}
