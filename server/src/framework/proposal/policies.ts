import { allow, deny, firstDenial, wears, type Hat, type Permission, type Viewer } from '#access'
import type { FrameworkVersionStatus } from '../enums'
import type { ChangeProposalStatus } from './enums'

/** What the policies need to know of a proposal. */
export interface ProposalFacts {
  readonly status: ChangeProposalStatus
  readonly authorId: string
}

const DISCUSS: readonly Hat[] = ['METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'PMMPT_OBSERVER']

/** Proposals are made about what is in force, by those who keep and govern the framework. */
export const canPropose = (
  viewer: Viewer,
  version: { readonly status: FrameworkVersionStatus },
): Permission =>
  firstDenial(
    () => hat(viewer, DISCUSS, 'Only the secretariat and the PMMPT propose changes.'),
    () =>
      version.status === 'PUBLISHED'
        ? allow
        : deny('WRONG_STATE', 'A proposal is about a published version.'),
  )

export const canComment = (viewer: Viewer, proposal: ProposalFacts): Permission =>
  firstDenial(
    () => hat(viewer, DISCUSS, 'Only the secretariat and the PMMPT discuss proposals.'),
    () => state(proposal, ['OPEN', 'ACCEPTED'], 'Only an open or accepted proposal is discussed.'),
  )

/** The PMMPT decides, never about a proposal of the very person. */
export const canDecide = (viewer: Viewer, proposal: ProposalFacts): Permission =>
  firstDenial(
    () => hat(viewer, ['PMMPT_OBSERVER'], 'Only the PMMPT decides on proposals.'),
    () => state(proposal, ['OPEN'], 'Only an open proposal is decided on.'),
    () =>
      viewer.personId === proposal.authorId
        ? deny('SECOND_PERSON', 'Another person than its author decides on a proposal.')
        : allow,
  )

export const canWithdraw = (viewer: Viewer, proposal: ProposalFacts): Permission =>
  firstDenial(
    () => hat(viewer, DISCUSS, 'Only the secretariat and the PMMPT propose changes.'),
    () =>
      viewer.personId === proposal.authorId
        ? allow
        : deny('NOT_YOURS', 'Only its author withdraws a proposal.'),
    () => state(proposal, ['OPEN'], 'Only an open proposal can be withdrawn.'),
  )

export const canImplement = (viewer: Viewer, proposal: ProposalFacts): Permission =>
  firstDenial(
    () =>
      hat(
        viewer,
        ['METHODOLOGY_EDITOR'],
        'Only a methodology editor says which version carries a proposal out.',
      ),
    () => state(proposal, ['ACCEPTED'], 'Only an accepted proposal is carried out.'),
  )

function hat(viewer: Viewer, hats: readonly Hat[], reason: string): Permission {
  if (viewer.hat === null) return deny('SIGN_IN_REQUIRED', 'Sign in first.')
  return wears(viewer, ...hats) ? allow : deny('WRONG_HAT', reason)
}

function state(
  { status }: Pick<ProposalFacts, 'status'>,
  states: readonly ChangeProposalStatus[],
  reason: string,
): Permission {
  return states.includes(status) ? allow : deny('WRONG_STATE', reason)
}
