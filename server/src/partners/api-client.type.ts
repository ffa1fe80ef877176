import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Access, OWNER, PUBLIC, PageInfo, Permission, Problem, Rows, SECRETARIAT } from '#access'
import { DateScalar, DateTimeScalar } from '#platform'

export const ApiClientStatus = {
  PROPOSED: 'PROPOSED',
  GRANTED: 'GRANTED',
  DECLINED: 'DECLINED',
  REVOKED: 'REVOKED',
} as const
export type ApiClientStatus = keyof typeof ApiClientStatus

registerEnumType(ApiClientStatus, {
  name: 'ApiClientStatus',
  description: 'State of a partner’s access. Clients must accept unknown values.',
  valuesConfig: {
    PROPOSED: { description: 'Waits for the administrator.' },
    GRANTED: { description: 'Granted; its tokens are valid until it expires.' },
    DECLINED: { description: 'Was not granted.' },
    REVOKED: { description: 'Was taken back; no token of it is valid.' },
  },
})

@ObjectType('ApiClient', { description: 'Program of a partner, with what it may read.' })
@Rows('API_CLIENT')
@Access(OWNER, SECRETARIAT)
export class ApiClient {
  readonly id!: string
  /** Whoever answers for the client in the secretariat. */
  readonly personId!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, { description: 'Name of the program.' })
  readonly name!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, { description: 'Organisation it belongs to. Empty where none is stated.' })
  readonly organisation!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, { description: 'What it reads the data for. Empty where it is not stated.' })
  readonly purpose!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, {
    description: 'Name of the partner’s contact. Empty where none is stated.',
  })
  readonly contactName!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, {
    description: 'E-mail address of the partner’s contact. Empty where none is stated.',
  })
  readonly contactMail!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day on which the partner accepted the terms of use. Null where it is not recorded.',
  })
  readonly termsAcceptedOn!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => ApiClientStatus, { description: 'State of the access.' })
  readonly status!: ApiClientStatus

  @Access(OWNER, SECRETARIAT)
  @Field(() => [String], {
    description:
      'What its tokens open: "read:public", "read:embargo", and KPI sets such as "kpi:TF-01", which narrow both.',
  })
  readonly scopes!: readonly string[]

  @Access(OWNER, SECRETARIAT)
  @Field(() => [String], {
    description: 'Networks its tokens work from, in CIDR notation. Empty for all.',
  })
  readonly allowedNetworks!: readonly string[]

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp at which the access ends by itself.' })
  readonly expiresAt!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => Boolean, { description: 'Whether the access has ended by itself.' })
  readonly isExpired!: boolean

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the proposal or the grant.' })
  readonly createdAt!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which it was granted or declined. Null before.',
  })
  readonly decidedAt!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which it was revoked. Null while it is not.',
  })
  readonly revokedAt!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => Int, { description: 'Counts the changes of the client; to be sent back with one.' })
  readonly version!: number
}

@ObjectType('ApiClientToken', {
  description: 'Token of a partner’s client, known by its last characters alone.',
})
@Rows('API_CLIENT')
@Access(OWNER, SECRETARIAT)
export class ApiClientToken {
  readonly id!: string
  readonly personId!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, {
    description: 'Last characters, to tell tokens apart. Empty for the oldest.',
  })
  readonly endsWith!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp at which it was issued.' })
  readonly createdAt!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp at which it ends by itself.' })
  readonly expiresAt!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which it was revoked. Null while it is not.',
  })
  readonly revokedAt!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of its last use, exact to a minute. Null where it was never used.',
  })
  readonly lastUsedAt!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => Boolean, { description: 'Whether it opens anything now.' })
  readonly isValid!: boolean
}

@ObjectType({ description: 'What the viewer may do with a token.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ApiClientTokenViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'End it at once.' })
  readonly revoke!: Permission
}

@ObjectType({ description: 'What the viewer may do with a partner’s client.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ApiClientViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Grant what was proposed.' })
  readonly grant!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Decline what was proposed.' })
  readonly decline!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Change what was granted.' })
  readonly update!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Take the access back.' })
  readonly revoke!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Issue a token.' })
  readonly issueToken!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Put a new token in place of the present one.' })
  readonly rotateToken!: Permission
}

@ObjectType({ description: 'Page of partners’ clients.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ApiClientConnection {
  @Access(PUBLIC)
  @Field(() => [ApiClient], { description: 'Clients of the page.' })
  readonly nodes!: readonly ApiClient[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of clients in the whole list.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo
}

@ObjectType({ description: 'Result of a command on a partner’s client.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ApiClientPayload {
  readonly clientId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty on success.' })
  readonly problems!: readonly Problem[]

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'The new token, shown this once: only its hash is kept. Null where none was made, and on a repeated request.',
  })
  readonly token?: string | null
}
