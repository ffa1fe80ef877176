import { useFormat } from '@pmm/portal-kit'
import { computed } from 'vue'
import {
  RequestApprovalDocument,
  SendBackDocument,
  SubmitDocument,
  WithdrawDocument,
} from './command-documents'
import { useCommand } from './use-command'

const REFRESH = { refetchQueries: ['MemberCycles', 'AssessmentWork'] }

/** The steps of an assessment after its entry. Each gives true when the server took it. */
export function useAssessmentSteps(of: () => { id: string; version: number | null }) {
  const { locale } = useFormat()
  const request = useCommand(
    RequestApprovalDocument,
    (data) => data.assessmentRequestApproval.problems,
    REFRESH,
  )
  const back = useCommand(SendBackDocument, (data) => data.assessmentSendBack.problems, REFRESH)
  const sign = useCommand(SubmitDocument, (data) => data.assessmentSubmit.problems, REFRESH)
  const leave = useCommand(WithdrawDocument, (data) => data.assessmentWithdraw.problems, REFRESH)

  const input = () => ({
    assessmentId: of().id,
    expectedVersion: of().version ?? 0,
    idempotencyKey: crypto.randomUUID(),
  })

  return {
    requestApproval: async () => (await request.run({ input: input() })) !== null,
    sendBack: async (reason: string) =>
      (await back.run({ input: { ...input(), reason } })) !== null,
    submit: async (note: string) =>
      (await sign.run({
        input: {
          ...input(),
          note: note.trim() || null,
          locale: locale.value === 'fr' ? 'FR' : 'EN',
        },
      })) !== null,
    withdraw: async () => (await leave.run({ input: input() })) !== null,
    busy: computed(() => [request, back, sign, leave].some(({ busy }) => busy.value)),
    problems: computed(() =>
      [request, back, sign, leave].flatMap(({ problems }) => [...problems.value]),
    ),
    failure: computed(
      () => [request, back, sign, leave].map(({ failure }) => failure.value).find(Boolean) ?? null,
    ),
  }
}
