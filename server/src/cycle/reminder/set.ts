import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { Refusal } from '#platform'
import { CyclePayload } from '../cycle.input'
import { lockCycle, recordCycle } from '../cycle.lock'
import { canSetReminders } from '../policies'
import { reminderProblems, sortedDays } from './days'

@InputType({ description: 'Which cycle, and the days of its reminders.' })
class CycleRemindersSetInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the cycle.' })
  readonly cycleId!: string

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Version of the cycle the change was made on.' })
  readonly expectedVersion!: number

  @Access(SECRETARIAT)
  @Field(() => [Int], {
    description: 'Days before the end of entry, 1 to 180, 5 at most; none for no reminders.',
  })
  readonly days!: readonly number[]

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class CycleRemindersSetArgs {
  @Access(SECRETARIAT)
  @Field(() => CycleRemindersSetInput, { description: 'The cycle and the days.' })
  readonly input!: CycleRemindersSetInput
}

@Resolver()
export class CycleRemindersSet {
  @Access(SECRETARIAT)
  @Mutation(() => CyclePayload, {
    description:
      'Sets on which days before the end of entry coordinator and approver of each administration that has not submitted are reminded. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, REMINDER_DAYS, REMINDER_TWICE, REMINDER_MANY.',
  })
  cycleRemindersSet(
    @Args(() => CycleRemindersSetArgs) { input }: CycleRemindersSetArgs,
    @Ctx() context: Context,
  ) {
    return context.command('cycleRemindersSet', input, async (scope) => {
      const { viewer, record } = scope
      const { cycle, facts } = await lockCycle(scope, input.cycleId)
      ensure(canSetReminders(viewer, facts), ['input', 'cycleId'])
      expectVersion(cycle, input.expectedVersion)
      const problems = reminderProblems(input.days, 'days')
      if (problems.length > 0) throw new Refusal(problems)

      const before = cycle.reminderDays
      cycle.reminderDays = sortedDays(input.days)
      recordCycle(record, 'cycleRemindersSet', cycle, {
        former: before.join(', '),
        days: cycle.reminderDays.join(', '),
      })
      return { cycleId: cycle.id }
    })
  }
}
