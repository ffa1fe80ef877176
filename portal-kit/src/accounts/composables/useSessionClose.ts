import { clearKept, useMutation } from '../../index'
import { graphql } from '../../generated'
import { useArrival } from './useArrival'

const SessionClose = graphql(`
  mutation SessionClose {
    sessionClose {
      problems {
        reason
        message
      }
    }
  }
`)

/** Sign-out: the session ends at the server before the page lets go of it. */
export function useSessionClose() {
  const { mutate, loading: closing, error } = useMutation(SessionClose)
  const { startAfresh } = useArrival()

  async function close(): Promise<void> {
    if (!(await mutate({}))) return
    // The next person at this device finds nothing of this one's.
    await clearKept()
    await startAfresh(null)
  }

  return { close, closing, error }
}
