import { isEntryOpen, type EntryEndFacts } from './entry-end'

export interface ElsewhereFacts extends EntryEndFacts {
  readonly myAssessment: object | null
  readonly viewerCan: { readonly startAssessment: { readonly code?: string | null } }
}

/** Why a cycle that somebody names holds nothing to do for their administration; null where it does. */
export function whyElsewhere(
  cycle: ElsewhereFacts,
  now: Date,
): 'planned' | 'uninvited' | 'over' | null {
  if (cycle.myAssessment) return null
  if (cycle.status === 'PLANNED') return 'planned'
  if (cycle.viewerCan.startAssessment.code === 'NOT_INVITED') return 'uninvited'
  return isEntryOpen(cycle, now) ? null : 'over'
}
