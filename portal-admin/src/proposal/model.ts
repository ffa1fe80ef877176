import type { StatusKind } from '@pmm/portal-kit'
import { isSealed, type VersionStatus } from '../framework/model'
import type {
  ChangeProposalKind,
  ChangeProposalPrinciple,
  ChangeProposalStatus,
} from '../generated/graphql'

/** Where a proposal stands: one carried out by a version nobody else sees yet is in a draft. */
export type ProposalStanding = ChangeProposalStatus | 'IN_DRAFT'

export const proposalStates: Record<ProposalStanding, { kind: StatusKind; icon?: string }> = {
  OPEN: { kind: 'progress' },
  ACCEPTED: { kind: 'ok' },
  REJECTED: { kind: 'error' },
  WITHDRAWN: { kind: 'neutral', icon: 'i-lucide-undo-2' },
  IN_DRAFT: { kind: 'progress', icon: 'i-lucide-pencil' },
  IMPLEMENTED: { kind: 'ok', icon: 'i-lucide-lock' },
}

/** A version that is not shown to the reader is not published either. */
export const standingOf = (
  status: ChangeProposalStatus,
  carrying: { readonly status: VersionStatus } | null | undefined,
): ProposalStanding =>
  status === 'IMPLEMENTED' && !(carrying && isSealed(carrying.status)) ? 'IN_DRAFT' : status

export const statuses: readonly ChangeProposalStatus[] = [
  'OPEN',
  'ACCEPTED',
  'REJECTED',
  'WITHDRAWN',
  'IMPLEMENTED',
]
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
