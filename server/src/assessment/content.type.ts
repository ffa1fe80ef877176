import { Field, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, PUBLIC, REVIEWER, Rows, SECRETARIAT } from '#access'
import { DateTimeScalar } from '#platform'
import type { AssessmentScores } from './compute'
import { ContentCopy } from './enums'

@ObjectType('AssessmentContent', {
  description: 'Everything an administration entered, in one of its copies.',
})
@Rows('ASSESSMENT')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class AssessmentContent {
  readonly assessmentId!: string
  readonly administrationId!: string
  readonly assessmentStatus!: string
  readonly frameworkVersionId!: string
  readonly cycleId!: string
  readonly reportingYear!: number
  readonly previousYear!: number
  readonly submissionId!: string | null
  readonly submittedBy!: string | null
  readonly storedScores!: AssessmentScores | null
  readonly statement!: unknown

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => ContentCopy, { description: 'Which copy it is.' })
  readonly copy!: ContentCopy

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description: 'Number of the submission, from 1. Null for the working copy.',
  })
  readonly number!: number | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the submission. Null for the working copy.',
  })
  readonly submittedAt!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 over the submitted content, in hexadecimal: the receipt. Null for the working copy.',
  })
  readonly contentHash!: string | null
}

@ObjectType({ description: 'How many of the parts that could be scored are scored.' })
@Rows('EMBEDDED')
@Access(PUBLIC)
export class Coverage {
  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of parts scored.' })
  readonly scored!: number

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of applicable parts that could be scored.' })
  readonly scorable!: number
}
