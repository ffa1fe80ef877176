import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { Refusal } from '#platform'
import { CyclePayload, RecordedDecisionInput } from './cycle.input'
import { decisionOf, lockCycle, recordCycle } from './cycle.lock'
import { canReportCycle } from './policies'

@InputType({ description: 'Which cycle is reported, and the approval of the report.' })
class CycleReportInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the cycle.' })
  readonly cycleId!: string

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Version of the cycle the decision was made on.' })
  readonly expectedVersion!: number

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null

  @Access(SECRETARIAT)
  @Field(() => RecordedDecisionInput, { description: 'Approval by the PMM project team.' })
  readonly approval!: RecordedDecisionInput
}

@ArgsType()
class CycleReportArgs {
  @Access(SECRETARIAT)
  @Field(() => CycleReportInput, { description: 'The cycle and the approval of its report.' })
  readonly input!: CycleReportInput
}

@Resolver()
export class CycleReport {
  @Access(SECRETARIAT)
  @Mutation(() => CyclePayload, {
    description:
      'Records that the report of a closed cycle is approved; a public release must be published. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, NOT_READY, STALE_VERSION, TEXT_MISSING, DATE_IN_FUTURE.',
  })
  cycleReport(@Args(() => CycleReportArgs) { input }: CycleReportArgs, @Ctx() context: Context) {
    return context.command('cycleReport', input, async (scope) => {
      const { viewer, now, record } = scope
      const { cycle, facts } = await lockCycle(scope, input.cycleId)
      ensure(canReportCycle(viewer, facts), ['input', 'cycleId'])
      expectVersion(cycle, input.expectedVersion)
      const { decision, problems } = decisionOf(input.approval, 'approval', now)
      if (problems.length > 0) throw new Refusal(problems)

      cycle.status = 'REPORTED'
      cycle.reportedAt = now
      cycle.reportApproval = decision
      recordCycle(record, 'cycleReport', cycle, { from: facts.status }, decision)
      return { cycleId: cycle.id }
    })
  }
}
