import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, PUBLIC, Problem, Rows, type Hat as AnyHat } from '#access'
import { DateTimeScalar } from '#platform'
import { Hat } from './hat'
import { Locale } from './locale'
import { SignInMethod, SignInOutcome } from './sign-in-step'

@ObjectType('HeldRole', { description: 'Role a person holds and may wear as a hat.' })
@Rows('EMBEDDED')
@Access(PUBLIC)
export class HeldRoleCard {
  readonly administrationId!: string | null

  @Access(PUBLIC)
  @Field(() => ID, { description: 'Opaque id of the role, to change the hat by.' })
  readonly id!: string

  @Access(PUBLIC)
  @Field(() => Hat, { description: 'The role.' })
  readonly role!: AnyHat

  @Access(PUBLIC)
  @Field(() => Boolean, { description: 'Whether it is the hat of this session.' })
  readonly isWorn!: boolean
}

@ObjectType('Session', { description: 'Open session of the viewer on some device.' })
@Rows('EMBEDDED')
@Access(PUBLIC)
export class SessionCard {
  readonly administrationId!: string | null

  @Access(PUBLIC)
  @Field(() => ID, { description: 'Opaque id of the session, to end it by.' })
  readonly id!: string

  @Access(PUBLIC)
  @Field(() => Hat, { description: 'Hat the session wears.' })
  readonly role!: AnyHat

  @Access(PUBLIC)
  @Field(() => String, {
    description:
      'Kind of device it was opened on, such as "Firefox, Windows". Empty where the browser did not say.',
  })
  readonly device!: string

  @Access(PUBLIC)
  @Field(() => Boolean, { description: 'Whether it is the session that asks.' })
  readonly isPresent!: boolean

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the sign-in.' })
  readonly createdAt!: string

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the last request, exact to a minute.' })
  readonly lastSeenAt!: string

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, { description: 'Timestamp at which it ends at the latest.' })
  readonly expiresAt!: string
}

@ObjectType('SignIn', { description: 'Attempt to sign in to the account of the viewer.' })
@Rows('EMBEDDED')
@Access(PUBLIC)
export class SignInCard {
  @Access(PUBLIC)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the attempt.' })
  readonly at!: string

  @Access(PUBLIC)
  @Field(() => SignInMethod, { description: 'What was shown.' })
  readonly method!: SignInMethod

  @Access(PUBLIC)
  @Field(() => SignInOutcome, { description: 'How far it came.' })
  readonly outcome!: SignInOutcome

  @Access(PUBLIC)
  @Field(() => String, {
    description:
      'Kind of device it came from, such as "Firefox, Windows". Empty where the browser did not say.',
  })
  readonly device!: string
}

@ObjectType('Viewer', {
  description: 'Who is asking: a person under one hat, or a partner’s program.',
})
@Rows('SELF')
@Access(OWNER)
export class ViewerCard {
  readonly personId!: string | null
  readonly apiClientId!: string | null
  readonly administrationId!: string | null

  @Access(OWNER)
  @Field(() => Hat, { description: 'Hat worn by this session or token.' })
  readonly hat!: AnyHat

  @Access(OWNER)
  @Field(() => String, {
    nullable: true,
    description: 'E-mail address the person signs in with. Null for a program.',
  })
  readonly email!: string | null

  @Access(OWNER)
  @Field(() => Locale, {
    nullable: true,
    description: 'Language chosen by the person. Null for a program.',
  })
  readonly locale!: Locale | null

  @Access(OWNER)
  @Field(() => [String], { description: 'Scopes of the token. Empty for a person.' })
  readonly scopes!: readonly string[]

  @Access(OWNER)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which the session ends at the latest. Null for a program.',
  })
  readonly sessionEndsAt!: Date | null

  @Access(OWNER)
  @Field(() => Int, {
    nullable: true,
    description:
      'Minutes without a request after which the session ends earlier. Null for a program.',
  })
  readonly sessionIdleMinutes!: number | null

  @Access(OWNER)
  @Field(() => Boolean, { description: 'Whether the data of this installation are invented.' })
  readonly isDemonstration!: boolean
}

@ObjectType({ description: 'Result of opening, changing or ending a session.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class SessionPayload {
  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty on success.' })
  readonly problems!: readonly Problem[]

  @Access(PUBLIC)
  @Field(() => Int, {
    nullable: true,
    description:
      'Seconds to wait before the next attempt, beside the problem RATE_LIMITED. Null otherwise.',
  })
  readonly retryAfterSeconds?: number | null
}
