import { Field, Int, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Rows } from '#access'
import { Provenance } from '#accounts'
import { DecimalScalar } from '#platform'
import { ExpectedOutcome } from './expected-outcome'

@ObjectType('Dimension', {
  description: 'Field of Customs performance, the first level of the framework.',
})
@Rows('CATALOGUE')
@Access(PUBLIC)
export class Dimension {
  readonly id!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Code, unique in its version, such as "TF".' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Place among the dimensions, from 1.' })
  readonly order!: number

  @Access(PUBLIC)
  @Field(() => DecimalScalar, { description: 'Weight in the overall score.' })
  readonly weight!: string

  @Access(PUBLIC)
  @Field(() => [ExpectedOutcome], { description: 'Expected outcomes of the dimension, in order.' })
  readonly outcomes!: readonly ExpectedOutcome[]

  @Access(PUBLIC)
  @Field(() => Provenance, { description: 'Where the entry comes from.' })
  readonly provenance!: Provenance

  @Access(PUBLIC)
  @Field(() => Int, {
    description: 'Counts the edits of the entry; given back as `expectedVersion`.',
  })
  readonly version!: number
}
