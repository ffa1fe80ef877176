import type { StatusKind } from '@pmm/portal-kit'
import type {
  ChangeProposalKind,
  ChangeProposalPrinciple,
  ChangeProposalStatus,
} from '../generated/graphql'

export const proposalStates: Record<ChangeProposalStatus, { kind: StatusKind; icon?: string }> = {
  OPEN: { kind: 'progress' },
  ACCEPTED: { kind: 'ok' },
  REJECTED: { kind: 'error' },
  WITHDRAWN: { kind: 'neutral', icon: 'i-lucide-undo-2' },
  IMPLEMENTED: { kind: 'ok', icon: 'i-lucide-lock' },
}

export const statuses = Object.keys(proposalStates) as readonly ChangeProposalStatus[]
export const kinds: readonly ChangeProposalKind[] = [
  'ADDITION',
  'REVISION',
  'REMOVAL',
  'CORRECTION',
]
export const principles: readonly ChangeProposalPrinciple[] = [
  'STEP_BY_STEP', 'RELEVANCE', 'QUALITY', 'TRANSPARENCY', 'STABILITY',
] // prettier-ignore
export const orders = ['NEWEST', 'OLDEST', 'TITLE'] as const

/** Where an entry of a version is shown. */
export function placeOfNode(version: string, { code, type }: { code: string; type: string }) {
  if (type === 'Kpi') return { name: 'version-kpi', params: { code: version, kpi: code } }
  const kind = { Dimension: 'dimension', ExpectedOutcome: 'outcome', DataElement: 'element' }[type]
  return kind ? { name: 'version-texts', params: { code: version, kind, node: code } } : null
}
