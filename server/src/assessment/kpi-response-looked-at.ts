import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure } from '#access'
import { notFound } from '#platform'
import { holdAssessment, recordAssessment } from './assessment.lock'
import { KpiResponsePayload } from './kpi-response.payload'
import { canNote } from './policies'

@InputType({ description: 'Whether an answer has been looked at.' })
class KpiResponseLookedAtInput {
  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the assessment.' })
  readonly assessmentId!: string

  @Access(MEMBER)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpiCode!: string

  @Access(MEMBER)
  @Field(() => Boolean, { description: 'Whether it has been looked at.' })
  readonly isLookedAt!: boolean

  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class KpiResponseLookedAtArgs {
  @Access(MEMBER)
  @Field(() => KpiResponseLookedAtInput, { description: 'KPI and tick.' })
  readonly input!: KpiResponseLookedAtInput
}

@Resolver()
export class KpiResponseLookedAt {
  @Access(MEMBER)
  @Mutation(() => KpiResponsePayload, {
    description:
      'Ticks an answer as looked at, or takes the tick back; it changes nothing else. Problems: NOT_FOUND, WRONG_HAT, NOT_ASSIGNED, WRONG_STATE.',
  })
  kpiResponseLookedAt(
    @Args(() => KpiResponseLookedAtArgs) { input }: KpiResponseLookedAtArgs,
    @Ctx() context: Context,
  ) {
    return context.command('kpiResponseLookedAt', input, async ({ db, viewer, now, record }) => {
      const subject = await holdAssessment(db, input.assessmentId)
      ensure(canNote(viewer, subject, input.kpiCode), ['input', 'kpiCode'])
      const row = await db
        .updateTable('kpiResponse')
        .set({ lookedAt: input.isLookedAt ? now : null })
        .where('assessmentId', '=', subject.id)
        .where('kpiCode', '=', input.kpiCode)
        .returning('kpiCode')
        .executeTakeFirst()
      if (!row) throw notFound(['input', 'kpiCode'])
      recordAssessment(record, 'kpiResponseLookedAt', subject, {
        kpi: row.kpiCode,
        isLookedAt: input.isLookedAt,
      })
      return { assessmentId: subject.id, kpiCode: row.kpiCode }
    })
  }
}
