import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { CycleDecideArgs, CyclePayload } from './cycle.input'
import { lockCycle, recordCycle } from './cycle.lock'
import { canCloseCycle } from './policies'
import { tellClosed } from './tell-closed'

@Resolver()
export class CycleClose {
  @Access(SECRETARIAT)
  @Mutation(() => CyclePayload, {
    description:
      'Ends the entry of a cycle; what was not submitted stays a draft and is not counted. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION.',
  })
  cycleClose(@Args(() => CycleDecideArgs) { input }: CycleDecideArgs, @Ctx() context: Context) {
    return context.command('cycleClose', input, async (scope) => {
      const { viewer, now, record } = scope
      const { cycle, facts } = await lockCycle(scope, input.cycleId)
      ensure(canCloseCycle(viewer, facts), ['input', 'cycleId'])
      expectVersion(cycle, input.expectedVersion)

      cycle.status = 'CLOSED'
      cycle.closedAt = now
      cycle.closedBy = viewer.personId
      recordCycle(record, 'cycleClose', cycle, { from: facts.status })
      await tellClosed(scope, cycle.id)
      return { cycleId: cycle.id }
    })
  }
}
