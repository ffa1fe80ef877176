import { Field, ObjectType } from 'type-graphql'
import { Access, Rows, SECRETARIAT } from '#access'

@ObjectType({ description: 'Administration of the register, and whether a cycle is for it.' })
@Rows('PARTICIPATION')
@Access(SECRETARIAT)
export class CycleInvitee {
  readonly administrationId!: string

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
