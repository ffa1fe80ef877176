import { Field, ObjectType } from 'type-graphql'
import { Access, OWNER, PUBLIC, Permission, Rows, SECRETARIAT } from '#access'
import { DateScalar } from '#platform'
import { Accreditation } from './enums'

@ObjectType({ description: 'What the viewer may do with an accreditation.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ReviewerAccreditationViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Change it.' })
  readonly set!: Permission
}

@ObjectType('ReviewerAccreditation', {
  description: 'Standing of a person as a reviewer of other administrations.',
})
@Rows('PERSON')
@Access(OWNER, SECRETARIAT)
export class ReviewerAccreditation {
  readonly personId!: string
  readonly administrationId!: string | null
  readonly isReviewer!: boolean

  @Access(OWNER, SECRETARIAT)
  @Field(() => Accreditation, {
    nullable: true,
    description: 'The standing today. Null where none was given yet.',
  })
  readonly standing!: Accreditation | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => [String], { description: 'Codes of the dimensions it covers. Empty for all.' })
  readonly areas!: readonly string[]

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateScalar, { nullable: true, description: 'Its last day. Null without an end.' })
  readonly validUntil!: string | null
}
