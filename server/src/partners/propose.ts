import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure } from '#access'
import { catalogueOf } from '#framework'
import { Refusal } from '#platform'
import { recordClient } from './api-client.lock'
import { ApiClientPayload } from './api-client.type'
import { canProposeClient } from './policies'
import { termsOf, termsProblems } from './terms'
import { ApiClientTermsInput } from './terms.input'

@InputType({ description: 'A partner to propose.' })
class ApiClientProposeInput {
  @Access(SECRETARIAT)
  @Field(() => ApiClientTermsInput, { description: 'Who the partner is and what it asks for.' })
  readonly terms!: ApiClientTermsInput

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class ApiClientProposeArgs {
  @Access(SECRETARIAT)
  @Field(() => ApiClientProposeInput, { description: 'The proposal.' })
  readonly input!: ApiClientProposeInput
}

@Resolver()
export class ApiClientPropose {
  @Access(SECRETARIAT)
  @Mutation(() => ApiClientPayload, {
    description:
      'Proposes a partner to the administrator. Problems: WRONG_HAT, TEXT_MISSING, TEXT_TOO_LONG, NAME_UNFIT, MAIL_UNFIT, SCOPE_MISSING, SCOPE_UNKNOWN, NETWORK_UNFIT, TOO_MANY, EXPIRY_UNFIT.',
  })
  apiClientPropose(
    @Args(() => ApiClientProposeArgs) { input }: ApiClientProposeArgs,
    @Ctx() context: Context,
  ) {
    return context.command(
      'apiClientPropose',
      input,
      async ({ db, viewer, now, newId, record }) => {
        ensure(canProposeClient(viewer))
        const terms = termsOf(input.terms)
        const problems = termsProblems(terms, catalogueOf(context).versions, now)
        if (problems.length > 0) throw new Refusal(problems)

        const id = newId()
        await db
          .insertInto('apiClient')
          .values({ id, ...terms, ownerId: viewer.personId, status: 'PROPOSED', createdAt: now })
          .execute()
        recordClient(record, 'apiClientPropose', id, { scopes: terms.scopes })
        return { clientId: id }
      },
    )
  }
}
