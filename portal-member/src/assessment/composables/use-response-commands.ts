import { computed } from 'vue'
import type { DisclosureLevel, Framework } from '../model'
import type { KpiWork } from '../work-tree'
import {
  KpiResponseClearReasonDocument,
  KpiResponseLookedAtDocument,
  KpiResponseSetReasonDocument,
  LevelSetDocument,
} from './save-documents'
import { useCommand } from './use-command'
import { useLocaleArgument } from './use-cycles'

/** What can be said about one KPI beside its figures: a reason, a level. */
export function useResponseCommands(
  assessmentId: () => string,
  reasonCodes: () => Framework['reasonCodes'],
) {
  const locale = useLocaleArgument()
  const reason = useCommand(
    KpiResponseSetReasonDocument,
    (data) => data.kpiResponseSetReason.problems,
  )
  const clear = useCommand(
    KpiResponseClearReasonDocument,
    (data) => data.kpiResponseClearReason.problems,
  )
  const look = useCommand(KpiResponseLookedAtDocument, (data) => data.kpiResponseLookedAt.problems)
  const level = useCommand(LevelSetDocument, (data) => data.disclosureSet.problems)

  const inputOf = ({ kpi, response }: KpiWork) => ({
    assessmentId: assessmentId(),
    kpiCode: kpi.code,
    expectedVersion: response?.version ?? 0,
    idempotencyKey: crypto.randomUUID(),
  })

  async function setReason(work: KpiWork, { code, text }: { code: string; text: string }) {
    const state = reasonCodes().find((each) => each.code === code)?.state
    if (state !== 'NOT_APPLICABLE' && state !== 'NOT_AVAILABLE') return false
    return (
      (await reason.run({
        locale: locale.value,
        input: { ...inputOf(work), state, reasonCode: code, reasonText: text },
      })) !== null
    )
  }

  async function clearReason(work: KpiWork) {
    return (await clear.run({ locale: locale.value, input: inputOf(work) })) !== null
  }

  /** Tells colleagues that somebody has read what is asked, though nothing is entered yet. */
  async function lookAt({ kpi }: KpiWork, isLookedAt: boolean) {
    await look.run({
      locale: locale.value,
      input: {
        assessmentId: assessmentId(),
        kpiCode: kpi.code,
        isLookedAt,
        idempotencyKey: crypto.randomUUID(),
      },
    })
  }

  async function chooseLevel(kpiCode: string, chosen: DisclosureLevel) {
    await level.run({
      input: {
        assessmentId: assessmentId(),
        choices: [{ kpiCode, level: chosen }],
        locale: locale.value,
        idempotencyKey: crypto.randomUUID(),
      },
    })
  }

  return {
    setReason,
    clearReason,
    lookAt,
    chooseLevel,
    busy: computed(() => [reason, clear, level, look].some(({ busy }) => busy.value)),
    failure: computed(
      () => [reason, clear, level, look].map(({ failure }) => failure.value).find(Boolean) ?? null,
    ),
  }
}
