/** What tells when entry ends: the cycle, and the own extension in it. */
export interface EntryEndFacts {
  status: string
  closesAt: string
  /** When it was closed, before or at its planned end. */
  closedAt?: string | null
  myParticipation: { extendedUntil: string | null; extensionReason: string | null } | null
}

/** When entry ends for all who have no more time: as planned, or when the cycle was closed before. */
export function cycleEndOf({ status, closesAt, closedAt }: EntryEndFacts): string {
  const isEarly = status !== 'OPEN' && closedAt && Date.parse(closedAt) < Date.parse(closesAt)
  return isEarly ? closedAt : closesAt
}

/** When entry ends for the own administration, and why where that is later than for the others. */
export function entryEndOf(cycle: EntryEndFacts) {
  const { myParticipation } = cycle
  const closesAt = cycleEndOf(cycle)
  const extended = myParticipation?.extendedUntil
  const isExtended = extended != null && Date.parse(extended) > Date.parse(closesAt)
  return {
    at: isExtended ? extended : closesAt,
    isExtended,
    reason: isExtended ? myParticipation!.extensionReason : null,
  }
}

/** Whether the own administration may go on for longer than the others, now. */
export function isExtensionRunning(cycle: EntryEndFacts, now: Date): boolean {
  const { at, isExtended } = entryEndOf(cycle)
  return isExtended && ['OPEN', 'CLOSED'].includes(cycle.status) && Date.parse(at) > now.getTime()
}

/** Whether the cycle still takes figures of the own administration. */
export const isEntryOpen = (cycle: EntryEndFacts, now: Date): boolean =>
  cycle.status === 'OPEN' || isExtensionRunning(cycle, now)
