import { Args, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, Rows } from '#access'
import { Locale, LocaleArgs, localized, servedLocale, type Texts } from '#accounts'
import { DecimalScalar } from '#platform'
import { DataElement } from './data-element'
import { ElementRole, NormalisationMethod, Period, ResponseState } from './enums'

@ObjectType('KpiElement', {
  description: 'Symbol of a formula with the data element and year it stands for.',
})
@Rows('EMBEDDED')
@Access(PUBLIC)
export class KpiElement {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Symbol in the formula, such as "A".' })
  readonly symbol!: string

  @Access(PUBLIC)
  @Field(() => DataElement, {
    nullable: true,
    description: 'Data element. Null only while a draft names one that does not exist.',
  })
  readonly element!: DataElement | null

  @Access(PUBLIC)
  @Field(() => Period, { description: 'Year of the figure.' })
  readonly period!: 'T' | 'T-1'

  @Access(PUBLIC)
  @Field(() => ElementRole, { description: 'Part the element plays in the formula.' })
  readonly role!: keyof typeof ElementRole
}

@ObjectType('SubMeasure', {
  description: 'Part of the headline shown beside it, such as import and export.',
})
@Rows('EMBEDDED')
@Access(PUBLIC)
export class SubMeasure {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code, unique in its KPI.' })
  readonly code!: string

  readonly name!: Texts

  @Access(PUBLIC)
  @Field(() => String, { description: 'Formula over the symbols of the KPI.' })
  readonly formula!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Unit of the measure, in English.' })
  readonly unit!: string
}

@Resolver(() => SubMeasure)
export class SubMeasureFields {
  @Access(PUBLIC)
  @FieldResolver(() => String, { description: 'Name in the chosen language.' })
  name(@Root() measure: SubMeasure, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(measure.name, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Locale, {
    description: 'Language in which `name` is served: English where the translation is missing.',
  })
  nameLocale(@Root() measure: SubMeasure, @Args(() => LocaleArgs) { locale }: LocaleArgs): Locale {
    return servedLocale(measure.name, locale)
  }
}

@ObjectType('KpiRange', { description: 'Range of possible values.' })
@Rows('EMBEDDED')
@Access(PUBLIC)
export class KpiRange {
  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Smallest value. Null without limit.',
  })
  readonly min!: string | null

  @Access(PUBLIC)
  @Field(() => DecimalScalar, { nullable: true, description: 'Largest value. Null without limit.' })
  readonly max!: string | null
}

@ObjectType('Normalisation', { description: 'How a value becomes a score from 0 to 100.' })
@Rows('EMBEDDED')
@Access(PUBLIC)
export class Normalisation {
  @Access(PUBLIC)
  @Field(() => NormalisationMethod, { description: 'Method.' })
  readonly method!: keyof typeof NormalisationMethod

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value scored 0. Null unless LINEAR.',
  })
  readonly floor?: string | null

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value scored 100. Null unless LINEAR.',
  })
  readonly goal?: string | null

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value scored 100. Null unless DISTANCE.',
  })
  readonly target?: string | null

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Distance from the target scored 0. Null unless DISTANCE.',
  })
  readonly maxDistance?: string | null
}

@ObjectType('KpiSampleValue', { description: 'Figure of a sample calculation.' })
@Rows('EMBEDDED')
@Access(PUBLIC)
export class KpiSampleValue {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Symbol of the formula.' })
  readonly symbol!: string

  @Access(PUBLIC)
  @Field(() => DecimalScalar, { nullable: true, description: 'Figure. Null for a missing one.' })
  readonly value!: string | null
}

@ObjectType('KpiSample', { description: 'Sample calculation that the formula must fulfil.' })
@Rows('EMBEDDED')
@Access(PUBLIC)
export class KpiSample {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Name of the sample.' })
  readonly name!: string

  @Access(PUBLIC)
  @Field(() => [KpiSampleValue], { description: 'Figures by symbol.' })
  readonly values!: readonly KpiSampleValue[]

  @Access(PUBLIC)
  @Field(() => ResponseState, {
    description: 'State expected: REPORTED, PENDING or NOT_COMPUTABLE.',
  })
  readonly expectedState!: keyof typeof ResponseState

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Value expected. It is fulfilled by a result that, rounded half up to its decimals and never to fewer than the KPI shows, is the same. Null unless the state expected is REPORTED.',
  })
  readonly expectedValue!: string | null
}
