import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { canDiscardRelease } from './policies'
import { ReleaseDecideArgs } from './release-decide.input'
import { lockRelease } from './release.lock'
import { ReleasePayload } from './release.type'

@Resolver()
export class ReleaseDiscard {
  @Access(SECRETARIAT)
  @Mutation(() => ReleasePayload, {
    description:
      'Throws a built release away; nobody outside has seen it. Problems: NOT_FOUND, WRONG_STATE.',
  })
  releaseDiscard(
    @Args(() => ReleaseDecideArgs) { input }: ReleaseDecideArgs,
    @Ctx() context: Context,
  ) {
    return context.command('releaseDiscard', input, async ({ db, viewer, record }) => {
      const release = await lockRelease(db, input.releaseId)
      ensure(canDiscardRelease(viewer, release), ['input', 'releaseId'])
      expectVersion(release, input.expectedVersion)
      await db
        .updateTable('release')
        .set({ status: 'DISCARDED', version: release.version + 1 })
        .where('id', '=', release.id)
        .execute()
      record({
        action: 'releaseDiscard',
        objectType: 'Release',
        objectId: release.id,
        administrationId: null,
        cycleId: release.cycleId,
        facts: { code: release.code, from: release.status, to: 'DISCARDED' },
      })
      return { releaseId: release.id }
    })
  }
}
