import { Args, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, Rows } from '#access'
import { Locale, LocaleArgs, Provenance, localized, servedLocale } from '#accounts'
import { DecimalScalar, globalId } from '#platform'
import { ElementNature, ElementOrigin, Period, ValueType } from './enums'
import { Scale } from './scale'
import type { DataElementNode } from './snapshot'
import { TranslationEntry, translationEntries } from './texts'

@ObjectType('DataElement', {
  description:
    'One fact asked of the administration, in one unit; asked once a year and used by all its KPIs.',
})
@Rows('CATALOGUE')
@Access(PUBLIC)
export class DataElement {
  readonly id!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Code, unique in its version, such as "DECL_ALL".' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => ValueType, { description: 'Kind of figure.' })
  readonly valueType!: keyof typeof ValueType

  @Access(PUBLIC)
  @Field(() => String, { description: 'Unit of the figure, in English.' })
  readonly unit!: string

  @Access(PUBLIC)
  @Field(() => ElementNature, { description: 'Whether the figure is over the year or at its end.' })
  readonly nature!: keyof typeof ElementNature

  @Access(PUBLIC)
  @Field(() => ElementOrigin, { description: 'Who gives the figure.' })
  readonly origin!: keyof typeof ElementOrigin

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Smallest figure possible. Null without limit.',
  })
  readonly min!: string | null

  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Largest figure possible. Null without limit.',
  })
  readonly max!: string | null

  @Access(PUBLIC)
  @Field(() => Boolean, {
    name: 'isInteger',
    description: 'Whether only whole numbers are possible.',
  })
  readonly integer!: boolean

  @Access(PUBLIC)
  @Field(() => Scale, {
    name: 'scale',
    nullable: true,
    description: 'Scale of the levels. Null unless the figure is a level.',
  })
  readonly scaleNode!: Scale | null

  @Access(PUBLIC)
  @Field(() => [Period], { description: 'Years for which the figure is asked.' })
  readonly periods!: readonly ('T' | 'T-1')[]

  @Access(PUBLIC)
  @Field(() => Provenance, { description: 'Where the entry comes from.' })
  readonly provenance!: Provenance

  @Access(PUBLIC)
  @Field(() => Int, {
    description: 'Counts the edits of the entry; given back as `expectedVersion`.',
  })
  readonly version!: number
}

@Resolver(() => DataElement)
export class DataElementFields {
  @Access(PUBLIC)
  @FieldResolver(() => ID, { description: 'Opaque global id.' })
  id(@Root() element: DataElementNode): string {
    return globalId('DE', element.id)
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, { description: 'Label in the chosen language.' })
  label(@Root() element: DataElementNode, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(element.label, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Locale, {
    description: 'Language in which `label` is served: English where the translation is missing.',
  })
  labelLocale(
    @Root() element: DataElementNode,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
  ): Locale {
    return servedLocale(element.label, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => [TranslationEntry], { description: 'State of each translation.' })
  translationStatus(@Root() element: DataElementNode): readonly TranslationEntry[] {
    return translationEntries(element.translationStatus)
  }
}
