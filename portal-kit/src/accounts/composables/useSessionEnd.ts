import { useMutation } from '../../index'
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

const SessionsEndOthers = graphql(`
  mutation SessionsEndOthers {
    sessionsEndOthers {
      problems {
        reason
        message
      }
    }
  }
`)

const AFTERWARDS = { refetchQueries: ['Security'] }

/** Ends sessions of one's own on other devices, one or all of them. */
export function useSessionEnd() {
  const one = useMutation(SessionEnd, AFTERWARDS)
  const others = useMutation(SessionsEndOthers, AFTERWARDS)
  const end = (sessionId: string) => one.mutate({ input: { sessionId } })
  const endOthers = () => others.mutate({})
  return { end, endOthers, one, others }
}
