import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, errorCodeOf, type Context } from '#access'
import { Refusal, badInput, problem, type ProblemDetail } from '#platform'
import { OnceInput, inputOf } from '../command-input'
import { FrameworkVersionPayload } from '../framework-version.payload'
import { lockDraft } from './lock-texts'
import { isAlone } from './other-editors'
import { canConfirm, canReview } from './policies'
import { seenTexts } from './seen-texts'
import { translatorsOf } from './translation.rows'
import { unitsOf, writeTexts, type TextChange } from './write-texts'

const MOST = 500

@InputType('SeenTranslationInput', { description: 'A text as it was last seen.' })
export class SeenTranslationInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Unit of the text.' })
  readonly unit!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Value of `revision` as last seen.' })
  readonly revision!: string
}

@InputType('TranslationsInput', { description: 'Texts of a draft, as last seen.' })
export class TranslationsInput extends OnceInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the framework version.' })
  readonly versionId!: string

  @Access(SECRETARIAT)
  @Field(() => [SeenTranslationInput], { description: 'Texts, from 1 to 500.' })
  readonly texts!: readonly SeenTranslationInput[]
}

const TextsArgs = inputOf(TranslationsInput)

@Resolver()
export class TranslationReview {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkVersionPayload, {
    description:
      'Marks draft translations as reviewed, all or none. Each is reviewed by another person than its translator, unless there is only one methodology editor.',
  })
  translationsReview(
    @Args(() => TextsArgs) { input }: { input: TranslationsInput },
    @Ctx() context: Context,
  ) {
    return settle(context, 'translationsReview', 'REVIEW', input)
  }

  @Access(SECRETARIAT)
  @Mutation(() => FrameworkVersionPayload, {
    description:
      'Confirms that outdated translations still fit their changed English, all or none. They are draft translations again, for a second person to review.',
  })
  translationsConfirm(
    @Args(() => TextsArgs) { input }: { input: TranslationsInput },
    @Ctx() context: Context,
  ) {
    return settle(context, 'translationsConfirm', 'CONFIRM', input)
  }
}

const settle = (
  context: Context,
  name: string,
  act: 'REVIEW' | 'CONFIRM',
  input: TranslationsInput,
) =>
  context.command(name, input, async (scope) => {
    const { db, viewer, record } = scope
    const version = await lockDraft(scope, input.versionId)
    const path = ['input', 'texts']
    if (input.texts.length === 0) {
      throw new Refusal([badInput('TEXT_MISSING', 'Choose at least one text.', path)])
    }
    if (input.texts.length > MOST) {
      throw new Refusal([badInput('TOO_MANY', `At most ${MOST} texts are settled at once.`, path)])
    }
    const at = (index: number) => [...path, String(index)]
    const rows = await seenTexts(db, version.id, input.texts, at)
    const translators = await translatorsOf(db, version.id)
    const alone = await isAlone(db)
    const problems: ProblemDetail[] = []
    const changes = rows.map((row, index): TextChange => {
      const translatedBy = translators.get(row.unit) ?? null
      const facts = { state: row.state, translatedBy, isAlone: alone }
      const may =
        act === 'REVIEW' ? canReview(viewer, version, facts) : canConfirm(viewer, version, facts)
      if (!may.allowed) problems.push(problem(errorCodeOf(may), may.code, may.reason, at(index)))
      return { row, act, fr: row.fr, state: act === 'REVIEW' ? 'REVIEWED' : 'DRAFT' }
    })
    if (problems.length > 0) throw new Refusal(problems, { versionId: version.id })

    await writeTexts(scope, version, changes)
    record({
      action: name,
      objectType: 'FrameworkVersion',
      objectId: version.id,
      administrationId: null,
      after: unitsOf(changes),
      facts: { code: version.code, texts: changes.length, alone },
    })
    return { versionId: version.id }
  })
