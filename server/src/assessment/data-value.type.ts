import { Field, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, PageInfo, PUBLIC, REVIEWER, Rows, SECRETARIAT } from '#access'
import { Period } from '#framework'
import { DateTimeScalar, DecimalScalar } from '#platform'
import { AccessReason, type ContentCopy } from './enums'

@ObjectType('DataValue', {
  description: 'Figure of one data element for one year, as the administration entered it.',
})
@Rows('CONTENT')
@Access(PUBLIC)
export class DataValue {
  readonly id!: string
  readonly copy!: ContentCopy
  readonly administrationId!: string
  readonly assessmentId!: string
  readonly submissionId?: string
  readonly assessmentStatus?: string
  readonly frameworkVersionId!: string
  readonly updatedBy?: string | null

  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the data element.' })
  readonly elementCode!: string

  @Access(PUBLIC)
  @Field(() => AccessReason, {
    description: 'Whether the viewer sees the figure, and if not, why.',
  })
  readonly access!: AccessReason

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Calendar year of the figure.' })
  readonly year!: number

  @Access(PUBLIC)
  @Field(() => Period, { description: 'The same relative to the cycle.' })
  readonly period!: 'T' | 'T-1'

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure in the unit of the data element. Null once it was emptied.',
  })
  readonly value!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Boolean, { nullable: true, description: 'Whether the figure is an estimate.' })
  readonly isEstimated!: boolean

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Note on the figure. Null without one.' })
  readonly note!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, { nullable: true, description: 'Counts the changes of the figure.' })
  readonly version!: number

  @Access(OWNER)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the last change. Null in frozen copies.',
  })
  readonly updatedAt?: string | null
}

@ObjectType({ description: 'One former or present content of a figure.' })
@Rows('OWN_CONTENT')
@Access(OWNER)
export class DataValueRevision {
  readonly administrationId!: string
  readonly assessmentId!: string
  readonly elementCode!: string
  readonly writtenBy!: string | null

  @Access(OWNER)
  @Field(() => Int, { description: 'Number of the revision, from 1.' })
  readonly revision!: number

  @Access(OWNER)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure. Null where it was emptied.',
  })
  readonly value!: string | null

  @Access(OWNER)
  @Field(() => Boolean, { description: 'Whether the figure was an estimate.' })
  readonly isEstimated!: boolean

  @Access(OWNER)
  @Field(() => String, { nullable: true, description: 'Note on the figure. Null without one.' })
  readonly note!: string | null

  @Access(OWNER)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the change.' })
  readonly writtenAt!: string
}

@ObjectType({ description: 'A page of the contents one figure had.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class DataValueRevisionConnection {
  @Access(PUBLIC)
  @Field(() => [DataValueRevision], { description: 'Contents of this page, the newest first.' })
  readonly nodes!: readonly DataValueRevision[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of contents the figure ever had.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands.' })
  readonly pageInfo!: PageInfo
}
