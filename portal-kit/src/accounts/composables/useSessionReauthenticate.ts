import { useMutation } from '../../index'
import { graphql } from '../../generated'
import { useOutcome, type Outcome } from './useOutcome'

const SessionReauthenticate = graphql(`
  mutation SessionReauthenticate($input: SessionReauthenticateInput!) {
    sessionReauthenticate(input: $input) {
      retryAfterSeconds
      problems {
        reason
        message
      }
    }
  }
`)

/** Proof that the person is still the same, by password and, where there is one, the second factor. */
export function useSessionReauthenticate(fieldOf: (reason: string) => string | undefined) {
  const { mutate, loading: proving, error } = useMutation(SessionReauthenticate)
  const { problems, settle } = useOutcome(fieldOf)

  async function prove(password: string, code: string | null): Promise<Outcome> {
    return settle((await mutate({ input: { password, code } }))?.sessionReauthenticate)
  }

  return { prove, proving, error, problems }
}
