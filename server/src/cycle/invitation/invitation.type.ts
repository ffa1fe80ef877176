import { Field, ObjectType } from 'type-graphql'
import { Access, Rows, SECRETARIAT } from '#access'
import type { Texts } from '#accounts'

@ObjectType({ description: 'Administration of the register, and whether a cycle is for it.' })
@Rows('PARTICIPATION')
@Access(SECRETARIAT)
export class CycleInvitee {
  readonly administrationId!: string
  readonly name!: Texts

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the administration.' })
  readonly code!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of its region today.' })
  readonly regionCode!: string

  @Access(SECRETARIAT)
  @Field(() => Boolean, {
    description: 'Whether it is invited or, before the opening, will be.',
  })
  readonly isInvited!: boolean

  @Access(SECRETARIAT)
  @Field(() => Boolean, {
    description: 'Whether it has started its assessment and therefore stays invited.',
  })
  readonly hasStarted!: boolean
}
