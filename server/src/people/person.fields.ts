import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, PUBLIC, Permission, Rows, SECRETARIAT } from '#access'
import { Administration, Hat, Person, administrationsById, type Role } from '#accounts'
import { DateTimeScalar, globalId } from '#platform'
import {
  closedAccount,
  heldRolesOfPeople,
  lastSeenOfPeople,
  personFactsById,
  type HeldRoleRow,
} from './person.rows'
import {
  canEndRole,
  canForgetSecondFactor,
  canGrantRole,
  canReactivate,
  canRename,
  canResetPassword,
  canSuspend,
} from './policies'
import { NOTHING_RESTORED, restorationsOf } from './restoration.rows'

@ObjectType({ description: 'What the viewer may do with a role.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PersonRoleViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Take the role away.' })
  readonly end!: Permission
}

@ObjectType('PersonRole', { description: 'Role a person holds at present.' })
@Rows('PERSON')
@Access(OWNER, SECRETARIAT)
export class PersonRole {
  readonly personId!: string
  readonly administrationId!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => Hat, { description: 'The role.' })
  readonly role!: Role

  @Access(OWNER, SECRETARIAT)
  @Field(() => Boolean, {
    description: 'Whether a coordinator stands in for the contact point of the administration.',
  })
  readonly isDeputy!: boolean

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp at which it was given.' })
  readonly grantedAt!: string
}

@ObjectType({ description: 'What the viewer may do with a person.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PersonViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Change the name.' })
  readonly rename!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Give another role.' })
  readonly grantRole!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Suspend the account.' })
  readonly suspend!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Open the account again.' })
  readonly reactivate!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Give a link to set a new password.' })
  readonly resetPassword!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Take away a second factor that was lost.' })
  readonly forgetSecondFactor!: Permission
}

@Resolver(() => Person)
export class PersonFields {
  @Access(OWNER, SECRETARIAT, { when: 'SELF_OR_COORDINATOR' })
  @FieldResolver(() => [PersonRole], {
    nullable: true,
    description:
      'Roles the person holds, in the viewer’s administration or, for the administrator, anywhere. Null for colleagues other than the coordinator.',
  })
  async heldRoles(@Root() { personId }: Person, @Ctx() context: Context) {
    return (await context.load(heldRolesOfPeople, personId)) ?? []
  }

  @Access(OWNER, SECRETARIAT, { when: 'SELF_OR_COORDINATOR' })
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'Timestamp of the last request, exact to a minute. Null for somebody who never signed in, and for colleagues other than the coordinator.',
  })
  lastSeenAt(@Root() { personId }: Person, @Ctx() context: Context) {
    return context.load(lastSeenOfPeople, personId)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => PersonViewerCan, { description: 'What the viewer may do with the person.' })
  async viewerCan(@Root() { personId }: Person, @Ctx() context: Context): Promise<PersonViewerCan> {
    const { viewer } = context
    const person = (await context.load(personFactsById, personId)) ?? closedAccount(personId)
    const done = (await context.load(restorationsOf, personId, context.now)) ?? NOTHING_RESTORED
    return {
      rename: canRename(viewer, person),
      grantRole: canGrantRole(viewer, person),
      suspend: canSuspend(viewer, person),
      reactivate: canReactivate(viewer, person),
      resetPassword: canResetPassword(viewer, person, done),
      forgetSecondFactor: canForgetSecondFactor(viewer, person, done),
    }
  }
}

@Resolver(() => PersonRole)
export class PersonRoleFields {
  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque id of the role.' })
  id(@Root() held: HeldRoleRow): string {
    return globalId('RO', held.id)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'Administration it is held for. Null for the secretariat and the PMMPT.',
  })
  administration(@Root() held: HeldRoleRow, @Ctx() context: Context) {
    return held.administrationId ? context.load(administrationsById, held.administrationId) : null
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => PersonRoleViewerCan, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() held: HeldRoleRow, @Ctx() { viewer }: Context): PersonRoleViewerCan {
    return { end: canEndRole(viewer, held) }
  }
}
