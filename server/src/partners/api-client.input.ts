import { ArgsType, Field, ID, InputType } from 'type-graphql'
import { Access, SECRETARIAT } from '#access'

@InputType({ description: 'Which client.' })
export class ApiClientDecideInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the client.' })
  readonly clientId!: string

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
export class ApiClientDecideArgs {
  @Access(SECRETARIAT)
  @Field(() => ApiClientDecideInput, { description: 'Which client.' })
  readonly input!: ApiClientDecideInput
}
