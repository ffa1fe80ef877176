import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, REVIEWER, SECRETARIAT } from '#access'
import { SupportAccessArgs } from './access-open'
import { SupportAccessPayload } from './support.type'

@Resolver()
export class SupportViewsNotice {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Mutation(() => SupportAccessPayload, {
    description:
      'Takes note of every look through the viewer’s eyes so far, so that it is announced no more.',
  })
  supportViewsNotice(
    @Args(() => SupportAccessArgs) { input }: SupportAccessArgs,
    @Ctx() context: Context,
  ) {
    return context.command('supportViewsNotice', input, async ({ db, viewer, now, record }) => {
      const noticed = await db
        .updateTable('supportView')
        .set({ noticedAt: now })
        .where('personId', '=', viewer.personId)
        .where('noticedAt', 'is', null)
        .returning('id')
        .execute()
      for (const { id } of noticed) {
        record({
          action: 'supportViewsNotice',
          objectType: 'SupportView',
          objectId: id,
          administrationId: viewer.administrationId,
        })
      }
      return {}
    })
  }
}
