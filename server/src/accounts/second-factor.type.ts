import { Field, Int, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Problem, Rows } from '#access'
import { DateTimeScalar } from '#platform'

@ObjectType({
  description: 'Second factor of the viewer: an authenticator app and recovery codes.',
})
@Rows('EMBEDDED')
@Access(PUBLIC)
export class SecondFactor {
  @Access(PUBLIC)
  @Field(() => Boolean, { description: 'Whether signing in asks for a code.' })
  readonly isSetUp!: boolean

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description:
      'Whether a role of the person needs a second factor, so that it cannot be removed.',
  })
  readonly isRequired!: boolean

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description:
      'Whether it must be set up before the session opens anything else; commands and queries answer SECOND_FACTOR_SETUP_REQUIRED until then.',
  })
  readonly isOutstanding!: boolean

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which the app was set up. Null without one.',
  })
  readonly setUpAt!: string | null

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Timestamp at which an administrator took a lost one away. Null otherwise, and once another is set up.',
  })
  readonly takenAwayAt!: string | null

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of recovery codes that have not been used.' })
  readonly recoveryCodesLeft!: number
}

@ObjectType({ description: 'Result of beginning to set up a second factor.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class SecondFactorBeginPayload {
  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'Key for the authenticator app, to be typed, in Base32. Shown in this answer alone; null with problems.',
  })
  readonly secret?: string | null

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'The same as an otpauth address, to be drawn as a QR code. Null with problems.',
  })
  readonly uri?: string | null

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty on success.' })
  readonly problems!: readonly Problem[]
}

@ObjectType({ description: 'Result of setting up a second factor or renewing its recovery codes.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class RecoveryCodesPayload {
  @Access(PUBLIC)
  @Field(() => [String], {
    description:
      'Recovery codes, each of which replaces the app once. Shown in this answer alone; empty with problems.',
  })
  readonly recoveryCodes!: readonly string[]

  @Access(PUBLIC)
  @Field(() => Int, {
    nullable: true,
    description:
      'Seconds to wait before the next attempt, beside the problem RATE_LIMITED. Null otherwise.',
  })
  readonly retryAfterSeconds?: number | null

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty on success.' })
  readonly problems!: readonly Problem[]
}
