import { shallowRef } from 'vue'
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

  /** Whether the person is still signed in though they asked not to be. */
  const isLeft = shallowRef(false)

  async function close(): Promise<void> {
    isLeft.value = false
    if (!(await mutate({}))) return void (isLeft.value = true)
    // The next person at this device finds nothing of this one's.
    await clearKept()
    await startAfresh(null)
  }

  return { close, closing, isLeft, error }
}
