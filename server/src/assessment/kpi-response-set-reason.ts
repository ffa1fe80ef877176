import {
  Args,
  ArgsType,
  Ctx,
  Field,
  InputType,
  Mutation,
  Resolver,
  registerEnumType,
} from 'type-graphql'
import { Access, Context, MEMBER } from '#access'
import type { VersionSnapshot } from '#framework'
import { Refusal, badInput, type ProblemDetail } from '#platform'
import { recordAssessment } from './assessment.lock'
import { explanationProblems } from './explained'
import { changeResponse, lockResponse, textProblems } from './kpi-response.lock'
import { KpiResponseInput, KpiResponsePayload } from './kpi-response.payload'
import { recompute } from './recompute'

export const DeclaredState = {
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  NOT_AVAILABLE: 'NOT_AVAILABLE',
} as const
export type DeclaredState = keyof typeof DeclaredState

registerEnumType(DeclaredState, {
  name: 'DeclaredState',
  description: 'Answer an administration gives in place of a value.',
  valuesConfig: {
    NOT_APPLICABLE: { description: 'The function does not exist or lies elsewhere.' },
    NOT_AVAILABLE: { description: 'The function exists but is not measured.' },
  },
})

@InputType({ description: 'Why there is no value.' })
export class KpiResponseSetReasonInput extends KpiResponseInput {
  @Access(MEMBER)
  @Field(() => DeclaredState, { description: 'Answer in place of a value.' })
  readonly state!: DeclaredState

  @Access(MEMBER)
  @Field(() => String, {
    description: 'Code of the reason, one of those of the framework version.',
  })
  readonly reasonCode!: string

  @Access(MEMBER)
  @Field(() => String, { description: 'The reason in own words.' })
  readonly reasonText!: string
}

@ArgsType()
class KpiResponseSetReasonArgs {
  @Access(MEMBER)
  @Field(() => KpiResponseSetReasonInput, { description: 'KPI and reason.' })
  readonly input!: KpiResponseSetReasonInput
}

@Resolver()
export class KpiResponseSetReason {
  @Access(MEMBER)
  @Mutation(() => KpiResponsePayload, {
    description:
      'Answers a KPI with a reason in place of a value; figures entered stay stored. Problems: NOT_FOUND, WRONG_HAT, NOT_ASSIGNED, WRONG_STATE, OUT_OF_TIME, STALE_VERSION, UNKNOWN_REASON, TEXT_MISSING, TEXT_TOO_SHORT, TEXT_TOO_LONG.',
  })
  kpiResponseSetReason(
    @Args(() => KpiResponseSetReasonArgs) { input }: KpiResponseSetReasonArgs,
    @Ctx() context: Context,
  ) {
    return context.command('kpiResponseSetReason', input, async (scope) => {
      const locked = await lockResponse(context, scope, input)
      const { subject, framework, kpi } = locked
      const problems = reasonProblems(input, framework)
      if (problems.length > 0) throw new Refusal(problems)

      await changeResponse(scope, locked, {
        state: input.state,
        reasonCode: input.reasonCode,
        reasonText: input.reasonText.trim(),
        value: null,
        subValues: null,
        score: null,
        trace: null,
        checks: '[]',
      })
      const { changed } = await recompute(scope.db, framework, subject, scope.now)
      recordAssessment(
        scope.record,
        'kpiResponseSetReason',
        subject,
        { kpi: kpi.code },
        { before: locked.state, after: [input.state, input.reasonCode, input.reasonText.trim()] },
      )
      return { assessmentId: subject.id, kpiCode: kpi.code, changedKpis: changed }
    })
  }
}

function reasonProblems(
  input: KpiResponseSetReasonInput,
  framework: Pick<VersionSnapshot, 'reasonCodeByCode'>,
): readonly ProblemDetail[] {
  const known = framework.reasonCodeByCode.get(input.reasonCode)?.state === input.state
  return [
    ...(known
      ? []
      : [
          badInput('UNKNOWN_REASON', 'This reason does not belong to the answer.', [
            'input',
            'reasonCode',
          ]),
        ]),
    ...textProblems(input.reasonText, 'reasonText'),
    ...explanationProblems(input.reasonText, ['input', 'reasonText']),
  ]
}
