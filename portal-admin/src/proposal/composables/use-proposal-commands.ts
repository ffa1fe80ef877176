import { useCommand } from '../../wording/use-command'
import {
  CommentOnProposalDocument,
  CreateProposalDocument,
  DecideOnProposalDocument,
  ImplementProposalDocument,
  WithdrawProposalDocument,
} from '../documents'

type Answer = { answer: { problems: readonly { code: string; reason: string; message: string; path: string[] }[] } } // prettier-ignore
const steps = { problems: ({ answer }: Answer) => answer.problems, refetch: ['Proposal'] }

/** Everything that happens to one proposal after it is made. */
export const useProposalCommands = () => ({
  comment: useCommand(CommentOnProposalDocument, steps),
  decide: useCommand(DecideOnProposalDocument, steps),
  withdraw: useCommand(WithdrawProposalDocument, steps),
  implement: useCommand(ImplementProposalDocument, steps),
})

export const useProposalCreate = () =>
  useCommand(CreateProposalDocument, { problems: ({ answer }) => answer.problems })
