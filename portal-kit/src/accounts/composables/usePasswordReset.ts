import { useMutation } from '../../index'
import { graphql } from '../../generated'
import { useOutcome } from './useOutcome'

const PasswordResetRequest = graphql(`
  mutation PasswordResetRequest($input: PasswordResetRequestInput!) {
    passwordResetRequest(input: $input) {
      problems {
        reason
        message
      }
    }
  }
`)

/** Asks for a link that sets a new password; the answer does not tell whether there is an account. */
export function usePasswordReset(fieldId: string) {
  const { mutate, loading: asking, error } = useMutation(PasswordResetRequest)
  const { problems, settle } = useOutcome(() => fieldId)

  async function ask(email: string): Promise<boolean> {
    const answer = (await mutate({ input: { email } }))?.passwordResetRequest
    // Where a sign-in counts minutes, this waits an hour for the whole network.
    return settle(answer && { ...answer, retryAfterSeconds: 3600 }) === 'DONE'
  }

  return { ask, asking, error, problems }
}
