import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { Refusal, problem, type Db } from '#platform'
import { CycleDecideArgs, CyclePayload } from '../cycle.input'
import { lockCycle, recordCycle } from '../cycle.lock'
import { canRemoveCycle } from '../policies'
import { inWords } from './update'

const STILL_REFERRED_TO = '23503'

@Resolver()
export class CycleRemove {
  @Access(SECRETARIAT)
  @Mutation(() => CyclePayload, {
    description:
      'Calls a planned cycle off: it is gone, with whom it was to invite. Nobody was told of it. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, CYCLE_KEPT.',
  })
  cycleRemove(@Args(() => CycleDecideArgs) { input }: CycleDecideArgs, @Ctx() context: Context) {
    return context.command('cycleRemove', input, async (scope) => {
      const { db, viewer, record } = scope
      const { cycle, facts } = await lockCycle(scope, input.cycleId)
      ensure(canRemoveCycle(viewer, facts), ['input', 'cycleId'])
      expectVersion(cycle, input.expectedVersion)

      await removeRow(db, cycle.id)
      recordCycle(record, 'cycleRemove', cycle, {
        from: facts.status,
        to: 'REMOVED',
        former: inWords(cycle),
      })
      return {}
    })
  }
}

// What hangs on a cycle is not all an officer's to see, so its foreign keys are asked.
async function removeRow(db: Db, id: string): Promise<void> {
  try {
    await db.deleteFrom('cycle').where('id', '=', id).executeTakeFirstOrThrow()
  } catch (error) {
    if ((error as { code?: string }).code !== STILL_REFERRED_TO) throw error
    throw new Refusal([
      problem('CONFLICT', 'CYCLE_KEPT', 'Something is kept with this cycle already, so it stays.', [
        'input',
        'cycleId',
      ]),
    ])
  }
}
