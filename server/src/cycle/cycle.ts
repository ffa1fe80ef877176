import { ArrayType } from '@mikro-orm/core'
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Rows, SECRETARIAT } from '#access'
import type { Texts } from '#accounts'
import { DisclosureLevelCode } from '#framework'
import { DateTimeScalar } from '#platform'
import { CycleStatus } from './enums'

/** A decision of the project team, as it is recorded with a cycle. */
export interface RecordedDecision {
  readonly body: 'PMMPT'
  readonly session: string
  readonly decidedOn: string
  readonly document?: string | null
}

@ObjectType('Cycle', {
  description: 'One round of the PMM, bound to a framework version and to the years T and T-1.',
})
@Rows('REGISTER')
@Access(PUBLIC)
@Entity({ tableName: 'cycle' })
export class Cycle {
  @PrimaryKey({ type: 'uuid' })
  id!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Stable code of the cycle, such as "C2022".' })
  @Property({ type: 'text' })
  code!: string

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of the cycle; 0 for the pilot.' })
  @Property({ type: 'integer' })
  number!: number

  @Property({ type: 'json' })
  name!: Texts

  @Property({ type: 'uuid' })
  frameworkVersionId!: string

  @Access(PUBLIC)
  @Field(() => CycleStatus, { description: 'State of the cycle.' })
  @Property({ type: 'text' })
  status!: CycleStatus

  @Access(PUBLIC)
  @Field(() => Int, {
    description:
      'Reporting year T. Official texts also call it "current" and "last" calendar year.',
  })
  @Property({ type: 'integer' })
  reportingYear!: number

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Year T-1, the one before the reporting year.' })
  @Property({ type: 'integer' })
  previousYear!: number

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, { description: 'Timestamp from which it is planned to be open.' })
  @Property({ type: 'datetime' })
  opensAt!: Date | string

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, { description: 'Timestamp at which entry ends.' })
  @Property({ type: 'datetime' })
  closesAt!: Date | string

  @Access(PUBLIC)
  @Field(() => [Int], {
    description:
      'Days before the end of entry on which administrations that have not submitted are reminded, the most first. Empty without reminders.',
  })
  @Property({ type: new ArrayType(Number), columnType: 'integer[]' })
  reminderDays!: number[]

  @Access(PUBLIC)
  @Field(() => DisclosureLevelCode, {
    description:
      'Level with which answers begin, or the widest their KPI allows where that is narrower. It opens nothing: each administration chooses for every KPI.',
  })
  @Property({ type: 'text' })
  defaultDisclosure!: DisclosureLevelCode

  @Access(PUBLIC)
  @Field(() => Int, {
    description: 'Administrations behind a group figure for members, at the least: 5 or more.',
  })
  @Property({ type: 'integer' })
  membersMinimum!: number

  @Access(PUBLIC)
  @Field(() => Int, {
    description: 'Administrations behind a group figure for the public, at the least: 10 or more.',
  })
  @Property({ type: 'integer' })
  publicMinimum!: number

  @Access(PUBLIC)
  @Field(() => Int, {
    nullable: true,
    description:
      'Share of scored KPIs, in per cent, below which nothing above them has a score. Null where that of the framework version holds.',
  })
  @Property({ type: 'integer', nullable: true })
  leastCoverage!: number | null

  @Access(SECRETARIAT)
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it was planned for every administration of the register, those that join it until the opening included. Null outside the secretariat.',
  })
  @Property({ type: 'boolean' })
  invitesAll!: boolean

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which it was opened. Null before.',
  })
  @Property({ type: 'datetime', nullable: true })
  openedAt!: Date | string | null

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which it was closed. Null while it is not.',
  })
  @Property({ type: 'datetime', nullable: true })
  closedAt!: Date | string | null

  @Property({ type: 'uuid', nullable: true })
  closedBy!: string | null

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which its report was recorded. Null before.',
  })
  @Property({ type: 'datetime', nullable: true })
  reportedAt!: Date | string | null

  @Property({ type: 'json', nullable: true })
  endorsement!: RecordedDecision | null

  @Property({ type: 'json', nullable: true })
  reportApproval!: RecordedDecision | null

  @Access(PUBLIC)
  @Field(() => Boolean, { description: 'Whether its data are invented for demonstration.' })
  @Property({ type: 'boolean' })
  isDemonstration!: boolean

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Counts the changes of the cycle; to be sent back with one.' })
  @Property({ version: true, type: 'integer' })
  version!: number

  /** Whether results of the cycle are published; known to rows that were read for display. */
  readonly isPublished?: boolean
}
