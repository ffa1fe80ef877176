import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure } from '#access'
import { ApiClientDecideArgs } from './api-client.input'
import { lockClient, recordClient } from './api-client.lock'
import { ApiClientPayload } from './api-client.type'
import { canIssueToken } from './policies'
import { addToken } from './token'

@Resolver()
export class ApiClientTokenIssue {
  @Access(SECRETARIAT)
  @Mutation(() => ApiClientPayload, {
    description:
      'Issues a token to a client that has none, shown in this answer alone. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, OUT_OF_TIME.',
  })
  apiClientTokenIssue(
    @Args(() => ApiClientDecideArgs) { input }: ApiClientDecideArgs,
    @Ctx() context: Context,
  ) {
    return context.command('apiClientTokenIssue', input, async (scope) => {
      const { client, facts } = await lockClient(scope, input.clientId)
      ensure(canIssueToken(scope.viewer, facts), ['input', 'clientId'])
      await addToken(scope, client)
      recordClient(scope.record, 'apiClientTokenIssue', client.id)
      return { clientId: client.id }
    })
  }
}
