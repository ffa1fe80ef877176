import { shallowRef } from 'vue'
import { useMutation } from '../../index'
import { graphql } from '../../generated'
import { useOutcome, type Outcome } from './useOutcome'

const RecoveryCodesRenew = graphql(`
  mutation RecoveryCodesRenew {
    recoveryCodesRenew {
      recoveryCodes
      problems {
        reason
        message
      }
    }
  }
`)

/** New recovery codes in place of the former ones; they are shown once. */
export function useRecoveryCodesRenew() {
  const {
    mutate,
    loading: renewing,
    error,
  } = useMutation(RecoveryCodesRenew, { refetchQueries: ['Security'] })
  const { problems, settle } = useOutcome()
  const codes = shallowRef<readonly string[]>([])

  async function renew(): Promise<Outcome> {
    const answer = (await mutate({}))?.recoveryCodesRenew
    codes.value = answer?.recoveryCodes ?? []
    return settle(answer)
  }

  return { renew, renewing, error, problems, codes }
}
