import { Field, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, Rows, SECRETARIAT } from '#access'
import { DateTimeScalar } from '#platform'

@ObjectType({ description: 'How far an assessment has come, in counts.' })
@Rows('ASSESSMENT')
@Access(OWNER, SECRETARIAT)
export class AssessmentProgress {
  readonly assessmentId!: string
  readonly administrationId!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => Int, { description: 'Number of figures entered, of those that are asked for.' })
  readonly figuresEntered!: number

  @Access(OWNER, SECRETARIAT)
  @Field(() => Int, {
    description:
      'Number of figures asked for. Those of KPIs answered with a reason alone are not counted.',
  })
  readonly figuresTotal!: number

  @Access(OWNER, SECRETARIAT)
  @Field(() => Int, {
    description:
      'Number of KPIs with an answer that nothing blocks and whose warnings are justified.',
  })
  readonly kpisReady!: number

  @Access(OWNER, SECRETARIAT)
  @Field(() => Int, { description: 'Number of KPIs of the framework version.' })
  readonly kpisTotal!: number

  @Access(OWNER, SECRETARIAT)
  @Field(() => Int, { description: 'Number of KPIs with at least one piece of evidence.' })
  readonly kpisEvidenced!: number

  @Access(OWNER, SECRETARIAT)
  @Field(() => Int, { description: 'Number of KPIs that a check blocks.' })
  readonly blocks!: number

  @Access(OWNER, SECRETARIAT)
  @Field(() => Int, { description: 'Number of KPIs with a warning that nobody has justified.' })
  readonly warningsOpen!: number

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the last work on it.' })
  readonly lastActivityAt!: string
}
