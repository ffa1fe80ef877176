import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER } from '#access'
import { Refusal, type Db } from '#platform'
import { recordAssessment } from './assessment.lock'
import type { StoredCheck } from './compute-responses'
import { explanationProblems } from './explained'
import { warningsOf } from './justified'
import { changeResponse, lockResponse, textProblems } from './kpi-response.lock'
import { KpiResponseInput, KpiResponsePayload } from './kpi-response.payload'
import { recompute } from './recompute'

@InputType({ description: 'Justification of the warnings at one KPI.' })
export class KpiResponseJustifyInput extends KpiResponseInput {
  @Access(MEMBER)
  @Field(() => String, {
    nullable: true,
    description:
      'Why the figures are right, for secretariat and reviewers: at least 10 characters and two different words of two letters or more. Null takes it back.',
  })
  readonly justification?: string | null
}

@ArgsType()
class KpiResponseJustifyArgs {
  @Access(MEMBER)
  @Field(() => KpiResponseJustifyInput, { description: 'KPI and justification.' })
  readonly input!: KpiResponseJustifyInput
}

@Resolver()
export class KpiResponseJustify {
  @Access(MEMBER)
  @Mutation(() => KpiResponsePayload, {
    description:
      'Justifies the warnings at a KPI. In a returned assessment, KPIs that share a figure with a returned one are open too. Problems: NOT_FOUND, WRONG_HAT, NOT_ASSIGNED, WRONG_STATE, OUT_OF_TIME, STALE_VERSION, TEXT_TOO_SHORT, TEXT_TOO_LONG.',
  })
  kpiResponseJustify(
    @Args(() => KpiResponseJustifyArgs) { input }: KpiResponseJustifyArgs,
    @Ctx() context: Context,
  ) {
    return context.command('kpiResponseJustify', input, async (scope) => {
      const locked = await lockResponse(context, scope, input, { sharedToo: true })
      const { subject, framework, kpi } = locked
      const problems = [
        ...textProblems(input.justification, 'justification', { isNeeded: false }),
        ...explanationProblems(input.justification, ['input', 'justification']),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const justification = input.justification?.trim() || null
      await changeResponse(scope, locked, {
        justification,
        justifiedWarnings: warningsOf(await checksOf(scope.db, subject.id, kpi.code)),
      })
      const { changed } = await recompute(scope.db, framework, subject, scope.now)
      recordAssessment(
        scope.record,
        'kpiResponseJustify',
        subject,
        { kpi: kpi.code },
        { after: justification },
      )
      return { assessmentId: subject.id, kpiCode: kpi.code, changedKpis: changed }
    })
  }
}

async function checksOf(db: Db, assessmentId: string, kpiCode: string) {
  const { checks } = await db
    .selectFrom('kpiResponse')
    .select('checks')
    .where('assessmentId', '=', assessmentId)
    .where('kpiCode', '=', kpiCode)
    .executeTakeFirstOrThrow()
  return checks as unknown as readonly StoredCheck[]
}
