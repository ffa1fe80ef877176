import { Field, Int, ObjectType } from 'type-graphql'
import { Access, PUBLIC, PageInfo, Permission, Rows, SECRETARIAT } from '#access'
import { DateTimeScalar } from '#platform'
import { TranslationState } from '../enums'
import { TranslatedKind } from './enums'

@ObjectType('TranslationViewerCan', { description: 'What the viewer may do with a translation.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class TranslationViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Write the French text.' })
  readonly translate!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Mark it as reviewed, as a second person.' })
  readonly review!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Confirm that it still fits the changed English.' })
  readonly confirm!: Permission
}

@ObjectType('Translation', { description: 'One text of a framework version in both languages.' })
@Rows('EMBEDDED')
@Access(SECRETARIAT)
export class Translation {
  @Access(SECRETARIAT)
  @Field(() => String, {
    description:
      'Name of the text that stays the same from version to version: kind, code and text, such as "KPI:TF-01-1:name".',
  })
  readonly unit!: string

  @Access(SECRETARIAT)
  @Field(() => TranslatedKind, { description: 'Kind of the entry the text belongs to.' })
  readonly kind!: TranslatedKind

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the entry.' })
  readonly code!: string

  @Access(SECRETARIAT)
  @Field(() => String, {
    description: 'Name of the text, such as "name", "description" or "subMeasures.IMP".',
  })
  readonly text!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'English text.' })
  readonly en!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'French text; empty where it is missing.' })
  readonly fr!: string

  @Access(SECRETARIAT)
  @Field(() => TranslationState, { description: 'State of the French text.' })
  readonly state!: TranslationState

  @Access(SECRETARIAT)
  @Field(() => String, {
    description:
      'Mark of both texts and the state as they are now; given back with a change, so that nobody writes over what they have not seen.',
  })
  readonly revision!: string

  @Access(SECRETARIAT, { when: 'STAFF' })
  @Field(() => String, {
    nullable: true,
    description:
      'English text the French was made from. Null unless the state is OUTDATED and it is known.',
  })
  readonly previous!: string | null

  @Access(SECRETARIAT, { when: 'STAFF' })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the last change of the French text. Null where none is recorded.',
  })
  readonly translatedAt!: string | null

  @Access(SECRETARIAT, { when: 'STAFF' })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the review. Null where none is recorded.',
  })
  readonly reviewedAt!: string | null
}

@ObjectType('TranslationTerm', {
  description: 'Term of the glossary that occurs in an English text.',
})
@Rows('EMBEDDED')
@Access(SECRETARIAT)
export class TranslationTerm {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'English term.' })
  readonly en!: string

  @Access(SECRETARIAT)
  @Field(() => String, {
    description: 'Approved French term; forms that are right as well stand behind a semicolon.',
  })
  readonly fr!: string

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Note on its use. Null without one.',
  })
  readonly note!: string | null
}

@ObjectType('TranslationCount', {
  description: 'Number of texts of one kind that stand in one state.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class TranslationCount {
  @Access(PUBLIC)
  @Field(() => TranslatedKind, { description: 'Kind of the entries.' })
  readonly kind!: TranslatedKind

  @Access(PUBLIC)
  @Field(() => TranslationState, { description: 'State of the French texts.' })
  readonly state!: TranslationState

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of texts.' })
  readonly count!: number
}

@ObjectType('TranslationConnection', { description: 'Page of the texts of a version.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class TranslationConnection {
  @Access(PUBLIC)
  @Field(() => [Translation], { description: 'Texts of the page.' })
  readonly nodes!: readonly Translation[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of texts in the whole list.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo
}
