import { Field, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, Rows, SECRETARIAT } from '#access'
import { DateTimeScalar } from '#platform'
import { ReopenRequestStatus } from '../enums'

@ObjectType({
  description: 'The administration asks the secretariat to open its assessment again.',
})
@Rows('EMBEDDED')
@Access(OWNER, SECRETARIAT)
export class ReopenRequest {
  readonly assessmentId!: string
  readonly administrationId!: string
  readonly authorId!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => ReopenRequestStatus, { description: 'Whether it waits, or how it ended.' })
  readonly status!: ReopenRequestStatus

  @Access(OWNER, SECRETARIAT)
  @Field(() => Int, { description: 'Number of the submission it is about.' })
  readonly submissionNumber!: number

  @Access(OWNER, SECRETARIAT)
  @Field(() => [String], {
    description: 'Codes of the KPIs to open. Empty for the whole assessment.',
  })
  readonly kpiCodes!: readonly string[]

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, { description: 'Why it should be opened again.' })
  readonly reason!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the request.' })
  readonly askedAt!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Why the secretariat declined it. Null unless it did.',
  })
  readonly answer!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which it ended. Null while it waits.',
  })
  readonly settledAt!: string | null
}
