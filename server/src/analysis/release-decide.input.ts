import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { Access, SECRETARIAT } from '#access'

@InputType({ description: 'Which release, in which version.' })
export class ReleaseDecideInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the release.' })
  readonly releaseId!: string

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Version of the release the decision was made on.' })
  readonly expectedVersion!: number

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
export class ReleaseDecideArgs {
  @Access(SECRETARIAT)
  @Field(() => ReleaseDecideInput, { description: 'The release.' })
  readonly input!: ReleaseDecideInput
}
