import { Field, ObjectType } from 'type-graphql'
import { Access, OWNER, Rows } from '#access'
import { DateScalar, DateTimeScalar } from '#platform'
import { AssignmentState } from '../enums'

@ObjectType('Assignment', {
  description: 'KPI delegated to one person with its data elements, or one data element by itself.',
})
@Rows('OWN_CONTENT')
@Access(OWNER)
export class Assignment {
  readonly id!: string
  readonly administrationId!: string
  readonly assessmentId!: string
  readonly frameworkVersionId!: string
  readonly personId!: string

  @Access(OWNER)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the KPI. Null where a data element is given by itself.',
  })
  readonly kpiCode!: string | null

  @Access(OWNER)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the data element given by itself. Null where it is a KPI.',
  })
  readonly elementCode!: string | null

  @Access(OWNER)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day by which it is due. Null without one.',
  })
  readonly dueOn!: string | null

  @Access(OWNER)
  @Field(() => AssignmentState, {
    description: 'Whether the KPI has its answer, or the element its figures.',
  })
  readonly state!: AssignmentState

  @Access(OWNER)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which the person marked their part as done. Null before.',
  })
  readonly doneAt!: string | null
}
