import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql'
import { Access, PageArgs, Reads, SECRETARIAT, embed, type Context } from '#access'
import { LocaleArgs, PersonCard, cardOf, localizedOrNull } from '#accounts'
import { connectionOf, pageOf } from '#platform'
import { TranslationState } from '../enums'
import { FrameworkVersion } from '../framework-version'
import type { VersionHead } from '../snapshot'
import { TranslatedKind } from './enums'
import { otherEditors } from './other-editors'
import { canConfirm, canReview, canTranslate } from './policies'
import { approvedTerms } from './term.rows'
import { termsIn } from './terms-in-text'
import {
  placeOf,
  translationCountsOfVersions,
  translationsOfVersions,
  type TranslationRow,
} from './translation.rows'
import {
  Translation,
  TranslationConnection,
  TranslationCount,
  TranslationTerm,
  TranslationViewerCan,
} from './translation.type'

@ArgsType()
class TranslationsArgs extends PageArgs {
  @Access(SECRETARIAT)
  @Reads('Translation.state')
  @Field(() => [TranslationState], {
    nullable: true,
    description: 'States wanted; all when empty.',
  })
  readonly states?: readonly TranslationState[] | null

  @Access(SECRETARIAT)
  @Reads('Translation.kind')
  @Field(() => TranslatedKind, { nullable: true, description: 'Kind of the entries wanted.' })
  readonly kind?: TranslatedKind | null

  @Access(SECRETARIAT)
  @Reads('Translation.code', 'Translation.en', 'Translation.fr')
  @Field(() => String, {
    nullable: true,
    description: 'Part of a code or of either text; accents and case do not matter.',
  })
  readonly search?: string | null

  @Access(SECRETARIAT)
  @Reads('Translation.unit')
  @Field(() => [String], { nullable: true, description: 'Units of the texts wanted, at most 100.' })
  readonly units?: readonly string[] | null
}

@Resolver(() => FrameworkVersion)
export class VersionTranslations {
  @Access(SECRETARIAT)
  @FieldResolver(() => TranslationConnection, {
    nullable: true,
    description:
      'All texts of the version in English and French, in the order of the framework. Null outside the secretariat.',
  })
  async translations(
    @Root() version: VersionHead,
    @Args(() => TranslationsArgs) args: TranslationsArgs,
    @Ctx() context: Context,
  ) {
    const page = pageOf(args)
    const found = await context.load(translationsOfVersions, version.id, {
      states: args.states?.length ? args.states : null,
      kind: args.kind ?? null,
      search: args.search?.trim() || null,
      units: args.units?.slice(0, 100) ?? null,
      first: page.first,
      after: placeOf(page.after),
    })
    const { rows, total } = found ?? { rows: [], total: 0 }
    const placed = embed('CATALOGUE', version, rows)
    return connectionOf(placed, page, total, ({ place }) => [place])
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => [TranslationCount], {
    nullable: true,
    description: 'Number of texts by kind and state. Null outside the secretariat.',
  })
  async translationCounts(@Root() version: VersionHead, @Ctx() context: Context) {
    return (await context.load(translationCountsOfVersions, version.id)) ?? []
  }
}

@Resolver(() => Translation)
export class TranslationFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Name of the entry in the chosen language. Null where it has none but its code.',
  })
  title(@Root() { title }: TranslationRow, @Args(() => LocaleArgs) { locale }: LocaleArgs) {
    return localizedOrNull(title, locale)
  }

  @Access(SECRETARIAT, { when: 'STAFF' })
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who wrote the French text or confirmed it. Null where none is recorded.',
  })
  translatedBy(@Root() row: TranslationRow, @Ctx() context: Context) {
    return cardOf(context, 'CATALOGUE', row, row.translatedBy)
  }

  @Access(SECRETARIAT, { when: 'STAFF' })
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who reviewed the French text. Null where none is recorded.',
  })
  reviewedBy(@Root() row: TranslationRow, @Ctx() context: Context) {
    return cardOf(context, 'CATALOGUE', row, row.reviewedBy)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => [TranslationTerm], {
    description: 'Approved terms of the glossary that occur in the English text, in its order.',
  })
  async terms(@Root() row: TranslationRow, @Ctx() context: Context) {
    const terms = (await context.load(approvedTerms, 'all')) ?? []
    return embed('CATALOGUE', row, [...termsIn(row.en, terms)])
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => TranslationViewerCan, {
    description: 'What the viewer may do with the translation.',
  })
  async viewerCan(@Root() row: TranslationRow, @Ctx() context: Context) {
    const { viewer } = context
    const translate = canTranslate(viewer, row)
    const hasOthers = translate.allowed && (await context.load(otherEditors, 'viewer'))
    return {
      translate,
      review: canReview(viewer, row, { ...row, isAlone: !hasOthers }),
      confirm: canConfirm(viewer, row, row),
    }
  }
}
