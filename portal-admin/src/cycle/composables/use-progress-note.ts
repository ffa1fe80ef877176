import { useFormat } from '@pmm/portal-kit'
import { useI18n } from 'vue-i18n'
import { unfinished, type ProgressRow } from '../model'

/** What is to be said about an administration beside its counts, and whether it asks for attention. */
export function useProgressNote() {
  const { t } = useI18n()
  const { date, deadline, since } = useFormat()

  // A later end of the cycle overtakes an extension.
  const isExtended = ({ extendedUntil, dueAt, stage }: ProgressRow) =>
    !!extendedUntil &&
    unfinished.has(stage) &&
    (!dueAt || Date.parse(extendedUntil) >= Date.parse(dueAt))

  return (row: ProgressRow, isBesideActivity = false): { text: string; isUrgent: boolean } => {
    if (row.isOverdue && row.dueAt)
      return { text: t('cycle.note.overdue', { date: date(row.dueAt, 'short') }), isUrgent: true }
    if (row.reopenRequestedAt)
      return {
        text: t('cycle.note.reopening', { date: date(row.reopenRequestedAt, 'short') }),
        isUrgent: true,
      }
    if (row.extendedUntil && isExtended(row))
      return {
        text: t('cycle.note.extended', { date: date(row.extendedUntil, 'short') }),
        isUrgent: false,
      }
    switch (row.stage) {
      case 'RETURNED':
        return row.dueAt
          ? { text: t('cycle.note.due', { when: deadline(row.dueAt) }), isUrgent: false }
          : { text: t('cycle.note.returned'), isUrgent: false }
      case 'SUBMITTED':
      case 'ACCEPTED':
        return {
          text: row.submittedAt
            ? t('cycle.note.received', { date: date(row.submittedAt, 'short') })
            : '',
          isUrgent: false,
        }
      case 'UNDER_REVIEW':
        return { text: t('cycle.note.reviewed'), isUrgent: false }
      case 'INTERNAL_APPROVAL':
        return { text: t('cycle.note.signature'), isUrgent: false }
      case 'DRAFT':
        return {
          text:
            row.lastActivityAt && !isBesideActivity
              ? t('cycle.note.saved', { when: since(row.lastActivityAt) })
              : '',
          isUrgent: false,
        }
      case 'WITHDRAWN':
        return { text: t('cycle.note.withdrawn'), isUrgent: false }
      default:
        return { text: t('cycle.note.waiting'), isUrgent: false }
    }
  }
}
