import { useMutation } from '../../index'
import { graphql } from '../../generated'
import { useOutcome } from './useOutcome'

const SecondFactorRemove = graphql(`
  mutation SecondFactorRemove($input: SecondFactorRemoveInput!) {
    secondFactorRemove(input: $input) {
      retryAfterSeconds
      problems {
        reason
        message
      }
    }
  }
`)

/** Takes the second factor off the own account; all other sessions end. */
export function useSecondFactorRemove(fieldOf: (reason: string) => string | undefined) {
  const {
    mutate,
    loading: removing,
    error,
  } = useMutation(SecondFactorRemove, { refetchQueries: ['Security'] })
  const { problems, settle } = useOutcome(fieldOf)

  async function remove(password: string, code: string): Promise<boolean> {
    const answer = await mutate({ input: { password, code } })
    return settle(answer?.secondFactorRemove) === 'DONE'
  }

  return { remove, removing, error, problems }
}
