import { Args, FieldResolver, ID, Resolver, Root, type ClassType } from 'type-graphql'
import { Access, PUBLIC } from '#access'
import { Locale, LocaleArgs, localized, servedLocale, type Texts } from '#accounts'
import { globalId } from '#platform'
import { DataElement } from './data-element'
import { Dimension } from './dimension'
import { ExpectedOutcome } from './expected-outcome'
import { Instrument } from './instrument'
import { Kpi } from './kpi'
import type { TranslationStatus } from './snapshot'
import { TranslationEntry, translationEntries } from './texts'

interface Named {
  readonly id: string
  readonly name: Texts
  readonly translationStatus: TranslationStatus
}

interface Described extends Named {
  readonly description: Texts
}

/** Id, name and state of translation: the same three fields on every named part of a version. */
function namedFields(type: ClassType<object>, tag: string) {
  @Resolver(() => type)
  class NamedFields {
    @Access(PUBLIC)
    @FieldResolver(() => ID, { description: 'Opaque global id.' })
    id(@Root() part: Named): string {
      return globalId(tag, part.id)
    }

    @Access(PUBLIC)
    @FieldResolver(() => String, { description: 'Name in the chosen language.' })
    name(@Root() part: Named, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
      return localized(part.name, locale)
    }

    @Access(PUBLIC)
    @FieldResolver(() => Locale, {
      description: 'Language in which `name` is served: English where the translation is missing.',
    })
    nameLocale(@Root() part: Named, @Args(() => LocaleArgs) { locale }: LocaleArgs): Locale {
      return servedLocale(part.name, locale)
    }

    @Access(PUBLIC)
    @FieldResolver(() => [TranslationEntry], { description: 'State of each translation.' })
    translationStatus(@Root() part: Named): readonly TranslationEntry[] {
      return translationEntries(part.translationStatus)
    }
  }
  return NamedFields
}

/** The description of a part that has one. */
function describedFields(type: ClassType<object>) {
  @Resolver(() => type)
  class DescribedFields {
    @Access(PUBLIC)
    @FieldResolver(() => String, { description: 'Description in the chosen language.' })
    description(@Root() part: Described, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
      return localized(part.description, locale)
    }

    @Access(PUBLIC)
    @FieldResolver(() => Locale, {
      description:
        'Language in which `description` is served: English where the translation is missing.',
    })
    descriptionLocale(
      @Root() part: Described,
      @Args(() => LocaleArgs) { locale }: LocaleArgs,
    ): Locale {
      return servedLocale(part.description, locale)
    }
  }
  return DescribedFields
}

export const describedResolvers = [
  namedFields(Dimension, 'DI'),
  namedFields(ExpectedOutcome, 'OU'),
  namedFields(Kpi, 'KP'),
  namedFields(Instrument, 'IN'),
  ...[Dimension, ExpectedOutcome, Kpi, DataElement].map((type) => describedFields(type)),
]
