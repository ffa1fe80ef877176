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
import { Assessment } from './assessment'
import { assessmentsById } from './assessment.rows'
import { workingResponses } from './content.rows'
import { KpiResponse } from './kpi-response.type'
import { visible } from './visible'

@InputType({ description: 'Which answer, in which version.' })
export class KpiResponseInput {
  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the assessment.' })
  readonly assessmentId!: string

  @Access(MEMBER)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpiCode!: string

  @Access(MEMBER)
  @Field(() => Int, { description: 'Version of the answer the change was made on.' })
  readonly expectedVersion!: number

  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ObjectType({ description: 'Answer to a change of one KPI response.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class KpiResponsePayload {
  readonly assessmentId?: string
  readonly kpiCode?: string
  readonly changedKpis?: readonly string[]

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'Everything that prevented it. Empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@Resolver(() => KpiResponsePayload)
export class KpiResponsePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => KpiResponse, {
    nullable: true,
    description:
      'The answer as it is now, after a conflict too. Null when the change was refused for another reason.',
  })
  async response(@Root() payload: KpiResponsePayload, @Ctx() context: Context) {
    const rows = await rowsOf(payload, context)
    return rows.find(({ kpiCode }) => kpiCode === payload.kpiCode) ?? null
  }

  @Access(PUBLIC)
  @FieldResolver(() => [KpiResponse], {
    description: 'Other answers that changed through it, as far as the viewer sees them.',
  })
  async changedResponses(@Root() payload: KpiResponsePayload, @Ctx() context: Context) {
    const { changedKpis = [], kpiCode: own } = payload
    if (changedKpis.length === 0) return []
    const rows = await rowsOf(payload, context)
    return rows.filter(({ kpiCode }) => kpiCode !== own && changedKpis.includes(kpiCode))
  }

  @Access(PUBLIC)
  @FieldResolver(() => Assessment, {
    nullable: true,
    description: 'The assessment as it is now. Null when the change was refused.',
  })
  assessment(@Root() payload: KpiResponsePayload, @Ctx() context: Context) {
    return payload.assessmentId ? context.load(assessmentsById, payload.assessmentId) : null
  }
}

const rowsOf = async ({ assessmentId }: KpiResponsePayload, context: Context) =>
  assessmentId
    ? visible(context, 'CONTENT', await context.load(workingResponses, assessmentId))
    : []
