import { Field, ObjectType } from 'type-graphql'
import { Access, OWNER, PUBLIC, Problem, REVIEWER, Rows, SECRETARIAT } from '#access'
import { DateScalar, DateTimeScalar } from '#platform'
import { Accreditation, ConflictDeclaration, ConflictKind, ReviewStatus } from './enums'
import type { CandidateFacts } from './team'

@ObjectType('ReviewMember', { description: 'One person’s place in the team of a review.' })
@Rows('REVIEW_TEAM')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class ReviewMember {
  readonly id!: string
  readonly reviewId!: string
  readonly administrationId!: string
  readonly personId!: string
  /** The person again, under the name the condition looks for. */
  readonly authorId!: string
  readonly homeAdministrationId!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Boolean, { description: 'Whether the person leads the team.' })
  readonly isLead!: boolean

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Boolean, {
    description: 'Whether the person has declared about conflicts of interest.',
  })
  readonly hasDeclared!: boolean

  @Access(REVIEWER, SECRETARIAT, { when: 'AUTHOR' })
  @Field(() => ConflictDeclaration, {
    nullable: true,
    description: 'What the person declared. Null before.',
  })
  readonly declaration!: ConflictDeclaration | null

  @Access(REVIEWER, SECRETARIAT, { when: 'AUTHOR' })
  @Field(() => String, {
    nullable: true,
    description: 'The declaration in the person’s own words. Null without any.',
  })
  readonly declarationText!: string | null

  @Access(REVIEWER, SECRETARIAT, { when: 'AUTHOR' })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the declaration. Null before.',
  })
  readonly declaredAt!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which the person left the team. Null while in it.',
  })
  readonly endedAt!: string | null
}

@ObjectType('ReviewAssignment', {
  description:
    'What a reviewer may know of an assignment before declaring about conflicts: its frame, no content.',
})
@Rows('REVIEW_TEAM')
@Access(REVIEWER)
export class ReviewAssignment {
  readonly id!: string
  readonly reviewId!: string
  readonly administrationId!: string
  readonly cycleId!: string
  readonly frameworkVersionId!: string

  @Access(REVIEWER)
  @Field(() => ReviewStatus, { description: 'State of the review.' })
  readonly status!: ReviewStatus

  @Access(REVIEWER)
  @Field(() => [String], { description: 'Codes of the KPIs to be examined.' })
  readonly scope!: readonly string[]

  @Access(REVIEWER)
  @Field(() => Boolean, { description: 'Whether the viewer leads the team.' })
  readonly isLead!: boolean

  @Access(REVIEWER)
  @Field(() => ConflictDeclaration, {
    nullable: true,
    description: 'What the viewer declared. Null before.',
  })
  readonly declaration!: ConflictDeclaration | null

  @Access(REVIEWER)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the declaration. Null before.',
  })
  readonly declaredAt!: string | null

  @Access(REVIEWER)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day by which the team should share its findings. Null without one.',
  })
  readonly dueOn!: string | null

  @Access(REVIEWER)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Timestamp until which the administration may answer. Null before the review is shared.',
  })
  readonly responseDueAt!: string | null
}

@ObjectType('ReviewerCandidate', {
  description:
    'A person with a reviewer’s role, with what speaks for or against being in the team of a review.',
})
@Rows('REVIEW_TEAM')
@Access(SECRETARIAT)
export class ReviewerCandidate implements CandidateFacts {
  readonly personId!: string
  readonly reviewId!: string
  readonly administrationId!: string
  readonly homeAdministrationId!: string
  readonly isActive!: boolean
  readonly holdsLeadRole!: boolean
  readonly holdsReviewerRole!: boolean

  @Access(SECRETARIAT)
  @Field(() => Accreditation, {
    nullable: true,
    description: 'Standing of the person as a reviewer. Null without any.',
  })
  readonly accreditation!: Accreditation | null

  @Access(SECRETARIAT)
  @Field(() => [String], {
    description: 'Codes of the dimensions it covers. Empty for all.',
  })
  readonly areas!: readonly string[]

  @Access(SECRETARIAT)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of the accreditation. Null without an end.',
  })
  readonly validUntil!: string | null

  @Access(SECRETARIAT)
  @Field(() => [ConflictKind], {
    description: 'Conflicts of interest that stand against the person. Empty without any.',
  })
  readonly conflicts!: readonly ConflictKind[]

  @Access(SECRETARIAT)
  @Field(() => Boolean, { description: 'Whether the person is in the team now.' })
  readonly isInTeam!: boolean
}

@ObjectType({ description: 'Answer to a declaration about conflicts of interest.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ConflictDeclarePayload {
  readonly reviewId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty when it was done.' })
  readonly problems!: readonly Problem[]
}
