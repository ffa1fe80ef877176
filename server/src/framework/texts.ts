import { Field, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Rows } from '#access'
import { Locale } from '#accounts'
import { TranslationState } from './enums'
import type { TranslationStatus } from './snapshot'

@ObjectType('TranslationEntry', { description: 'State of the translation of one text.' })
@Rows('EMBEDDED')
@Access(PUBLIC)
export class TranslationEntry {
  @Access(PUBLIC)
  @Field(() => Locale, { description: 'Language of the translation.' })
  readonly locale!: Locale

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'Name of the text, such as "name" or "description". Null where all texts share the state.',
  })
  readonly text!: string | null

  @Access(PUBLIC)
  @Field(() => TranslationState, { description: 'State of the translation.' })
  readonly state!: TranslationState
}

/** The stored states as a list. */
export function translationEntries(status: TranslationStatus): readonly TranslationEntry[] {
  return Object.entries(status).flatMap(([language, states]) => {
    const locale = language.toUpperCase() as Locale
    if (!(locale in Locale)) return []
    const entries = typeof states === 'string' ? [[null, states] as const] : Object.entries(states)
    return entries.map(([text, state]) => ({ locale, text, state: state as TranslationState }))
  })
}
