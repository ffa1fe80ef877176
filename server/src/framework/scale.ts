import { Args, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, Rows } from '#access'
import { LocaleArgs, Provenance, localized, type Texts } from '#accounts'
import { DecimalScalar } from '#platform'
import { ResponseState } from './enums'

@ObjectType('ScaleLevel', { description: 'One level of a scale.' })
@Rows('EMBEDDED')
@Access(PUBLIC)
export class ScaleLevel {
  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of the level, from 0.' })
  readonly level!: number

  readonly label!: Texts
}

@ObjectType('Scale', {
  description: 'Scale of levels that ordinal KPIs and instruments are rated on.',
})
@Rows('EMBEDDED')
@Access(PUBLIC)
export class Scale {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code, unique in its version, such as "MATURITY".' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => [ScaleLevel], { description: 'Levels, the lowest first.' })
  readonly levels!: readonly ScaleLevel[]

  @Access(PUBLIC)
  @Field(() => Provenance, { description: 'Where the scale comes from.' })
  readonly provenance!: Provenance
}

@ObjectType('ReasonCode', { description: 'Coded reason why a KPI has no value.' })
@Rows('EMBEDDED')
@Access(PUBLIC)
export class ReasonCode {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code, unique in its version, such as "NO_LEGAL_BASIS".' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => ResponseState, { description: 'State the reason belongs to.' })
  readonly state!: keyof typeof ResponseState

  readonly label!: Texts
}

@ObjectType('ScoringMethod', { description: 'Method by which values become scores.' })
@Rows('EMBEDDED')
@Access(PUBLIC)
export class ScoringMethod {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the method.' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Version of the method.' })
  readonly version!: number

  @Access(PUBLIC)
  @Field(() => String, { description: 'State of the method, such as "EXPERIMENTAL".' })
  readonly status!: string

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    description: 'Share of scored KPIs below which an outcome has no score, from 0 to 1.',
  })
  readonly minCoverage!: string

  @Access(PUBLIC)
  @Field(() => Boolean, { description: 'Whether the overall score needs every dimension.' })
  readonly requireAllDimensions!: boolean

  @Access(PUBLIC)
  @Field(() => [String], { description: 'Steps of the method in words, in English.' })
  readonly steps!: readonly string[]

  @Access(PUBLIC)
  @Field(() => Provenance, { description: 'Where the method comes from.' })
  readonly provenance!: Provenance
}

@Resolver(() => ScaleLevel)
export class ScaleLevelFields {
  @Access(PUBLIC)
  @FieldResolver(() => String, { description: 'Label in the chosen language.' })
  label(@Root() level: ScaleLevel, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(level.label, locale)
  }
}

@Resolver(() => ReasonCode)
export class ReasonCodeFields {
  @Access(PUBLIC)
  @FieldResolver(() => String, { description: 'Label in the chosen language.' })
  label(@Root() reason: ReasonCode, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(reason.label, locale)
  }
}
