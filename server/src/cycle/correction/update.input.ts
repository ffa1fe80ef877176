import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { Access, SECRETARIAT } from '#access'
import { DateTimeScalar } from '#platform'

@InputType({ description: 'Which cycle, and what is corrected; what is left out stays as it is.' })
export class CycleUpdateInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the cycle.' })
  readonly cycleId!: string

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Version of the cycle the change was made on.' })
  readonly expectedVersion!: number

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the cycle: upper-case letters and digits, 3 to 20.',
  })
  readonly code?: string | null

  @Access(SECRETARIAT)
  @Field(() => Int, { nullable: true, description: 'Number of the cycle.' })
  readonly number?: number | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Name in English.' })
  readonly nameEn?: string | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Name in French.' })
  readonly nameFr?: string | null

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the framework version it measures by.',
  })
  readonly frameworkVersionId?: string | null

  @Access(SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description: 'Reporting year T; T-1 is the year before.',
  })
  readonly reportingYear?: number | null

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the planned opening.',
  })
  readonly opensAt?: Date | null

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which entry ends; in the future once the cycle is open.',
  })
  readonly closesAt?: Date | null

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
export class CycleUpdateArgs {
  @Access(SECRETARIAT)
  @Field(() => CycleUpdateInput, { description: 'The cycle and its corrections.' })
  readonly input!: CycleUpdateInput
}
