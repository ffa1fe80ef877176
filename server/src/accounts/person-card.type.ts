import { Args, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql'
import {
  Access,
  type Context,
  PUBLIC,
  Rows,
  embed,
  type Hat as AnyHat,
  type RowClass,
} from '#access'
import { globalId } from '#platform'
import { Hat } from './hat'
import { LocaleArgs, type Texts } from './locale'
import { organisationName } from './organisation'
import { peopleById } from './people.rows'

@ObjectType('PersonCard', {
  description: 'Name, hat and organisation by which a person appears as author, reviewer or actor.',
})
@Rows('PERSON_CARD')
@Access(PUBLIC)
export class PersonCard {
  readonly id!: string
  /** Name of the administration the person acts for; null for the secretariat. */
  readonly administrationName!: unknown

  @Access(PUBLIC)
  @Field(() => String, { description: 'Name of the person.' })
  readonly name!: string

  @Access(PUBLIC)
  @Field(() => Hat, {
    nullable: true,
    description: 'Hat the person wore, or the first one held. Null when no role is held any more.',
  })
  readonly hat!: AnyHat | null
}

@Resolver(() => PersonCard)
export class PersonCardFields {
  @Access(PUBLIC)
  @FieldResolver(() => ID, { description: 'Opaque id of the person.' })
  id(@Root() card: PersonCard): string {
    return globalId('PE', card.id)
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, {
    description:
      'Administration, secretariat or project team the person acts for, in the chosen language.',
  })
  organisation(@Root() card: PersonCard, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return organisationName(card.hat, card.administrationName as Texts | null, locale)
  }
}

/**
 * The card of a person as shown on a row, under the rules of that row; null when nobody is named or
 * the viewer may know no people. Give the hat where it is known in which the person acted.
 */
export async function cardOf(
  context: Context,
  rowClass: RowClass,
  row: object,
  personId: string | null | undefined,
  hat?: AnyHat,
): Promise<PersonCard | null> {
  if (!personId) return null
  const card = await context.load(peopleById, personId)
  return card && embed(rowClass, row, hat ? { ...card, hat } : card)
}
