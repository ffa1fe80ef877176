import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, Context, PUBLIC, Problem, Rows } from '#access'
import { Administration, administrationsById } from '#accounts'

@ObjectType({ description: 'Result of a command on an administration.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class AdministrationPayload {
  readonly administrationId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty on success.' })
  readonly problems!: readonly Problem[]
}

@Resolver(() => AdministrationPayload)
export class AdministrationPayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'The administration as it is now. Null when the command was refused.',
  })
  administration(@Root() { administrationId }: AdministrationPayload, @Ctx() context: Context) {
    return administrationId ? context.load(administrationsById, administrationId) : null
  }
}
