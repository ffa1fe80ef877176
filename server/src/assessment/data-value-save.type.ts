import {
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql'
import { Access, Context, MEMBER, PUBLIC, Problem, Rows } from '#access'
import { DateTimeScalar, DecimalScalar } from '#platform'
import { Assessment } from './assessment'
import { assessmentsById } from './assessment.rows'
import { workingResponses } from './content.rows'
import { KpiResponse } from './kpi-response.type'
import { FigureBatchInput } from './batch/batch.type'
import { visible } from './visible'

@InputType({ description: 'One figure to save.' })
export class DataValueCellInput {
  @Access(MEMBER)
  @Field(() => String, { description: 'Code of the data element.' })
  readonly elementCode!: string

  @Access(MEMBER)
  @Field(() => Int, { description: 'Calendar year of the figure: T or T-1 of the cycle.' })
  readonly year!: number

  @Access(MEMBER)
  @Field(() => String, {
    nullable: true,
    description:
      'The figure as it was typed, read in the language of the input. Wins over `value`; an empty text empties the figure.',
  })
  readonly raw?: string | null

  @Access(MEMBER)
  @Field(() => String, {
    nullable: true,
    description: 'The figure as a plain decimal string. Null empties the figure.',
  })
  readonly value?: string | null

  @Access(MEMBER)
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the figure is an estimate; as it stands when absent.',
  })
  readonly isEstimated?: boolean | null

  @Access(MEMBER)
  @Field(() => String, {
    nullable: true,
    description:
      'Note on the figure, such as its source, 2000 characters at most; as it stands when absent, none when null.',
  })
  readonly note?: string | null

  @Access(MEMBER)
  @Field(() => Int, {
    description: 'Version the change was made on; 0 for a figure that was never entered.',
  })
  readonly expectedVersion!: number
}

@InputType({ description: 'Figures to save into one assessment.' })
export class DataValuesSaveInput {
  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the assessment.' })
  readonly assessmentId!: string

  @Access(MEMBER)
  @Field(() => [DataValueCellInput], { description: 'Figures, 1 to 200 of them.' })
  readonly cells!: readonly DataValueCellInput[]

  @Access(MEMBER)
  @Field(() => FigureBatchInput, {
    nullable: true,
    description: 'Batch the figures are written in, to be found and undone together.',
  })
  readonly batch?: FigureBatchInput | null

  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ObjectType({ description: 'What is stored for a figure whose save met another change.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class DataValueCurrent {
  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure. Null where there is none.',
  })
  readonly value!: string | null

  @Access(PUBLIC)
  @Field(() => Boolean, { description: 'Whether the figure is an estimate.' })
  readonly isEstimated!: boolean

  @Access(PUBLIC)
  @Field(() => String, { nullable: true, description: 'Note on the figure. Null without one.' })
  readonly note!: string | null

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Version of the figure; 0 where it was never entered.' })
  readonly version!: number

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Name of who changed it last. Null where nobody did.',
  })
  readonly authorName!: string | null

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the last change. Null where there was none.',
  })
  readonly updatedAt!: string | null
}

@ObjectType({
  description: 'What became of one figure; others of the same call are not touched by it.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class DataValueSaved {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the data element.' })
  readonly elementCode!: string

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Calendar year of the figure.' })
  readonly year!: number

  @Access(PUBLIC)
  @Field(() => Boolean, { description: 'Whether it was saved.' })
  readonly isSaved!: boolean

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure as saved. Null where it was emptied or refused.',
  })
  readonly value!: string | null

  @Access(PUBLIC)
  @Field(() => Int, {
    nullable: true,
    description: 'Version of the figure after the save. Null when it was refused.',
  })
  readonly version!: number | null

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'How a doubtful text was read. Null where nothing was doubtful.',
  })
  readonly echo!: string | null

  @Access(PUBLIC)
  @Field(() => Problem, { nullable: true, description: 'Why it was not saved. Null when it was.' })
  readonly problem!: Problem | null

  @Access(PUBLIC)
  @Field(() => DataValueCurrent, {
    nullable: true,
    description: 'What is stored, after a CONFLICT. Null otherwise.',
  })
  readonly current!: DataValueCurrent | null
}

@ObjectType({ description: 'Answer to a save of figures.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class DataValuesSavePayload {
  readonly assessmentId?: string
  readonly changedKpis?: readonly string[]

  @Access(PUBLIC)
  @Field(() => [DataValueSaved], {
    nullable: true,
    description:
      'What became of each figure, in the order given. Null when the call as a whole was refused.',
  })
  readonly results?: readonly DataValueSaved[]

  @Access(PUBLIC)
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the batch the figures were written in. Null where they belong to none.',
  })
  readonly batchId?: string | null

  @Access(PUBLIC)
  @Field(() => [Problem], {
    description: 'What prevented the call as a whole. Empty when each figure was looked at.',
  })
  readonly problems!: readonly Problem[]
}

@Resolver(() => DataValuesSavePayload)
export class DataValuesSavePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => Assessment, {
    nullable: true,
    description: 'The assessment as it is now. Null when the call was refused.',
  })
  assessment(@Root() payload: DataValuesSavePayload, @Ctx() context: Context) {
    return payload.assessmentId ? context.load(assessmentsById, payload.assessmentId) : null
  }

  @Access(PUBLIC)
  @FieldResolver(() => [KpiResponse], {
    description: 'Answers that changed through the figures, as far as the viewer sees them.',
  })
  async changedResponses(@Root() payload: DataValuesSavePayload, @Ctx() context: Context) {
    const { assessmentId, changedKpis = [] } = payload
    if (!assessmentId || changedKpis.length === 0) return []
    const rows = visible(context, 'CONTENT', await context.load(workingResponses, assessmentId))
    return rows.filter(({ kpiCode }) => changedKpis.includes(kpiCode))
  }
}
