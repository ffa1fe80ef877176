import { Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { Access, Context, SECRETARIAT, wears } from '#access'
import { LocaleArgs, localized } from '#accounts'
import { globalId } from '#platform'
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
  @FieldResolver(() => ID, { description: 'Id of the administration.' })
  administrationId(@Root() { administrationId }: CycleInvitee): string {
    return globalId('AD', administrationId)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => String, { description: 'Its name in the chosen language.' })
  name(@Root() { name }: CycleInvitee, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(name, locale)
  }
}
