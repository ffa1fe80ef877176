import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Access } from './access.decorator'
import { PUBLIC } from './audience'
import type { Context } from './context'
import { mayChange } from './ensure'
import { Permission, PermissionCode, firstDenial } from './policy'

/** A policy speaks of the person; whether the session may act at all is decided here, for all of them. */
@Resolver(() => Permission)
export class PermissionFields {
  @Access(PUBLIC)
  @FieldResolver(() => Boolean, { description: 'Whether the action is allowed now.' })
  allowed(@Root() permission: Permission, @Ctx() context: Context): boolean {
    return inSession(context, permission).allowed
  }

  @Access(PUBLIC)
  @FieldResolver(() => PermissionCode, {
    description:
      'Reason of the refusal as a code, to be worded by the client. OK where the action is allowed.',
  })
  code(@Root() permission: Permission, @Ctx() context: Context): PermissionCode {
    return inSession(context, permission).code
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, {
    description: 'Reason of the refusal as an English sentence. Empty where the action is allowed.',
  })
  reason(@Root() permission: Permission, @Ctx() context: Context): string {
    return inSession(context, permission).reason
  }
}

const inSession = ({ viewer }: Context, permission: Permission): Permission =>
  firstDenial(mayChange(viewer), permission)
