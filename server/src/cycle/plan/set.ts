import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { Refusal } from '#platform'
import { CyclePayload } from '../cycle.input'
import { lockCycle, recordCycle } from '../cycle.lock'
import { canSetPlan } from '../policies'
import { CyclePlanInput, planOf } from './plan.input'
import { coverageOfVersion, planProblems, type Plan } from './thresholds'

@InputType({ description: 'Which cycle, its default disclosure and its thresholds.' })
class CyclePlanSetInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the cycle.' })
  readonly cycleId!: string

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Version of the cycle the change was made on.' })
  readonly expectedVersion!: number

  @Access(SECRETARIAT)
  @Field(() => CyclePlanInput, { description: 'Default disclosure and thresholds.' })
  readonly plan!: CyclePlanInput

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class CyclePlanSetArgs {
  @Access(SECRETARIAT)
  @Field(() => CyclePlanSetInput, { description: 'The cycle and its plan.' })
  readonly input!: CyclePlanSetInput
}

@Resolver()
export class CyclePlanSet {
  @Access(SECRETARIAT)
  @Mutation(() => CyclePayload, {
    description:
      'Sets default disclosure and thresholds of a planned cycle; they are fixed once it is opened. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, BELOW_FLOOR, ABOVE_MOST, BELOW_MEMBERS, BAD_COVERAGE, BELOW_VERSION.',
  })
  cyclePlanSet(@Args(() => CyclePlanSetArgs) { input }: CyclePlanSetArgs, @Ctx() context: Context) {
    return context.command('cyclePlanSet', input, async (scope) => {
      const { db, viewer, record } = scope
      const { cycle, facts } = await lockCycle(scope, input.cycleId)
      ensure(canSetPlan(viewer, facts), ['input', 'cycleId'])
      expectVersion(cycle, input.expectedVersion)
      const plan = planOf(input.plan)
      const problems = planProblems(plan, await coverageOfVersion(db, cycle.frameworkVersionId))
      if (problems.length > 0) throw new Refusal(problems)

      const former = inWords(cycle)
      Object.assign(cycle, plan)
      recordCycle(record, 'cyclePlanSet', cycle, { former, plan: inWords(cycle) })
      return { cycleId: cycle.id }
    })
  }
}

/** The plan as an audit entry tells it. */
export const inWords = (plan: Plan): string =>
  [plan.defaultDisclosure, plan.membersMinimum, plan.publicMinimum, plan.leastCoverage ?? '-'].join(
    ', ',
  )
