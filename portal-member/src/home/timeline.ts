export interface TimelineFacts {
  openedAt: string
  /** When entry ends for the administration. */
  closesAt: string
  status: string
  isEntryOpen: boolean
  reportedAt: string | null
  submittedAt: string | null
  /** By when a returned assessment is due. */
  returnDueAt: string | null
  acceptedAt: string | null
  /** Whether the administration took its submission back for good. */
  isWithdrawn?: boolean
}

export type TimelineKey = 'opened' | 'entry' | 'closes' | 'acceptance' | 'release'

export interface TimelinePoint {
  key: TimelineKey
  date: string | null
  state: 'done' | 'now' | 'ahead'
  progress?: number
  /** Entry is over, and nothing was submitted. */
  isLapsed?: boolean
}

/** Steps of a cycle as one administration lives it: opening, entry, closing, acceptance, release. */
export function timelineOf(facts: TimelineFacts, now: Date): TimelinePoint[] {
  const isSubmitted = facts.submittedAt !== null
  const isAccepted = facts.acceptedAt !== null
  const isClosed = !facts.isEntryOpen && facts.status !== 'PLANNED'
  const isReported = facts.reportedAt !== null
  const passed =
    (now.getTime() - Date.parse(facts.openedAt)) /
    Math.max(1, Date.parse(facts.closesAt) - Date.parse(facts.openedAt))
  const isReturned = facts.returnDueAt !== null
  const isAwaited = isSubmitted && !isReturned && !facts.isWithdrawn
  const entryIsOver = !isReturned && (isSubmitted || isClosed)
  return [
    { key: 'opened', date: facts.openedAt, state: 'done' },
    {
      key: 'entry',
      date: facts.returnDueAt ?? facts.submittedAt ?? facts.closesAt,
      state: entryIsOver ? 'done' : 'now',
      isLapsed: isClosed && !isSubmitted,
      progress: entryIsOver || isReturned ? undefined : Math.min(1, Math.max(0, passed)),
    },
    {
      key: 'closes',
      date: facts.closesAt,
      state: isClosed || isAccepted ? 'done' : 'ahead',
    },
    {
      key: 'acceptance',
      date: facts.acceptedAt,
      state: isAccepted ? 'done' : isAwaited ? 'now' : 'ahead',
    },
    {
      key: 'release',
      date: facts.reportedAt,
      state: isReported ? 'done' : isClosed && isAccepted ? 'now' : 'ahead',
    },
  ]
}
