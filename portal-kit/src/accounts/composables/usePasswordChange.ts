import { useMutation } from '../../index'
import { graphql } from '../../generated'
import { useOutcome } from './useOutcome'

const PasswordChange = graphql(`
  mutation PasswordChange($input: PasswordChangeInput!) {
    passwordChange(input: $input) {
      retryAfterSeconds
      problems {
        reason
        message
      }
    }
  }
`)

/** Another password for the own account; all other sessions end. */
export function usePasswordChange(presentId: string, wantedId: string) {
  const {
    mutate,
    loading: changing,
    error,
  } = useMutation(PasswordChange, { refetchQueries: ['Security'] })
  const { problems, settle } = useOutcome((reason) =>
    reason === 'PASSWORD_REFUSED' || reason === 'RATE_LIMITED' ? presentId : wantedId,
  )

  async function change(currentPassword: string, newPassword: string): Promise<boolean> {
    const answer = await mutate({ input: { currentPassword, newPassword } })
    return settle(answer?.passwordChange) === 'DONE'
  }

  return { change, changing, error, problems }
}
