import { useMutation } from '@pmm/portal-kit'
import { graphql } from '../../generated'

const SessionEnd = graphql(`
  mutation SessionEnd($input: SessionEndInput!) {
    sessionEnd(input: $input) {
      problems {
        reason
        message
      }
    }
  }
`)

/** Ends a session of one's own on another device. */
export function useSessionEnd() {
  const {
    mutate,
    loading: ending,
    error,
  } = useMutation(SessionEnd, {
    refetchQueries: ['Settings'],
  })
  const end = (sessionId: string) => mutate({ input: { sessionId } })
  return { end, ending, error }
}
