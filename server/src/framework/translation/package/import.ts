import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, type Context } from '#access'
import { Refusal, badInput, problem } from '#platform'
import { inputOf } from '../../command-input'
import { FrameworkVersionPayload } from '../../framework-version.payload'
import { lockDraft, lockRowsOf } from '../lock-texts'
import { textsOf } from '../translation.rows'
import { writeTexts } from '../write-texts'
import { changesOf } from './compare-package'
import { digestOf, handedIn } from './handed-in'

@InputType('TranslationPackageImportInput', { description: 'A package as it was checked.' })
export class TranslationPackageImportInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the framework version.' })
  readonly versionId!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Ticket on which the file was handed in.' })
  readonly ticket!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Value of `digest` of the check.' })
  readonly digest!: string

  @Access(SECRETARIAT)
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether rejected units are left out; else a package with one is refused as a whole.',
  })
  readonly leavesRejected?: boolean | null
}

const ImportArgs = inputOf(TranslationPackageImportInput)

@Resolver()
export class TranslationPackageImport {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkVersionPayload, {
    description:
      'Imports a checked translation package into a draft, all or nothing. The texts are draft translations for a second person to review.',
  })
  translationPackageImport(
    @Args(() => ImportArgs) { input }: { input: TranslationPackageImportInput },
    @Ctx() context: Context,
  ) {
    return context.command('translationPackageImport', input as object, async (scope) => {
      const { db, record } = scope
      const version = await lockDraft(scope, input.versionId)
      await lockRowsOf(db, version.id, await textsOf(db, version.id))
      const { compared, sha256 } = await handedIn(context, db, version.id, input.ticket, true)
      if (digestOf(compared) !== input.digest) {
        const message = 'The texts have changed since the check. Check the file again.'
        throw new Refusal([problem('CONFLICT', 'STALE_CHECK', message, ['input', 'digest'])])
      }
      const rejected = compared.filter(({ verdict }) => verdict === 'REJECTED')
      if (rejected.length > 0 && !input.leavesRejected) {
        throw new Refusal(
          rejected
            .slice(0, 100)
            .map(({ reason, message, unit, line }) =>
              badInput(reason!, message!, ['input', 'ticket', `line ${line}`, unit]),
            ),
        )
      }
      const changes = changesOf(compared)
      if (changes.length === 0) {
        const message = 'Nothing in the file would change a text.'
        throw new Refusal([badInput('NOTHING_TO_DO', message, ['input', 'ticket'])])
      }

      await writeTexts(scope, version, changes)
      record({
        action: 'translationPackageImport',
        objectType: 'FrameworkVersion',
        objectId: version.id,
        administrationId: null,
        facts: { code: version.code, sha256, texts: changes.length, rejected: rejected.length },
      })
      return { versionId: version.id }
    })
  }
}
