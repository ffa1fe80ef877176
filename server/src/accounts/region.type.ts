import { Field, Int, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Rows } from '#access'

@ObjectType('Region', { description: 'WCO region, one of six.' })
@Rows('REFERENCE')
@Access(PUBLIC)
export class Region {
  readonly name!: unknown

  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the region, such as "EUR".' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of administrations in the region.' })
  readonly administrationCount!: number
}
