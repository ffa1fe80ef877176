import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Access, Context, PUBLIC } from '#access'
import { Administration, administrationsById } from '#accounts'
import { KpiResponse } from '#assessment'

@Resolver(() => KpiResponse)
export class ReleasedResponseFields {
  @Access(PUBLIC)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'Administration whose answer it is.',
  })
  administration(
    @Root() response: KpiResponse & { readonly administrationId: string },
    @Ctx() context: Context,
  ) {
    return context.load(administrationsById, response.administrationId)
  }
}
