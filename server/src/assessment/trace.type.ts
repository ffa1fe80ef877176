import { Field, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, REVIEWER, Rows, SECRETARIAT } from '#access'
import { NormalisationMethod, Period } from '#framework'
import { DecimalScalar, JsonScalar } from '#platform'

@ObjectType({ description: 'One operand of a formula: which figure stood for which symbol.' })
@Rows('EMBEDDED')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class TraceElement {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Symbol in the formula.' })
  readonly symbol!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Code of the data element.' })
  readonly elementCode!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Period, { description: 'Year of the figure, relative to the cycle.' })
  readonly period!: 'T' | 'T-1'

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, { description: 'Calendar year of the figure.' })
  readonly year!: number

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Unit of the figure. Null where it has none.',
  })
  readonly unit!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure. Null while it is missing.',
  })
  readonly value!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description: 'Revision of the figure. Null where it is missing or derived by the system.',
  })
  readonly revision!: number | null
}

@ObjectType({ description: 'How one measure was computed, step by step.' })
@Rows('EMBEDDED')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class ValueTrace {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => [TraceElement], { description: 'Operands, in the order of the formula.' })
  readonly elements!: readonly TraceElement[]

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'The formula as text.' })
  readonly formula!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'The formula with figures in place of symbols. Null while one is missing.',
  })
  readonly substituted!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The unrounded result. Null without one.',
  })
  readonly result!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'The result as displayed. Null without one.',
  })
  readonly display!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Unit of the result.' })
  readonly unit!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, {
    description: 'Number of decimals of the display; nothing is computed with it.',
  })
  readonly decimals!: number
}

@ObjectType({ description: 'How a score came out of a value.' })
@Rows('EMBEDDED')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class ScoreTrace {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => NormalisationMethod, { description: 'Method of the normalisation.' })
  readonly method!: 'LINEAR' | 'DISTANCE'

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value that scores 0. Null for DISTANCE.',
  })
  readonly floor!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value that scores 100. Null for DISTANCE.',
  })
  readonly goal!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DecimalScalar, { nullable: true, description: 'Best value. Null for LINEAR.' })
  readonly target!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Distance from the target that scores 0. Null for LINEAR.',
  })
  readonly maxDistance!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Formula of the normalisation as text.' })
  readonly formula!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'The same with numbers in place of names.' })
  readonly substituted!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DecimalScalar, {
    description: 'Result before it was set to the scale from 0 to 100.',
  })
  readonly unclipped!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Boolean, { description: 'Whether the value lay outside the scale.' })
  readonly isClipped!: boolean

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DecimalScalar, { description: 'The score, from 0 to 100.' })
  readonly score!: string
}

@ObjectType({ description: 'One instrument that counts in the mean application level.' })
@Rows('EMBEDDED')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class TraceInstrument {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Code of the instrument.' })
  readonly instrumentCode!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => [String], { description: 'Codes of the reported outcomes that bring it in.' })
  readonly outcomeCodes!: readonly string[]

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description: 'Level from 0 to 4. Null while it is not rated.',
  })
  readonly level!: number | null
}

@ObjectType({
  description:
    'Explanation of the answer to one KPI: figures, formula, result, normalisation and score.',
})
@Rows('EMBEDDED')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class Trace {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Code of the scoring method.' })
  readonly methodCode!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, { description: 'Version of the scoring method.' })
  readonly methodVersion!: number

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Status of the scoring method, such as EXPERIMENTAL.' })
  readonly methodStatus!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => ValueTrace, { description: 'How the value was computed.' })
  readonly value!: ValueTrace

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => ScoreTrace, {
    nullable: true,
    description:
      'How the score came out of it. Null without a value and for KPIs that are never scored.',
  })
  readonly score!: ScoreTrace | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => [TraceInstrument], {
    nullable: true,
    description: 'Instruments behind the mean application level. Null for every other KPI.',
  })
  readonly instruments!: readonly TraceInstrument[] | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => JsonScalar, {
    nullable: true,
    description:
      'The formula as a drawing: nested `{ kind: TEXT | SYMBOL | ROW | FRACTION, … }`. Null where it cannot be drawn.',
  })
  readonly parts!: unknown
}
