import { Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, Rows } from '#access'
import { Provenance } from '#accounts'
import { DecimalScalar } from '#platform'
import { Instrument } from './instrument'
import { Kpi } from './kpi'
import { Sdg } from './sdg'
import type { OutcomeNode } from './snapshot'

@ObjectType('ExpectedOutcome', { description: 'Result wanted in a dimension; it groups KPIs.' })
@Rows('CATALOGUE')
@Access(PUBLIC)
export class ExpectedOutcome {
  readonly id!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Code, unique in its version, such as "TF-01".' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Place in its dimension, from 1.' })
  readonly order!: number

  @Access(PUBLIC)
  @Field(() => DecimalScalar, { description: 'Weight in the score of its dimension.' })
  readonly weight!: string

  @Access(PUBLIC)
  @Field(() => [Kpi], { description: 'KPIs of the outcome, in order.' })
  readonly kpis!: readonly Kpi[]

  @Access(PUBLIC)
  @Field(() => Provenance, { description: 'Where the entry comes from.' })
  readonly provenance!: Provenance

  @Access(PUBLIC)
  @Field(() => Int, {
    description: 'Counts the edits of the entry; given back as `expectedVersion`.',
  })
  readonly version!: number
}

@Resolver(() => ExpectedOutcome)
export class ExpectedOutcomeFields {
  @Access(PUBLIC)
  @FieldResolver(() => [Sdg], {
    description: 'Sustainable Development Goals the outcome contributes to.',
  })
  sdgs(@Root() outcome: OutcomeNode) {
    return outcome.sdgNodes
  }

  @Access(PUBLIC)
  @FieldResolver(() => [Instrument], { description: 'WCO instruments mapped to the outcome.' })
  instruments(@Root() outcome: OutcomeNode) {
    return outcome.instrumentNodes
  }
}
