import { Ctx, FieldResolver, Resolver } from 'type-graphql'
import { Access, Context, OWNER, Permission } from '#access'
import { Hat, ViewerCard, type Role } from '#accounts'
import { canInvite } from './policies'
import { givableRoles } from './roles'

@Resolver(() => ViewerCard)
export class ViewerPeopleFields {
  @Access(OWNER)
  @FieldResolver(() => Permission, { description: 'Whether the viewer may invite people.' })
  invitePeople(@Ctx() { viewer }: Context): Permission {
    return canInvite(viewer)
  }

  @Access(OWNER)
  @FieldResolver(() => [Hat], {
    description: 'Roles the viewer may give to others. Empty for whoever gives none.',
  })
  givableRoles(@Ctx() { viewer }: Context): readonly Role[] {
    return givableRoles(viewer)
  }
}
