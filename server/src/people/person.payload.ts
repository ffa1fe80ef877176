import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, Context, PUBLIC, Problem, Rows, isMember } from '#access'
import { Person, personAmong } from '#accounts'

@ObjectType({ description: 'Result of a command on a person.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PersonPayload {
  readonly personId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty on success.' })
  readonly problems!: readonly Problem[]
}

@Resolver(() => PersonPayload)
export class PersonPayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => Person, {
    nullable: true,
    description:
      'The person as they are now. Null when the command was refused, and when it ended what the viewer could see.',
  })
  person(@Root() { personId }: PersonPayload, @Ctx() context: Context) {
    if (!personId) return null
    const { viewer } = context
    return context.read((db) =>
      personAmong(db, {
        isEverybody: !isMember(viewer),
        administrationId: viewer.administrationId,
        personId,
      }),
    )
  }
}
