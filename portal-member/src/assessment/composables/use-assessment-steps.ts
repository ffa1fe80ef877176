import { useFormat } from '@pmm/portal-kit'
import { useProof } from '@pmm/portal-kit/accounts'
import { computed } from 'vue'
import type { AssessmentSubmitInput } from '../../generated/graphql'
import {
  RequestApprovalDocument,
  SendBackDocument,
  SubmitDocument,
  WithdrawDocument,
  WithdrawalCancelDocument,
} from './command-documents'
import { useCommand } from './use-command'

/** The server wants a proof of at most ten minutes ago. */
const STALE_PROOF = 'REAUTHENTICATION_REQUIRED'

const REFRESH = { refetchQueries: ['MemberCycles', 'AssessmentWork'] }

/** The steps of an assessment after its entry. Each gives true when the server took it. */
export function useAssessmentSteps(
  of: () => {
    id: string
    version: number | null
    /** Of the content that is shown, where the person may sign it. */
    hash?: string | null
  },
) {
  const { locale } = useFormat()
  const request = useCommand(
    RequestApprovalDocument,
    (data) => data.assessmentRequestApproval.problems,
    REFRESH,
  )
  const back = useCommand(SendBackDocument, (data) => data.assessmentSendBack.problems, REFRESH)
  const sign = useCommand(SubmitDocument, (data) => data.assessmentSubmit.problems, REFRESH)
  const leave = useCommand(WithdrawDocument, (data) => data.assessmentWithdraw.problems, REFRESH)

  const end = useCommand(
    WithdrawalCancelDocument,
    (data) => data.assessmentWithdrawalCancel.problems,
    REFRESH,
  )
  const all = [request, back, sign, leave, end]

  const input = () => ({
    assessmentId: of().id,
    expectedVersion: of().version ?? 0,
    idempotencyKey: crypto.randomUUID(),
  })

  const proof = useProof()

  /** Signs, or says that the server first wants to know who signs. */
  async function put(input: AssessmentSubmitInput): Promise<'DONE' | 'PROOF' | 'FAILED'> {
    if (await sign.run({ input })) return 'DONE'
    if (!sign.problems.value.some(({ reason }) => reason === STALE_PROOF)) return 'FAILED'
    sign.problems.value = []
    sign.failure.value = null
    return 'PROOF'
  }

  return {
    requestApproval: async () => (await request.run({ input: input() })) !== null,
    /** Sends back with a reason as approver, or takes the request back as coordinator. */
    sendBack: async (reason: string | null) =>
      (await back.run({ input: { ...input(), reason } })) !== null,
    submit: (note: string) => {
      // One signature, also where it is sent once more after the proof.
      const signed = {
        ...input(),
        expectedHash: of().hash ?? null,
        note: note.trim() || null,
        locale: locale.value === 'fr' ? 'FR' : 'EN',
      } as const
      return proof.attempt(() => put(signed))
    },
    isProofAsked: proof.isAsking,
    proved: proof.proved,
    withdraw: async () => (await leave.run({ input: input() })) !== null,
    /** Takes a proposed withdrawal back, or declines it, which needs a reason. */
    endWithdrawal: async (reason: string | null) =>
      (await end.run({ input: { ...input(), reason } })) !== null,
    busy: computed(() => all.some(({ busy }) => busy.value)),
    problems: computed(() => all.flatMap(({ problems }) => [...problems.value])),
    failure: computed(() => all.map(({ failure }) => failure.value).find(Boolean) ?? null),
  }
}
