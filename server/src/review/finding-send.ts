import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, REVIEWER, ensure, expectVersion } from '#access'
import { FindingDecideArgs } from './finding.input'
import { FindingPayload } from './finding.type'
import { canEditItem } from './policies'
import { lockFinding } from './review.lock'
import { recordTeamWork } from './review.write'

@Resolver()
export class FindingSend {
  @Access(REVIEWER)
  @Mutation(() => FindingPayload, {
    description:
      'Sends a finding of one’s own to the team. From then on it is corrected, never edited. Problems: NOT_FOUND, NOT_ASSIGNED, WRONG_STATE, STALE_VERSION.',
  })
  findingSend(
    @Args(() => FindingDecideArgs) { input }: FindingDecideArgs,
    @Ctx() context: Context,
  ) {
    return context.command('findingSend', input, async ({ db, viewer, now, record }) => {
      const { finding, review } = await lockFinding(db, input.findingId)
      ensure(canEditItem(viewer, review, finding), ['input', 'findingId'])
      expectVersion(finding, input.expectedVersion, { findingId: finding.id })
      await db
        .updateTable('finding')
        .set({ status: 'SENT', sentAt: now, updatedAt: now, version: finding.version + 1 })
        .where('id', '=', finding.id)
        .execute()
      recordTeamWork(record, 'findingSend', review, { after: finding.id })
      return { findingId: finding.id, reviewId: review.id }
    })
  }
}
