import { Field, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, PUBLIC, PageInfo, REVIEWER, Rows, SECRETARIAT } from '#access'
import { CheckLevel, DisclosureLevelCode, Period, ResponseState } from '#framework'
import { DateTimeScalar, DecimalScalar } from '#platform'
import { AccessReason, AggregateUse, Verification, type ContentCopy } from './enums'
import { ValueTrace } from './trace.type'

@ObjectType({ description: 'A finding about the figures of a KPI.' })
@Rows('EMBEDDED')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class ValidationCheck {
  readonly message!: unknown

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, {
    description: 'Code of the rule, or of the data element with what is wrong.',
  })
  readonly code!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, {
    description: 'Kind of the finding, such as LARGE_CHANGE, to be worded by the client.',
  })
  readonly kind!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => CheckLevel, { description: 'Weight of the finding.' })
  readonly level!: keyof typeof CheckLevel

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Code of the data element it stands at.' })
  readonly elementCode!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Period, { description: 'Year of the figure, relative to the cycle.' })
  readonly period!: 'T' | 'T-1'
}

@ObjectType({ description: 'Part of a headline value, such as import and export.' })
@Rows('EMBEDDED')
@Access(PUBLIC)
export class SubValue {
  readonly name!: unknown

  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the measure within its KPI.' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Unit of the measure.' })
  readonly unit!: string

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value of the measure. Null without one.',
  })
  readonly value!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => ValueTrace, {
    nullable: true,
    description: 'How it was computed. Null in released copies.',
  })
  readonly trace!: ValueTrace | null
}

@ObjectType('KpiResponse', {
  description:
    'Answer of one administration to one KPI in one cycle. While `access` is not VISIBLE, state, value, reason and score are all null.',
})
@Rows('CONTENT')
@Access(PUBLIC)
export class KpiResponse {
  readonly id!: string
  readonly copy!: ContentCopy
  readonly administrationId!: string
  readonly assessmentId?: string
  readonly submissionId?: string
  readonly assessmentStatus?: string
  readonly cycleId!: string
  readonly frameworkVersionId!: string
  readonly subValues!: unknown
  readonly checks?: unknown

  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpiCode!: string

  @Access(PUBLIC)
  @Field(() => AccessReason, {
    description: 'Whether the viewer sees the answer, and if not, why.',
  })
  readonly access!: AccessReason

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Scope the token lacks, beside OUT_OF_SCOPE. Null otherwise.',
  })
  readonly missingScope?: string | null

  @Access(PUBLIC)
  @Field(() => ResponseState, {
    nullable: true,
    description: 'Answer of the administration. Null while `access` is not VISIBLE.',
  })
  readonly state!: keyof typeof ResponseState | null

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value of the KPI in its unit, unrounded. Null unless `state` is REPORTED.',
  })
  readonly value!: string | null

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Score from 0 to 100 by an experimental method. Null without a value and for KPIs that are never scored.',
  })
  readonly score!: string | null

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the reason why there is no value. Null unless the state asks for one.',
  })
  readonly reasonCode!: string | null

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'Reason why there is no value, in the words of the administration. Null without one.',
  })
  readonly reasonText!: string | null

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Note for every reader of the answer. Null without one.',
  })
  readonly publicNote!: string | null

  @Access(PUBLIC)
  @Field(() => Verification, {
    nullable: true,
    description:
      'Who has looked at the value. Null outside releases and while `access` is not VISIBLE.',
  })
  readonly verification?: Verification | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Justification of the warnings. Null without one.',
  })
  readonly justification?: string | null
  readonly justifiedWarnings?: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'STAFF' })
  @Field(() => DisclosureLevelCode, { nullable: true, description: 'Level chosen for the answer.' })
  readonly disclosureLevel?: DisclosureLevelCode

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'STAFF' })
  @Field(() => AggregateUse, {
    nullable: true,
    description: 'In which group figures the value counts, without its name.',
  })
  readonly aggregateUse?: AggregateUse

  @Access(OWNER)
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the level was chosen, and not merely set by default. Null in frozen copies.',
  })
  readonly levelChosen?: boolean | null

  @Access(OWNER)
  @Field(() => String, {
    nullable: true,
    description:
      'Working note, seen by the administration alone. Null without one and in frozen copies.',
  })
  readonly internalNote?: string | null

  @Access(OWNER)
  @Field(() => Int, {
    nullable: true,
    description:
      'Version of the working note, to be sent back with a change; 0 before the first. Null in frozen copies.',
  })
  readonly internalNoteVersion?: number | null

  @Access(OWNER)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Timestamp at which the coordinator ticked it as looked at. Null before and in frozen copies.',
  })
  readonly lookedAt?: string | null

  @Access(OWNER)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the last change. Null in frozen copies.',
  })
  readonly updatedAt?: string | null

  @Access(OWNER)
  @Field(() => Int, {
    nullable: true,
    description:
      'Counts the changes of reason, notes and level; to be sent back with one. Null in frozen copies.',
  })
  readonly version?: number | null
}

@ObjectType({ description: 'A page of answers.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class KpiResponseEdge {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Cursor of the answer.' })
  readonly cursor!: string

  @Access(PUBLIC)
  @Field(() => KpiResponse, { description: 'The answer.' })
  readonly node!: KpiResponse
}

@ObjectType({ description: 'A page of answers.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class KpiResponseConnection {
  @Access(PUBLIC)
  @Field(() => [KpiResponse], { description: 'Answers of this page.' })
  readonly nodes!: readonly KpiResponse[]

  @Access(PUBLIC)
  @Field(() => [KpiResponseEdge], { description: 'The same with cursors.' })
  readonly edges!: readonly KpiResponseEdge[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of answers the viewer may see.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands.' })
  readonly pageInfo!: PageInfo
}
