import { shallowRef } from 'vue'
import { useMutation } from '../../index'
import { graphql } from '../../generated'
import { useOutcome, type Outcome } from './useOutcome'

const SecondFactorBegin = graphql(`
  mutation SecondFactorBegin {
    secondFactorBegin {
      secret
      uri
      problems {
        reason
        message
      }
    }
  }
`)

const SecondFactorConfirm = graphql(`
  mutation SecondFactorConfirm($input: SecondFactorConfirmInput!) {
    secondFactorConfirm(input: $input) {
      recoveryCodes
      retryAfterSeconds
      problems {
        reason
        message
      }
    }
  }
`)

/** Sets up an authenticator app: a key is offered, a code proves that the app has it, recovery codes come back. */
export function useSecondFactorSetUp(codeId: string) {
  const begin = useMutation(SecondFactorBegin)
  const confirm = useMutation(SecondFactorConfirm)
  const { problems, settle } = useOutcome((reason) =>
    reason === 'CODE_REFUSED' || reason === 'RATE_LIMITED' ? codeId : undefined,
  )
  const key = shallowRef<{ readonly secret: string; readonly uri: string } | null>(null)
  const codes = shallowRef<readonly string[]>([])

  async function offer(): Promise<Outcome> {
    const answer = (await begin.mutate({}))?.secondFactorBegin
    const outcome = settle(answer)
    if (answer?.secret && answer.uri) key.value = { secret: answer.secret, uri: answer.uri }
    return outcome
  }

  async function prove(code: string): Promise<Outcome> {
    const answer = (await confirm.mutate({ input: { code } }))?.secondFactorConfirm
    const outcome = settle(answer)
    if (outcome === 'DONE') codes.value = answer?.recoveryCodes ?? []
    // A key that waited too long is of no use; the person begins again with another one.
    if (answer?.problems.some(({ reason }) => reason === 'NOT_OFFERED')) key.value = null
    return outcome
  }

  return { offer, prove, begin, confirm, problems, key, codes }
}
