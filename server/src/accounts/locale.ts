import { ArgsType, Field, registerEnumType } from 'type-graphql'
import { Access, PUBLIC } from '#access'

export const Locale = { EN: 'EN', FR: 'FR' } as const
export type Locale = keyof typeof Locale

registerEnumType(Locale, {
  name: 'Locale',
  description: 'Language of texts. Clients must accept unknown values.',
  valuesConfig: {
    EN: { description: 'English, in which every text exists.' },
    FR: { description: 'French.' },
  },
})

/** A text in several languages, as stored: `{ "en": "…", "fr": "…" }`. */
export type Texts = Readonly<Record<string, string | null | undefined>>

/** Argument of every field that holds a text; headers never choose the language. */
@ArgsType()
export class LocaleArgs {
  @Access(PUBLIC)
  @Field(() => Locale, { defaultValue: Locale.EN, description: 'Language wanted.' })
  readonly locale!: Locale
}

/** The language a text is served in: the one wanted, or English where the translation is missing. */
export const servedLocale = (texts: Texts, wanted: Locale): Locale =>
  texts[wanted.toLowerCase()] ? wanted : Locale.EN

/** The text in the language wanted, or in English; empty where there is no text at all. */
export const localized = (texts: Texts | null | undefined, wanted: Locale): string =>
  texts?.[wanted.toLowerCase()] || texts?.['en'] || ''

/** The text as `localized`, or null where there is none to show. */
export const localizedOrNull = (texts: Texts | null | undefined, wanted: Locale): string | null =>
  localized(texts, wanted) || null
