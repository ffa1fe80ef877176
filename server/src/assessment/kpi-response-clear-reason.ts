import { Args, ArgsType, Ctx, Field, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER } from '#access'
import { Refusal, problem } from '#platform'
import { recordAssessment } from './assessment.lock'
import { isDeclared } from './compute-responses'
import { changeResponse, lockResponse } from './kpi-response.lock'
import { KpiResponseInput, KpiResponsePayload } from './kpi-response.payload'
import { recompute } from './recompute'

@ArgsType()
class KpiResponseClearReasonArgs {
  @Access(MEMBER)
  @Field(() => KpiResponseInput, { description: 'The KPI.' })
  readonly input!: KpiResponseInput
}

@Resolver()
export class KpiResponseClearReason {
  @Access(MEMBER)
  @Mutation(() => KpiResponsePayload, {
    description:
      'Takes a reason back; the answer follows from the figures again. Problems: NOT_FOUND, WRONG_HAT, NOT_ASSIGNED, WRONG_STATE, OUT_OF_TIME, STALE_VERSION, NO_REASON.',
  })
  kpiResponseClearReason(
    @Args(() => KpiResponseClearReasonArgs) { input }: KpiResponseClearReasonArgs,
    @Ctx() context: Context,
  ) {
    return context.command('kpiResponseClearReason', input, async (scope) => {
      const locked = await lockResponse(context, scope, input)
      const { subject, framework, kpi, state } = locked
      if (!isDeclared(state)) {
        throw new Refusal([
          problem('CONFLICT', 'NO_REASON', 'There is no reason to take back.', [
            'input',
            'kpiCode',
          ]),
        ])
      }
      await changeResponse(scope, locked, { state: 'PENDING', reasonCode: null, reasonText: null })
      const { changed } = await recompute(scope.db, framework, subject, scope.now)
      recordAssessment(
        scope.record,
        'kpiResponseClearReason',
        subject,
        { kpi: kpi.code },
        { before: state },
      )
      return { assessmentId: subject.id, kpiCode: kpi.code, changedKpis: changed }
    })
  }
}
