import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { DateTimeScalar, Refusal, badInput, type ProblemDetail } from '#platform'
import { endProblems } from './correction/problems'
import type { Cycle } from './cycle'
import { CyclePayload } from './cycle.input'
import { lockCycle, recordCycle } from './cycle.lock'
import { canReopenCycle } from './policies'

@InputType({ description: 'Which cycle to reopen, why, and until when.' })
class CycleReopenInput {
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
  @Field(() => String, { description: 'Why it is reopened.' })
  readonly reason!: string

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp at which entry ends again.' })
  readonly closesAt!: Date
}

@ArgsType()
class CycleReopenArgs {
  @Access(SECRETARIAT)
  @Field(() => CycleReopenInput, { description: 'The cycle, the reason and the new end.' })
  readonly input!: CycleReopenInput
}

@Resolver()
export class CycleReopen {
  @Access(SECRETARIAT)
  @Mutation(() => CyclePayload, {
    description:
      'Lets administrations enter again; by another officer than the one who closed the cycle, and never once results are published. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, SECOND_PERSON, STALE_VERSION, TEXT_MISSING, BAD_PERIOD.',
  })
  cycleReopen(@Args(() => CycleReopenArgs) { input }: CycleReopenArgs, @Ctx() context: Context) {
    return context.command('cycleReopen', input, async (scope) => {
      const { viewer, now, record } = scope
      const { cycle, facts } = await lockCycle(scope, input.cycleId)
      ensure(canReopenCycle(viewer, facts), ['input', 'cycleId'])
      expectVersion(cycle, input.expectedVersion)
      const problems = reopenProblems(input, cycle, now)
      if (problems.length > 0) throw new Refusal(problems)

      cycle.status = 'OPEN'
      cycle.closesAt = input.closesAt
      cycle.closedAt = null
      cycle.closedBy = null
      recordCycle(record, 'cycleReopen', cycle, { from: facts.status }, input.reason.trim())
      return { cycleId: cycle.id }
    })
  }
}

function reopenProblems(
  input: CycleReopenInput,
  cycle: Cycle,
  now: Date,
): readonly ProblemDetail[] {
  const problems: ProblemDetail[] = []
  if (input.reason.trim() === '') {
    problems.push(badInput('TEXT_MISSING', 'Say why the cycle is reopened.', ['input', 'reason']))
  }
  return [
    ...problems,
    ...endProblems({ opensAt: new Date(cycle.opensAt), closesAt: input.closesAt }, now),
  ]
}
