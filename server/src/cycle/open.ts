import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { notify } from '#notification'
import { Refusal, problem, type Db } from '#platform'
import { CyclePayload, RecordedDecisionInput } from './cycle.input'
import { decisionOf, lockCycle, recordCycle } from './cycle.lock'
import { invite } from './invitation/invitation.rows'
import { inWords } from './plan/set'
import { canOpenCycle } from './policies'

@InputType({ description: 'Which cycle to open, and the endorsement of the project team.' })
class CycleOpenInput {
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
  @Field(() => RecordedDecisionInput, { description: 'Endorsement by the PMM project team.' })
  readonly endorsement!: RecordedDecisionInput
}

@ArgsType()
class CycleOpenArgs {
  @Access(SECRETARIAT)
  @Field(() => CycleOpenInput, { description: 'The cycle and its endorsement.' })
  readonly input!: CycleOpenInput
}

@Resolver()
export class CycleOpen {
  @Access(SECRETARIAT)
  @Mutation(() => CyclePayload, {
    description:
      'Opens a planned cycle for entry to those it is planned for, and freezes region, income group, type and geography of each of them. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, VERSION_NOT_PUBLISHED, ALREADY_OVER, TEXT_MISSING, DATE_IN_FUTURE.',
  })
  cycleOpen(@Args(() => CycleOpenArgs) { input }: CycleOpenArgs, @Ctx() context: Context) {
    return context.command('cycleOpen', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const { cycle, facts } = await lockCycle(scope, input.cycleId)
      ensure(canOpenCycle(viewer, facts), ['input', 'cycleId'])
      expectVersion(cycle, input.expectedVersion)

      const { decision, problems } = decisionOf(input.endorsement, 'endorsement', now)
      const obstacles = [...problems]
      if (!(await isVersionPublished(db, cycle.frameworkVersionId))) {
        obstacles.push(
          problem(
            'CONFLICT',
            'VERSION_NOT_PUBLISHED',
            'The framework version of the cycle is not published.',
            ['input', 'cycleId'],
          ),
        )
      }
      if (new Date(cycle.closesAt) <= now) {
        obstacles.push(
          problem('CONFLICT', 'ALREADY_OVER', 'The planned end of the cycle has passed.', [
            'input',
            'cycleId',
          ]),
        )
      }
      if (obstacles.length > 0) throw new Refusal(obstacles)

      cycle.status = 'OPEN'
      cycle.openedAt = now
      cycle.endorsement = decision
      const invited = await invite(db, cycle.id, now)
      recordCycle(record, 'cycleOpen', cycle, { from: facts.status, invited, plan: inWords(cycle) })
      await notify(scope, {
        kind: 'CYCLE_OPENED',
        roles: ['COORDINATOR'],
        cycleId: cycle.id,
        dueAt: cycle.closesAt,
      })
      return { cycleId: cycle.id }
    })
  }
}

async function isVersionPublished(db: Db, versionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('frameworkVersion')
    .select('status')
    .where('id', '=', versionId)
    .executeTakeFirst()
  return row?.status === 'PUBLISHED'
}
