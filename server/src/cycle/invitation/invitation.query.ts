import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Access, Context, SECRETARIAT, wears } from '#access'
import { Administration, administrationsById } from '#accounts'
import { Cycle } from '../cycle'
import { inviteesOfCycles } from './invitation.rows'
import { CycleInvitee } from './invitation.type'

@Resolver(() => Cycle)
export class CycleInvitees {
  @Access(SECRETARIAT)
  @FieldResolver(() => [CycleInvitee], {
    nullable: true,
    description:
      'Every administration of the register, invited or not, by code. Null unless the viewer is a cycle officer.',
  })
  async invitees(@Root() cycle: Cycle, @Ctx() context: Context) {
    if (!wears(context.viewer, 'CYCLE_OFFICER')) return null
    return (await context.load(inviteesOfCycles, cycle.id)) ?? []
  }
}

@Resolver(() => CycleInvitee)
export class CycleInviteeFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => Administration, { description: 'The administration.' })
  administration(@Root() { administrationId }: CycleInvitee, @Ctx() context: Context) {
    return context.load(administrationsById, administrationId)
  }
}
