import { Field, ID, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Problem, Rows } from '#access'
import { DateTimeScalar } from '#platform'

@ObjectType('LinkedIdentity', {
  description: 'Identity at the sign-in of an organisation that opens the account of the viewer.',
})
@Rows('EMBEDDED')
@Access(PUBLIC)
export class LinkedIdentityCard {
  @Access(PUBLIC)
  @Field(() => ID, { description: 'Opaque id of the link, to end it by.' })
  readonly id!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Address of the identity provider.' })
  readonly issuer!: string

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the linking.' })
  readonly linkedAt!: string

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the last sign-in with it. Null before the first.',
  })
  readonly lastUsedAt!: string | null
}

@ObjectType({ description: 'Result of beginning to link an identity.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class IdentityLinkBeginPayload {
  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'Path on this origin that leads to the identity provider and back, for ten minutes. Null with problems.',
  })
  readonly startPath?: string | null

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty on success.' })
  readonly problems!: readonly Problem[]
}
