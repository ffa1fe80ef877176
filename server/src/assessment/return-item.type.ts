import { Field, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, Rows, SECRETARIAT } from '#access'
import { DateTimeScalar } from '#platform'

@ObjectType('ReturnItem', {
  description:
    'One KPI the secretariat returned, with its reason and the answer of the administration.',
})
@Rows('COMMENT')
@Access(OWNER, SECRETARIAT)
export class ReturnItem {
  readonly id!: string
  readonly administrationId!: string
  readonly assessmentId!: string
  readonly frameworkVersionId!: string
  readonly createdBy!: string
  readonly answeredBy!: string | null
  readonly isResubmitted!: boolean

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpiCode!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => Int, { description: 'Number of the submission it was returned from.' })
  readonly submissionNumber!: number

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, { description: 'Why it was returned.' })
  readonly reason!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the return.' })
  readonly createdAt!: string

  @Access(OWNER, SECRETARIAT, { when: 'RESUBMITTED' })
  @Field(() => String, {
    nullable: true,
    description:
      'Answer of the administration. Null before, and outside the administration until it has submitted again.',
  })
  readonly answer!: string | null

  @Access(OWNER, SECRETARIAT, { when: 'RESUBMITTED' })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Timestamp of the answer. Null before, and outside the administration until it has submitted again.',
  })
  readonly answeredAt!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => Boolean, { description: 'Whether the secretariat has cleared it.' })
  readonly isCleared!: boolean

  @Access(OWNER, SECRETARIAT)
  @Field(() => Int, { description: 'Counts the changes of the item; to be sent back with one.' })
  readonly version!: number
}
