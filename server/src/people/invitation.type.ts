import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Access, OWNER, PUBLIC, PageInfo, Permission, Problem, Rows, SECRETARIAT } from '#access'
import { Hat, Locale, Workspace, type Role } from '#accounts'
import { DateTimeScalar } from '#platform'

export const InvitationState = {
  OPEN: 'OPEN',
  ACCEPTED: 'ACCEPTED',
  EXPIRED: 'EXPIRED',
  REVOKED: 'REVOKED',
  VOID: 'VOID',
} as const
export type InvitationState = keyof typeof InvitationState

registerEnumType(InvitationState, {
  name: 'InvitationState',
  description: 'State of an invitation. Clients must accept unknown values.',
  valuesConfig: {
    OPEN: { description: 'Waits to be accepted.' },
    ACCEPTED: { description: 'Was accepted.' },
    EXPIRED: { description: 'Was not accepted in time; it can be sent again.' },
    REVOKED: { description: 'Was called off.' },
    VOID: { description: 'The rights of whoever sent it have ended; it can be sent again.' },
  },
})

@ObjectType('Invitation', {
  description: 'Invitation of a person to take on roles, bound to one e-mail address.',
})
@Rows('INVITATION')
@Access(OWNER, SECRETARIAT)
export class Invitation {
  readonly id!: string
  readonly administrationId!: string | null
  readonly invitedBy!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, { description: 'E-mail address it was sent to.' })
  readonly email!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, { description: 'Name of the person as it was given.' })
  readonly name!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => Locale, { description: 'Language it is written in.' })
  readonly locale!: Locale

  @Access(OWNER, SECRETARIAT)
  @Field(() => [Hat], { description: 'Roles it gives.' })
  readonly roles!: readonly Role[]

  @Access(OWNER, SECRETARIAT)
  @Field(() => InvitationState, { description: 'State of the invitation now.' })
  readonly state!: InvitationState

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp at which it was sent last.' })
  readonly sentAt!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp until which it can be accepted.' })
  readonly expiresAt!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which it was accepted. Null before.',
  })
  readonly acceptedAt!: string | null
}

@ObjectType({ description: 'What the viewer may do with an invitation.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class InvitationViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Call it off.' })
  readonly revoke!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Send it again with a new link.' })
  readonly resend!: Permission
}

@ObjectType({ description: 'Page of invitations.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class InvitationConnection {
  @Access(PUBLIC)
  @Field(() => [Invitation], { description: 'Invitations of the page.' })
  readonly nodes!: readonly Invitation[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of invitations in the whole list.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo
}

@ObjectType({ description: 'Result of a command on an invitation.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class InvitationPayload {
  readonly invitationId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty on success.' })
  readonly problems!: readonly Problem[]

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'Address of the link, shown this once where no mail is sent from here. Null where it went out by mail, and on a repeated request.',
  })
  readonly link?: string | null
}

@ObjectType('InvitationOffer', {
  description: 'What an invitation offers, for whoever holds its link.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class InvitationOffer {
  readonly administrationId!: string | null

  @Access(PUBLIC)
  @Field(() => String, { description: 'E-mail address it was sent to.' })
  readonly email!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Name of the person as it was given.' })
  readonly name!: string

  @Access(PUBLIC)
  @Field(() => [Hat], { description: 'Roles it gives.' })
  readonly roles!: readonly Role[]

  @Access(PUBLIC)
  @Field(() => String, { description: 'Name of whoever sent it.' })
  readonly inviter!: string

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, { description: 'Timestamp until which it can be accepted.' })
  readonly expiresAt!: string

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description: 'Whether there is an account with the address: sign in with it to accept.',
  })
  readonly hasAccount!: boolean
}

@ObjectType({ description: 'Result of accepting an invitation.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class InvitationAcceptPayload {
  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty on success.' })
  readonly problems!: readonly Problem[]

  @Access(PUBLIC)
  @Field(() => Workspace, {
    nullable: true,
    description: 'Place where the first of the new roles has its work. Null when it was refused.',
  })
  readonly workspace?: Workspace | null
}
