import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure } from '#access'
import { notFound, uuidOf } from '#platform'
import { lockClient, recordClient } from './api-client.lock'
import { ApiClientPayload } from './api-client.type'
import { canRevokeToken } from './policies'
import { endTokens } from './token'

@InputType({ description: 'Which token.' })
class ApiClientTokenRevokeInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the client.' })
  readonly clientId!: string

  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the token.' })
  readonly tokenId!: string

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class ApiClientTokenRevokeArgs {
  @Access(SECRETARIAT)
  @Field(() => ApiClientTokenRevokeInput, { description: 'Which token.' })
  readonly input!: ApiClientTokenRevokeInput
}

@Resolver()
export class ApiClientTokenRevoke {
  @Access(SECRETARIAT)
  @Mutation(() => ApiClientPayload, {
    description:
      'Ends one token with effect on its next request. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE.',
  })
  apiClientTokenRevoke(
    @Args(() => ApiClientTokenRevokeArgs) { input }: ApiClientTokenRevokeArgs,
    @Ctx() context: Context,
  ) {
    return context.command('apiClientTokenRevoke', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const { client, tokens } = await lockClient(scope, input.clientId)
      const token = tokens.find(({ id }) => id === uuidOf('AT', input.tokenId))
      if (!token) throw notFound(['input', 'tokenId'])
      ensure(canRevokeToken(viewer, token), ['input', 'tokenId'])
      await endTokens(db, client.id, token.id, now, now)
      recordClient(record, 'apiClientTokenRevoke', client.id, { token: token.id })
      return { clientId: client.id }
    })
  }
}
