import { Args, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, Rows } from '#access'
import { Locale, LocaleArgs, Provenance, localized, servedLocale } from '#accounts'
import type { SdgNode } from './snapshot'

@ObjectType('Sdg', { description: 'Sustainable Development Goal of the United Nations.' })
@Rows('REFERENCE')
@Access(PUBLIC)
export class Sdg {
  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of the goal, from 1 to 17.' })
  readonly goal!: number

  @Access(PUBLIC)
  @Field(() => Provenance, { description: 'Where the wording comes from.' })
  readonly provenance!: Provenance
}

@Resolver(() => Sdg)
export class SdgFields {
  @Access(PUBLIC)
  @FieldResolver(() => String, { description: 'Short name in the chosen language.' })
  name(@Root() sdg: SdgNode, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(sdg.name, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Locale, {
    description: 'Language in which `name` is served: English where the translation is missing.',
  })
  nameLocale(@Root() sdg: SdgNode, @Args(() => LocaleArgs) { locale }: LocaleArgs): Locale {
    return servedLocale(sdg.name, locale)
  }
}
