import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Access, Context, PUBLIC } from '#access'
import { Cycle } from './cycle'
import { CyclePayload } from './cycle.input'
import { cyclesById } from './cycle.rows'

@Resolver(() => CyclePayload)
export class CyclePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => Cycle, {
    nullable: true,
    description: 'The cycle as it is now. Null when the command was refused or has removed it.',
  })
  cycle(@Root() payload: CyclePayload, @Ctx() context: Context) {
    return payload.cycleId ? context.load(cyclesById, payload.cycleId) : null
  }
}
