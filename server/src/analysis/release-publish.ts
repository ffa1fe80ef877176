import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { canPublishRelease } from './policies'
import { ReleaseDecideArgs } from './release-decide.input'
import { lockRelease } from './release.lock'
import { ReleasePayload } from './release.type'

@Resolver()
export class ReleasePublish {
  @Access(SECRETARIAT)
  @Mutation(() => ReleasePayload, {
    description:
      'Publishes a release whose audit passed; by another officer than its builder. A published release of the same cycle is superseded. Problems: NOT_FOUND, WRONG_STATE, SECOND_PERSON, NOT_READY.',
  })
  releasePublish(
    @Args(() => ReleaseDecideArgs) { input }: ReleaseDecideArgs,
    @Ctx() context: Context,
  ) {
    return context.command('releasePublish', input, async ({ db, viewer, now, record }) => {
      const release = await lockRelease(db, input.releaseId)
      ensure(canPublishRelease(viewer, release), ['input', 'releaseId'])
      expectVersion(release, input.expectedVersion)
      await db
        .updateTable('release')
        .set((eb) => ({ status: 'SUPERSEDED', version: eb('version', '+', 1) }))
        .where('cycleId', '=', release.cycleId)
        .where('status', '=', 'PUBLISHED')
        .execute()
      await db
        .updateTable('release')
        .set({
          status: 'PUBLISHED',
          publishedAt: now,
          publishedBy: viewer.personId,
          version: release.version + 1,
        })
        .where('id', '=', release.id)
        .execute()
      record({
        action: 'releasePublish',
        objectType: 'Release',
        objectId: release.id,
        administrationId: null,
        cycleId: release.cycleId,
        facts: { code: release.code, from: release.status, to: 'PUBLISHED' },
      })
      return { releaseId: release.id }
    })
  }
}
