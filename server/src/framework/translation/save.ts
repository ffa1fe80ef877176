import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, type Context } from '#access'
import { Refusal } from '#platform'
import { OnceInput, inputOf } from '../command-input'
import { FrameworkVersionPayload } from '../framework-version.payload'
import { lockDraft } from './lock-texts'
import { seenTexts } from './seen-texts'
import { frenchOf, frenchProblems } from './french'
import { writeTexts } from './write-texts'
import { lengthOf } from '../text-length'

@InputType('TranslationSaveInput', { description: 'The French of one text of a draft.' })
export class TranslationSaveInput extends OnceInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the framework version.' })
  readonly versionId!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Unit of the text.' })
  readonly unit!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Value of `revision` the change was made on.' })
  readonly revision!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'French text; empty to take it away.' })
  readonly fr!: string
}

const SaveArgs = inputOf(TranslationSaveInput)

@Resolver()
export class TranslationSave {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkVersionPayload, {
    description:
      'Writes the French of a text of a draft. It is a draft translation until a second person has reviewed it.',
  })
  translationSave(
    @Args(() => SaveArgs) { input }: { input: TranslationSaveInput },
    @Ctx() context: Context,
  ) {
    return context.command('translationSave', input, async (scope) => {
      const { db, record } = scope
      const version = await lockDraft(scope, input.versionId)
      const [row] = await seenTexts(db, version.id, [input], () => ['input'])
      const fr = frenchOf(input.fr)
      const path = ['input', 'fr']
      const unfit = frenchProblems(fr, path)
      const problems = unfit.length > 0 ? unfit : lengthOf(fr, row!.text, path)
      if (problems.length > 0) throw new Refusal(problems)

      const isSame = fr === row!.fr && row!.state !== 'OUTDATED'
      if (!isSame) {
        const state = fr === '' ? 'MISSING' : 'DRAFT'
        await writeTexts(scope, version, [{ row: row!, act: 'TRANSLATE', fr, state }])
        record({
          action: 'translationSave',
          objectType: 'FrameworkVersion',
          objectId: version.id,
          administrationId: null,
          before: row!.fr,
          after: fr,
          facts: { code: version.code, unit: row!.unit, from: row!.state, to: state },
        })
      }
      return { versionId: version.id }
    })
  }
}
