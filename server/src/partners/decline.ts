import { sql } from 'kysely'
import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure } from '#access'
import { ApiClientDecideArgs } from './api-client.input'
import { lockClient, recordClient } from './api-client.lock'
import { ApiClientPayload } from './api-client.type'
import { canDeclineClient } from './policies'

@Resolver()
export class ApiClientDecline {
  @Access(SECRETARIAT)
  @Mutation(() => ApiClientPayload, {
    description: 'Declines a proposed partner. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE.',
  })
  apiClientDecline(
    @Args(() => ApiClientDecideArgs) { input }: ApiClientDecideArgs,
    @Ctx() context: Context,
  ) {
    return context.command('apiClientDecline', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const { client, facts } = await lockClient(scope, input.clientId)
      ensure(canDeclineClient(viewer, facts), ['input', 'clientId'])
      await db
        .updateTable('apiClient')
        .set({
          status: 'DECLINED',
          decidedBy: viewer.personId,
          decidedAt: now,
          version: sql`version + 1`,
        })
        .where('id', '=', client.id)
        .execute()
      recordClient(record, 'apiClientDecline', client.id)
      return { clientId: client.id }
    })
  }
}
