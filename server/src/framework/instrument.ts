import { Field, Int, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Rows } from '#access'
import { Provenance } from '#accounts'

@ObjectType('Instrument', {
  description: 'Convention, standard or tool of the WCO that outcomes and KPIs map to.',
})
@Rows('CATALOGUE')
@Access(PUBLIC)
export class Instrument {
  readonly id!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Code, unique in its version, such as "RKC".' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => Provenance, { description: 'Where the entry comes from.' })
  readonly provenance!: Provenance

  @Access(PUBLIC)
  @Field(() => Int, {
    description: 'Counts the edits of the entry; given back as `expectedVersion`.',
  })
  readonly version!: number
}
