import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, REVIEWER, ensure, expectVersion } from '#access'
import { FindingDecideArgs } from './finding.input'
import { FindingPayload } from './finding.type'
import { canEditItem } from './policies'
import { lockFinding } from './review.lock'
import { recordTeamWork } from './review.write'

@Resolver()
export class FindingDelete {
  @Access(REVIEWER)
  @Mutation(() => FindingPayload, {
    description:
      'Deletes a draft of one’s own. What was sent stays for ever. Problems: NOT_FOUND, NOT_ASSIGNED, WRONG_STATE, STALE_VERSION.',
  })
  findingDelete(
    @Args(() => FindingDecideArgs) { input }: FindingDecideArgs,
    @Ctx() context: Context,
  ) {
    return context.command('findingDelete', input, async ({ db, viewer, record }) => {
      const { finding, review } = await lockFinding(db, input.findingId)
      ensure(canEditItem(viewer, review, finding), ['input', 'findingId'])
      expectVersion(finding, input.expectedVersion, { findingId: finding.id })
      await db.deleteFrom('finding').where('id', '=', finding.id).execute()
      recordTeamWork(record, 'findingDelete', review, { before: finding.id })
      return { reviewId: review.id }
    })
  }
}
