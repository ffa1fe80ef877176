import { useFormat } from '@pmm/portal-kit'
import { useI18n } from 'vue-i18n'
import type { CurrentAssessment } from './use-current-assessment'

/** Why a KPI, or the whole assessment, cannot be changed now; null while it can. */
export function useLockText() {
  const { t, te } = useI18n()
  const format = useFormat()

  return (
    { assessment, openKpiCodes, openElementCodes }: CurrentAssessment,
    kpiCode?: string,
  ): string | null => {
    const isOpen = kpiCode
      ? openKpiCodes.has(kpiCode)
      : openKpiCodes.size + openElementCodes.size > 0
    if (isOpen) return null
    const status = assessment.status ?? 'DRAFT'
    const code = assessment.viewerCan?.edit.code ?? 'OK'
    if (status === 'DRAFT' || status === 'RETURNED') {
      const key = `assessment.lock.${code}`
      // A returned assessment is open in part; the draft of a contributor likewise.
      if (code !== 'OK' && te(key)) return t(key)
      return status === 'RETURNED'
        ? t('assessment.lock.notReturned')
        : t('assessment.lock.NOT_ASSIGNED')
    }
    const moment =
      status === 'INTERNAL_APPROVAL'
        ? assessment.approvalRequestedAt
        : status === 'ACCEPTED'
          ? assessment.acceptedAt
          : status === 'WITHDRAWN'
            ? assessment.withdrawnAt
            : assessment.submittedAt
    return t(`assessment.lock.${status}`, { date: moment ? format.date(moment, 'long') : '' })
  }
}
