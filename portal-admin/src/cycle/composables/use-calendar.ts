import { useFormat, type TimelineStep } from '@pmm/portal-kit'
import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { CycleStatus } from '../model'

interface Dates {
  status: CycleStatus
  opensAt: string
  openedAt?: string | null
  closesAt: string
  closedAt?: string | null
  reportedAt?: string | null
}

const order: CycleStatus[] = ['PLANNED', 'OPEN', 'CLOSED', 'REPORTED']

/** The four steps of a cycle with their dates, and in one sentence where it stands. */
export function useCalendar(cycle: Ref<Dates | null | undefined>) {
  const { t } = useI18n()
  const { date } = useFormat()

  const steps = computed<TimelineStep[]>(() => {
    const present = cycle.value
    if (!present) return []
    const dates: Record<CycleStatus, string | null | undefined> = {
      PLANNED: null,
      OPEN: present.openedAt ?? present.opensAt,
      CLOSED: present.closedAt ?? present.closesAt,
      REPORTED: present.reportedAt,
    }
    const reached = order.indexOf(present.status)
    return order.map((status, index) => ({
      label: t(`cycle.status.${status}`),
      date: dates[status] ? date(dates[status]) : '',
      state: index < reached ? 'done' : index === reached ? 'now' : 'ahead',
    }))
  })
  const sentence = computed(() => {
    const present = cycle.value
    if (!present) return undefined
    const { status, opensAt, openedAt, closesAt, closedAt, reportedAt } = present
    if (status === 'REPORTED' && !reportedAt) return undefined
    return t(`cycle.now.${status}`, {
      opens: date(openedAt ?? opensAt),
      closes: date(closedAt ?? closesAt),
      reported: reportedAt ? date(reportedAt) : '',
    })
  })
  return { steps, sentence }
}
