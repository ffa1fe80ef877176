import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { Refusal, notFound, problem, uuidOf } from '#platform'
import { inputOf } from '../command-input'
import { lockProposal } from './lock-proposal'
import { canImplement } from './policies'
import { ChangeProposalImplementInput } from './proposal.input'
import { ChangeProposalPayload } from './proposal.type'

const ImplementArgs = inputOf(ChangeProposalImplementInput)

@Resolver()
export class ChangeProposalImplement {
  @Access(SECRETARIAT)
  @Mutation(() => ChangeProposalPayload, {
    description: 'Names the version that carries an accepted proposal out.',
  })
  changeProposalImplement(
    @Args(() => ImplementArgs) { input }: { input: ChangeProposalImplementInput },
    @Ctx() context: Context,
  ) {
    return context.command('changeProposalImplement', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const proposal = await lockProposal(db, viewer, input.proposalId, canImplement)
      expectVersion(proposal, input.expectedVersion, { proposalId: proposal.id })
      const path = ['input', 'versionId']
      const versionId = uuidOf('FV', input.versionId)
      const versions = versionId
        ? await db
            .selectFrom('frameworkVersion')
            .select(['id', 'code', 'createdAt'])
            .where('id', 'in', [versionId, proposal.aboutVersionId])
            .execute()
        : []
      const version = versions.find(({ id }) => id === versionId)
      if (!version) throw notFound(path)
      const about = versions.find(({ id }) => id === proposal.aboutVersionId)!
      // A version that was there before cannot answer a proposal about the one in force.
      if (version.id === about.id || new Date(version.createdAt) <= new Date(about.createdAt)) {
        throw new Refusal([
          problem('CONFLICT', 'NOT_LATER', `Version ${version.code} is not later than ${about.code}.`, path),
        ]) // prettier-ignore
      }
      await db
        .updateTable('changeProposal')
        .set({
          status: 'IMPLEMENTED',
          versionId: version.id,
          implementedBy: viewer.personId!,
          implementedAt: now,
          version: proposal.version + 1,
        })
        .where('id', '=', proposal.id)
        .execute()
      record({
        action: 'changeProposalImplement',
        objectType: 'ChangeProposal',
        objectId: proposal.id,
        administrationId: null,
        facts: {
          code: proposal.code,
          version: version.code,
          from: 'ACCEPTED',
          to: 'IMPLEMENTED',
        },
      })
      return { proposalId: proposal.id }
    })
  }
}
