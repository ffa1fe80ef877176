import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { inputOf } from '../command-input'
import { lockProposal } from './lock-proposal'
import { canWithdraw } from './policies'
import { ChangeProposalWithdrawInput } from './proposal.input'
import { ChangeProposalPayload } from './proposal.type'

const WithdrawArgs = inputOf(ChangeProposalWithdrawInput)

@Resolver()
export class ChangeProposalWithdraw {
  @Access(SECRETARIAT)
  @Mutation(() => ChangeProposalPayload, {
    description: 'Takes an open proposal back, as its author. It stays readable.',
  })
  changeProposalWithdraw(
    @Args(() => WithdrawArgs) { input }: { input: ChangeProposalWithdrawInput },
    @Ctx() context: Context,
  ) {
    return context.command('changeProposalWithdraw', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const proposal = await lockProposal(db, viewer, input.proposalId, canWithdraw)
      expectVersion(proposal, input.expectedVersion, { proposalId: proposal.id })
      await db
        .updateTable('changeProposal')
        .set({ status: 'WITHDRAWN', withdrawnAt: now, version: proposal.version + 1 })
        .where('id', '=', proposal.id)
        .execute()
      record({
        action: 'changeProposalWithdraw',
        objectType: 'ChangeProposal',
        objectId: proposal.id,
        administrationId: null,
        facts: { code: proposal.code, from: 'OPEN', to: 'WITHDRAWN' },
      })
      return { proposalId: proposal.id }
    })
  }
}
