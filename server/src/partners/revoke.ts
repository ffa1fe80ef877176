import { sql } from 'kysely'
import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure } from '#access'
import { ApiClientDecideArgs } from './api-client.input'
import { lockClient, recordClient } from './api-client.lock'
import { ApiClientPayload } from './api-client.type'
import { canRevokeClient } from './policies'
import { endTokens } from './token'

@Resolver()
export class ApiClientRevoke {
  @Access(SECRETARIAT)
  @Mutation(() => ApiClientPayload, {
    description:
      'Takes a partner’s access back: none of its tokens is valid with the next request. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE.',
  })
  apiClientRevoke(
    @Args(() => ApiClientDecideArgs) { input }: ApiClientDecideArgs,
    @Ctx() context: Context,
  ) {
    return context.command('apiClientRevoke', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const { client, facts } = await lockClient(scope, input.clientId)
      ensure(canRevokeClient(viewer, facts), ['input', 'clientId'])
      const ended = await endTokens(db, client.id, null, now, now)
      await db
        .updateTable('apiClient')
        .set({ status: 'REVOKED', revokedAt: now, version: sql`version + 1` })
        .where('id', '=', client.id)
        .execute()
      recordClient(record, 'apiClientRevoke', client.id, { tokens: ended })
      return { clientId: client.id }
    })
  }
}
