import { Field, Int, ObjectType } from 'type-graphql'
import { Access, PUBLIC, PageInfo, Rows, SECRETARIAT } from '#access'
import { Administration, Region } from '#accounts'
import { DateTimeScalar } from '#platform'
import { CycleStage } from './enums'

@ObjectType({
  description:
    'How far one administration has come: counts only, never a figure that was not submitted.',
})
@Rows('PARTICIPATION')
@Access(SECRETARIAT)
export class CycleProgress {
  readonly administrationId!: string
  readonly assessmentUuid!: string | null

  @Access(SECRETARIAT)
  @Field(() => Administration, { description: 'The administration.' })
  readonly administration!: Administration

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of its region as it was when the cycle opened.' })
  readonly regionCode!: string

  @Access(SECRETARIAT)
  @Field(() => CycleStage, { description: 'How far it has come.' })
  readonly stage!: CycleStage

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of figures entered. Zero before the start.' })
  readonly figuresEntered!: number

  @Access(SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description: 'Number of figures asked for. Null before the start.',
  })
  readonly figuresTotal!: number | null

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of KPIs with an answer that nothing blocks.' })
  readonly kpisReady!: number

  @Access(SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description: 'Number of KPIs asked for. Null before the start.',
  })
  readonly kpisTotal!: number | null

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the last work on it. Null before the start.',
  })
  readonly lastActivityAt!: string | null

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the last submission. Null before the first.',
  })
  readonly submittedAt!: string | null

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which it asked for a reopening. Null unless a request waits.',
  })
  readonly reopenRequestedAt!: string | null

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Timestamp by which the next step is due: end of a return, of an extension, or of the cycle. Null once nothing is due.',
  })
  readonly dueAt!: string | null

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp until which it may go on. Null without an extension.',
  })
  readonly extendedUntil!: string | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Why it was given more time. Null without an extension.',
  })
  readonly extensionReason!: string | null

  @Access(SECRETARIAT)
  @Field(() => Boolean, { description: 'Whether the next step is overdue.' })
  readonly isOverdue!: boolean
}

@ObjectType({ description: 'One administration in a page of the progress board.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class CycleProgressEdge {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Cursor of the administration.' })
  readonly cursor!: string

  @Access(PUBLIC)
  @Field(() => CycleProgress, { description: 'Its progress.' })
  readonly node!: CycleProgress
}

@ObjectType({ description: 'Page of the progress board.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class CycleProgressConnection {
  @Access(PUBLIC)
  @Field(() => [CycleProgress], { description: 'Progress of the administrations of the page.' })
  readonly nodes!: readonly CycleProgress[]

  @Access(PUBLIC)
  @Field(() => [CycleProgressEdge], { description: 'The same with cursors.' })
  readonly edges!: readonly CycleProgressEdge[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of administrations that fit the filter.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands.' })
  readonly pageInfo!: PageInfo
}

@ObjectType({ description: 'Number of administrations at one stage.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class CycleStageCount {
  @Access(PUBLIC)
  @Field(() => CycleStage, { description: 'The stage.' })
  readonly stage!: CycleStage

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of administrations that stand there.' })
  readonly administrationCount!: number
}

@ObjectType({ description: 'Stages of the administrations of one region.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class CycleRegionProgress {
  @Access(PUBLIC)
  @Field(() => Region, { description: 'The region.' })
  readonly region!: Region

  @Access(PUBLIC)
  @Field(() => [CycleStageCount], { description: 'Every stage in order, empty ones with zero.' })
  readonly stages!: readonly CycleStageCount[]
}

@ObjectType({ description: 'Counts over all that are invited, whatever the filter of the board.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class CycleProgressSummary {
  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of administrations invited.' })
  readonly administrationCount!: number

  @Access(PUBLIC)
  @Field(() => Int, {
    description: 'Number of administrations that have started and not withdrawn.',
  })
  readonly startedCount!: number

  @Access(PUBLIC)
  @Field(() => Int, {
    description: 'Number of administrations at SUBMITTED, RETURNED, ACCEPTED or UNDER_REVIEW.',
  })
  readonly submittedCount!: number

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of administrations whose next step is overdue.' })
  readonly overdueCount!: number

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of administrations that were given an extension.' })
  readonly extendedCount!: number

  @Access(PUBLIC)
  @Field(() => Int, {
    description:
      'Number of administrations that have begun, have not submitted and have no extension that still runs.',
  })
  readonly lapsingCount!: number

  @Access(PUBLIC)
  @Field(() => Int, {
    description:
      'Number of administrations that have not submitted and have an extension that still runs.',
  })
  readonly goingOnCount!: number

  @Access(PUBLIC)
  @Field(() => [CycleStageCount], { description: 'Every stage in order, empty ones with zero.' })
  readonly stages!: readonly CycleStageCount[]

  @Access(PUBLIC)
  @Field(() => [CycleRegionProgress], { description: 'The same for each region.' })
  readonly regions!: readonly CycleRegionProgress[]
}
