import { Field, ObjectType } from 'type-graphql'
import {
  Access,
  OWNER,
  PUBLIC,
  Permission,
  Problem,
  Rows,
  SECRETARIAT,
  type Hat as AnyHat,
} from '#access'
import { Hat } from '#accounts'
import { DateTimeScalar } from '#platform'

@ObjectType('SupportAccess', {
  description:
    'Door that a person has opened, for half an hour, for the support of the secretariat.',
})
@Rows('SUPPORT')
@Access(OWNER, SECRETARIAT)
export class SupportAccess {
  readonly id!: string
  readonly personId!: string
  readonly administrationId!: string | null
  readonly closedAt!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => Hat, { description: 'Role in which it was opened, and under which support looks.' })
  readonly role!: AnyHat

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the opening.' })
  readonly openedAt!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp at which it ends by itself.' })
  readonly endsAt!: string
}

@ObjectType('SupportView', {
  description: 'Look of an administrator through the eyes of a person, which changes nothing.',
})
@Rows('SUPPORT')
@Access(OWNER, SECRETARIAT)
export class SupportView {
  readonly id!: string
  readonly personId!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, { description: 'Name of the administrator who looks.' })
  readonly viewerName!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the beginning.' })
  readonly startedAt!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp at which it ends at the latest.' })
  readonly endsAt!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the end. Null while it lasts.',
  })
  readonly endedAt!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => Boolean, { description: 'Whether the person has taken note of it.' })
  readonly isNoticed!: boolean
}

@ObjectType({ description: 'What the viewer may do with support access.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class SupportAccessViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Close it at once.' })
  readonly close!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Look through the eyes of the person.' })
  readonly startView!: Permission
}

@ObjectType({
  description: 'Result of opening or closing support access, or of taking note of a view.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class SupportAccessPayload {
  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty on success.' })
  readonly problems!: readonly Problem[]
}

/** Global ids of both. */
export const ACCESS_TAG = 'SA'
export const VIEW_TAG = 'SW'
