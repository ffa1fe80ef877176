import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Access, PUBLIC, Rows } from '#access'
import { DecimalScalar } from '#platform'
import { Coverage } from './content.type'

export const NoScoreReason = {
  NOT_SCORED_AT_ALL: 'NOT_SCORED_AT_ALL',
  NOTHING_APPLICABLE: 'NOTHING_APPLICABLE',
  LOW_COVERAGE: 'LOW_COVERAGE',
  NO_WEIGHT: 'NO_WEIGHT',
  DIMENSION_MISSING: 'DIMENSION_MISSING',
} as const
export type NoScoreReason = keyof typeof NoScoreReason

registerEnumType(NoScoreReason, {
  name: 'NoScoreReason',
  description: 'Why a part of the framework has no score. Clients must accept unknown values.',
  valuesConfig: {
    NOT_SCORED_AT_ALL: { description: 'All its KPIs are context and never scored.' },
    NOTHING_APPLICABLE: { description: 'None of its KPIs applies.' },
    LOW_COVERAGE: { description: 'Too few of its KPIs are scored.' },
    NO_WEIGHT: { description: 'Nothing of it has a weight.' },
    DIMENSION_MISSING: { description: 'A dimension has no score.' },
  },
})

@ObjectType({ description: 'What one part added to a score.' })
@Rows('EMBEDDED')
@Access(PUBLIC)
export class ScoreContribution {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the KPI, outcome or dimension.' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => DecimalScalar, { description: 'Weight of the part.' })
  readonly weight!: string

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Score of the part. Null without one.',
  })
  readonly score!: string | null

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Weight among the parts that counted, from 0 to 1. Null where it did not count.',
  })
  readonly share!: string | null
}

@ObjectType({
  description: 'Score above the KPI, by an experimental method: never without its coverage.',
})
@Rows('EMBEDDED')
@Access(PUBLIC)
export class PartScore {
  @Access(PUBLIC)
  @Field(() => String, {
    description: 'Code of the outcome or dimension; "OVERALL" for the whole.',
  })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Score from 0 to 100, unrounded. Null without one; `reason` says why.',
  })
  readonly score!: string | null

  @Access(PUBLIC)
  @Field(() => NoScoreReason, {
    nullable: true,
    description: 'Why there is no score. Null with one.',
  })
  readonly reason!: NoScoreReason | null

  @Access(PUBLIC)
  @Field(() => Coverage, { description: 'How many of its parts are scored.' })
  readonly coverage!: Coverage

  @Access(PUBLIC)
  @Field(() => [ScoreContribution], { description: 'What each part added.' })
  readonly contributions!: readonly ScoreContribution[]
}

@ObjectType({ description: 'Scores of an assessment with the method that made them.' })
@Rows('EMBEDDED')
@Access(PUBLIC)
export class Scores {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the scoring method.' })
  readonly methodCode!: string

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Version of the scoring method.' })
  readonly methodVersion!: number

  @Access(PUBLIC)
  @Field(() => String, { description: 'Status of the scoring method, such as EXPERIMENTAL.' })
  readonly methodStatus!: string

  @Access(PUBLIC)
  @Field(() => [PartScore], { description: 'Outcomes, in the order of the framework.' })
  readonly outcomes!: readonly PartScore[]

  @Access(PUBLIC)
  @Field(() => [PartScore], { description: 'Dimensions, in the order of the framework.' })
  readonly dimensions!: readonly PartScore[]

  @Access(PUBLIC)
  @Field(() => PartScore, { description: 'The whole.' })
  readonly overall!: PartScore
}
