import { computed } from 'vue'
import { useCommand } from '../composables/use-command'
import { ReopenRequestDocument, ReopenTakeBackDocument } from './documents'

const REFRESH = { refetchQueries: ['AssessmentWork'] }

/** Asking the secretariat for a reopening, and taking it back. Each gives true when the server took it. */
export function useReopening(of: () => { id: string; version?: number | null }) {
  const request = useCommand(
    ReopenRequestDocument,
    (data) => data.assessmentReopenRequest.problems,
    REFRESH,
  )
  const back = useCommand(
    ReopenTakeBackDocument,
    (data) => data.assessmentReopenRequestTakeBack.problems,
    REFRESH,
  )
  const input = () => ({
    assessmentId: of().id,
    expectedVersion: of().version ?? 0,
    idempotencyKey: crypto.randomUUID(),
  })
  return {
    /** Without KPIs it asks for the whole assessment. */
    ask: async (reason: string, kpiCodes: readonly string[]) =>
      (await request.run({
        input: { ...input(), reason, kpiCodes: kpiCodes.length > 0 ? [...kpiCodes] : null },
      })) !== null,
    takeBack: async () => (await back.run({ input: input() })) !== null,
    busy: computed(() => request.busy.value || back.busy.value),
    failure: computed(() => request.failure.value ?? back.failure.value),
  }
}
