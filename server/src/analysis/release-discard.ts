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
    return context.command('release.discard', input, async ({ db, viewer, record }) => {
      const release = await lockRelease(db, input.releaseId)
      ensure(canDiscardRelease(viewer, release), ['input', 'releaseId'])
      expectVersion(release, input.expectedVersion)
      await db
        .updateTable('release')
        .set({ status: 'DISCARDED', version: release.version + 1 })
        .where('id', '=', release.id)
        .execute()
      record({
        action: 'release.discard',
        objectType: 'Release',
        objectId: release.id,
        administrationId: null,
        facts: { code: release.code },
      })
      return { releaseId: release.id }
    })
  }
}
