import { Args, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import type { Texts } from '#accounts'
import { Refusal, badInput } from '#platform'
import { LocalizedTextInput, VersionInput, inputOf } from './command-input'
import { noteChange } from './change'
import { FrameworkVersionPayload } from './framework-version.payload'
import { lockVersion } from './lock-version'
import { hiddenProblems } from './hidden-problems'
import { mergeText } from './merge-texts'
import { canEdit } from './policies'
import { restateVersion } from './translation/restate-version'
import { lengthProblems } from './text-length'

@InputType('FrameworkVersionUpdateInput', {
  description: 'Texts of a draft version; what is left out stays.',
})
export class FrameworkVersionUpdateInput extends VersionInput {
  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, { nullable: true, description: 'Name.' })
  readonly name?: LocalizedTextInput | null

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, {
    nullable: true,
    description: 'What changed against the version before.',
  })
  readonly changeNotes?: LocalizedTextInput | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Notes of the secretariat for itself.' })
  readonly internalNotes?: string | null
}

const UpdateArgs = inputOf(FrameworkVersionUpdateInput)

@Resolver()
export class FrameworkVersionUpdate {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkVersionPayload, { description: 'Changes the texts of a draft version.' })
  frameworkVersionUpdate(
    @Args(() => UpdateArgs) { input }: { input: FrameworkVersionUpdateInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkVersionUpdate', input, async (scope) => {
      const { em, db, viewer, record } = scope
      const version = await lockVersion(em, viewer, input.versionId, canEdit)
      expectVersion(version, input.expectedVersion, { versionId: version.id })
      const before = {
        name: version.name as Texts,
        changeNotes: version.changeNotes as Texts | null,
      }
      const name = mergeText(version.name as Texts, input.name ?? undefined)
      if (!name?.en) {
        throw new Refusal([
          badInput('TEXT_MISSING', 'A version has an English name.', ['input', 'name', 'en']),
        ])
      }
      const hidden = [...hiddenProblems(input), ...lengthProblems(input)]
      if (hidden.length > 0) throw new Refusal(hidden)
      const changeNotes = mergeText(version.changeNotes as Texts | null, input.changeNotes)
      const states = await restateVersion(db, version.id, before, { name, changeNotes })
      version.name = name
      version.changeNotes = changeNotes
      if (input.internalNotes !== undefined) {
        await db
          .insertInto('frameworkNote')
          .values({ versionId: version.id, internalNotes: input.internalNotes })
          .onConflict((conflict) =>
            conflict.column('versionId').doUpdateSet((row) => ({
              internalNotes: row.ref('excluded.internalNotes'),
              version: row('frameworkNote.version', '+', 1),
            })),
          )
          .execute()
      }
      await noteChange(
        scope,
        { kind: 'VERSION', id: version.id, versionId: version.id, code: version.code },
        'UPDATE',
        { ...before, translationStatus: states.before },
        { name, changeNotes, translationStatus: states.after },
      )
      record({
        action: 'frameworkVersionUpdate',
        objectType: 'FrameworkVersion',
        objectId: version.id,
        administrationId: null,
        before,
        after: { name: version.name, changeNotes: version.changeNotes },
      })
      return { versionId: version.id }
    })
  }
}
