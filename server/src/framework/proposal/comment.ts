import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, ensure, type Context } from '#access'
import { notFound, uuidOf } from '#platform'
import { inputOf } from '../command-input'
import { requireText } from '../require-text'
import { canComment } from './policies'
import { ChangeProposalCommentInput } from './proposal.input'
import { proposalsById } from './proposal.rows'
import { ChangeProposalPayload } from './proposal.type'

const CommentArgs = inputOf(ChangeProposalCommentInput)

@Resolver()
export class ChangeProposalCommentAdd {
  @Access(SECRETARIAT)
  @Mutation(() => ChangeProposalPayload, { description: 'Adds to the discussion of a proposal.' })
  changeProposalComment(
    @Args(() => CommentArgs) { input }: { input: ChangeProposalCommentInput },
    @Ctx() context: Context,
  ) {
    return context.command('changeProposalComment', input, async (scope) => {
      const { db, viewer, now, newId, record } = scope
      const path = ['input', 'proposalId']
      const id = uuidOf('CP', input.proposalId)
      const proposal = id ? (await proposalsById(db, [id])).get(id) : undefined
      if (!proposal) throw notFound(path)
      ensure(canComment(viewer, proposal), path)
      const body = requireText(input.body, ['input', 'body'])
      await db
        .insertInto('changeProposalComment')
        .values({
          id: newId(),
          proposalId: proposal.id,
          body,
          language: input.locale === 'FR' ? 'fr' : 'en',
          authorId: viewer.personId!,
          createdAt: now,
        })
        .execute()
      record({
        action: 'changeProposalComment',
        objectType: 'ChangeProposal',
        objectId: proposal.id,
        administrationId: null,
        after: body,
        facts: { code: proposal.code },
      })
      return { proposalId: proposal.id }
    })
  }
}
