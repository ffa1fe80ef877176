import { Field, Int, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Rows } from '#access'

@ObjectType('DisclosureLevel', {
  description: 'How far an administration opens a result: NATIONAL, then WCO, then PUBLIC.',
})
@Rows('REGISTER')
@Access(PUBLIC)
export class DisclosureLevel {
  readonly name!: unknown
  readonly description!: unknown

  @Access(PUBLIC)
  @Field(() => String, { description: 'Stable code of the level.' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Place in the order; a higher one opens more.' })
  readonly rank!: number
}
