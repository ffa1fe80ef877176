/** Proposals to change the framework: made, discussed, decided, carried out. */
import { ChangeProposalCommentAdd } from './comment'
import { ChangeProposalCreate } from './create'
import { ChangeProposalDecide } from './decide'
import { ChangeProposalImplement } from './implement'
import {
  ChangeProposalCommentFields,
  ChangeProposalFields,
  ChangeProposalPayloadFields,
  ProposedNodeFields,
  VersionProposals,
} from './proposal.fields'
import { ChangeProposalQuery } from './proposal.query'
import { ChangeProposalWithdraw } from './withdraw'

export const proposalResolvers = [
  ChangeProposalQuery,
  ChangeProposalFields,
  ProposedNodeFields,
  ChangeProposalCommentFields,
  VersionProposals,
  ChangeProposalPayloadFields,
  ChangeProposalCreate,
  ChangeProposalCommentAdd,
  ChangeProposalDecide,
  ChangeProposalWithdraw,
  ChangeProposalImplement,
]
