import { useMutation } from '../../index'
import { useArrival } from '../../accounts/composables/useArrival'
import { SupportViewEndDocument } from '../documents'
import { unmarkLooking } from './looking'

/** The way back from somebody's eyes into the administrator's own session. */
export function useSupportViewEnd() {
  const { mutate, loading: ending } = useMutation(SupportViewEndDocument)
  const { startAfresh } = useArrival()

  async function end(): Promise<void> {
    if (!(await mutate({}))) return
    unmarkLooking()
    await startAfresh('SECRETARIAT', '/admin/support')
  }

  return { end, ending }
}
