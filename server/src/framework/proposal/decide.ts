import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { inputOf } from '../command-input'
import { requireText } from '../require-text'
import { lockProposal } from './lock-proposal'
import { canDecide } from './policies'
import { ChangeProposalDecideInput } from './proposal.input'
import { ChangeProposalPayload } from './proposal.type'

const DecideArgs = inputOf(ChangeProposalDecideInput)

@Resolver()
export class ChangeProposalDecide {
  @Access(SECRETARIAT)
  @Mutation(() => ChangeProposalPayload, {
    description: 'Accepts or rejects a proposal for the PMMPT, as another person than its author.',
  })
  changeProposalDecide(
    @Args(() => DecideArgs) { input }: { input: ChangeProposalDecideInput },
    @Ctx() context: Context,
  ) {
    return context.command('changeProposalDecide', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const proposal = await lockProposal(db, viewer, input.proposalId, canDecide)
      expectVersion(proposal, input.expectedVersion, { proposalId: proposal.id })
      const reason = requireText(input.reason, ['input', 'reason'])
      await db
        .updateTable('changeProposal')
        .set({
          status: input.decision,
          decidedBy: viewer.personId!,
          decidedAt: now,
          decisionReason: reason,
          version: proposal.version + 1,
        })
        .where('id', '=', proposal.id)
        .execute()
      record({
        action: 'changeProposalDecide',
        objectType: 'ChangeProposal',
        objectId: proposal.id,
        administrationId: null,
        after: reason,
        facts: { code: proposal.code, from: 'OPEN', to: input.decision },
      })
      return { proposalId: proposal.id }
    })
  }
}
