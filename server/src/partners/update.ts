import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { catalogueOf } from '#framework'
import { Refusal } from '#platform'
import { lockClient, recordClient } from './api-client.lock'
import { ApiClientPayload } from './api-client.type'
import { canUpdateClient } from './policies'
import { termsOf, termsProblems } from './terms'
import { ApiClientTermsInput } from './terms.input'

@InputType({ description: 'What a partner’s program may read from now on.' })
class ApiClientUpdateInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the client.' })
  readonly clientId!: string

  @Access(SECRETARIAT)
  @Field(() => ApiClientTermsInput, { description: 'Who the partner is and what it may read.' })
  readonly terms!: ApiClientTermsInput

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Version of the client the change was made on.' })
  readonly expectedVersion!: number

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class ApiClientUpdateArgs {
  @Access(SECRETARIAT)
  @Field(() => ApiClientUpdateInput, { description: 'The change.' })
  readonly input!: ApiClientUpdateInput
}

@Resolver()
export class ApiClientUpdate {
  @Access(SECRETARIAT)
  @Mutation(() => ApiClientPayload, {
    description:
      'Changes what a partner’s program may read, from where and how long, with effect on its next request. Tokens end with the access, never later. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, TEXT_MISSING, TEXT_TOO_LONG, NAME_UNFIT, MAIL_UNFIT, SCOPE_MISSING, SCOPE_UNKNOWN, NETWORK_UNFIT, TOO_MANY, EXPIRY_UNFIT.',
  })
  apiClientUpdate(
    @Args(() => ApiClientUpdateArgs) { input }: ApiClientUpdateArgs,
    @Ctx() context: Context,
  ) {
    return context.command('apiClientUpdate', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const { client, facts } = await lockClient(scope, input.clientId)
      ensure(canUpdateClient(viewer, facts), ['input', 'clientId'])
      expectVersion(client, input.expectedVersion)
      const terms = termsOf(input.terms)
      const problems = termsProblems(terms, catalogueOf(context).versions, now)
      if (problems.length > 0) throw new Refusal(problems)

      await db
        .updateTable('apiClient')
        .set({ ...terms, version: sql`version + 1` })
        .where('id', '=', client.id)
        .execute()
      recordClient(record, 'apiClientUpdate', client.id, {
        scopes: terms.scopes,
        networks: terms.allowedNetworks.length,
        expiresAt: terms.expiresAt,
      })
      return { clientId: client.id }
    })
  }
}
