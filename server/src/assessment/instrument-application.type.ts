import { Field, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, REVIEWER, Rows, SECRETARIAT } from '#access'
import { DateTimeScalar } from '#platform'
import type { ContentCopy } from './enums'

@ObjectType('InstrumentApplication', {
  description: 'How far the administration applies one WCO instrument, from 0 to 4.',
})
@Rows('CONTENT')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class InstrumentApplication {
  readonly copy!: ContentCopy
  readonly administrationId!: string
  readonly assessmentId!: string
  readonly submissionId?: string
  readonly assessmentStatus?: string
  readonly frameworkVersionId!: string
  /** The KPI the levels belong to, which says who may read them. */
  readonly kpiCode!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Code of the instrument.' })
  readonly instrumentCode!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description:
      'Level: 0 not aware, 1 aware, 2 partly applied, 3 applied, 4 applied and reviewed. Null while it is not rated.',
  })
  readonly level!: number | null

  @Access(OWNER)
  @Field(() => Int, {
    nullable: true,
    description:
      'Counts the changes, to be sent back with one; 0 before the first. Null in frozen copies.',
  })
  readonly version!: number | null

  @Access(OWNER)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the last change. Null before the first.',
  })
  readonly updatedAt!: string | null
}
