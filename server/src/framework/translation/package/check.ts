import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, type Context } from '#access'
import { issueTicket } from '#platform'
import { inputOf } from '../../command-input'
import { lockDraft } from '../lock-texts'
import { PackageVerdict } from './compare-package'
import { PURPOSE, digestOf, handedIn, type HandedIn } from './handed-in'
import { PackageStartPayload, PackageCheckPayload, type PackageReport } from './package.type'
import { MOST_BYTES } from './read-xliff'

@InputType('TranslationPackageStartInput', { description: 'Which draft a package is for.' })
export class TranslationPackageStartInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the framework version.' })
  readonly versionId!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Name of the file.' })
  readonly fileName!: string
}

@InputType('TranslationPackageCheckInput', { description: 'A package that was handed in.' })
export class TranslationPackageCheckInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the framework version.' })
  readonly versionId!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Ticket on which the file was handed in.' })
  readonly ticket!: string
}

const StartArgs = inputOf(TranslationPackageStartInput)
const CheckArgs = inputOf(TranslationPackageCheckInput)
const MOST_SHOWN = 500
const LONGEST_CODE = 80

@Resolver()
export class TranslationPackageCheck {
  @Access(SECRETARIAT)
  @Mutation(() => PackageStartPayload, {
    description:
      'Gives a ticket to hand in a translation package for a draft, an XLIFF document of at most 8 MB.',
  })
  translationPackageStart(
    @Args(() => StartArgs) { input }: { input: TranslationPackageStartInput },
    @Ctx() context: Context,
  ) {
    return context.command('translationPackageStart', input as object, async (scope) => {
      const { db, viewer, now, record } = scope
      const version = await lockDraft(scope, input.versionId)
      const issued = await issueTicket(
        db,
        { sessionId: viewer.sessionId, now },
        { purpose: PURPOSE, subject: version.id, fileName: input.fileName, limit: MOST_BYTES },
      )
      record({
        action: 'translationPackageStart',
        objectType: 'FrameworkVersion',
        objectId: version.id,
        administrationId: null,
        facts: { code: version.code },
      })
      return issued
    })
  }

  @Access(SECRETARIAT)
  @Mutation(() => PackageCheckPayload, {
    description:
      'Says what importing a package that was handed in would do, text by text. Nothing is changed.',
  })
  translationPackageCheck(
    @Args(() => CheckArgs) { input }: { input: TranslationPackageCheckInput },
    @Ctx() context: Context,
  ) {
    return context.command('translationPackageCheck', input as object, async (scope) => {
      const version = await lockDraft(scope, input.versionId)
      const found = await handedIn(context, scope.db, version.id, input.ticket, false)
      return { report: reportOf(found, version.code) }
    })
  }
}

/** What a package would do, as people read it. */
function reportOf({ compared, originals }: HandedIn, code: string): PackageReport {
  const other = originals.find((each) => each !== code)
  const rejected = compared.filter(({ verdict }) => verdict === 'REJECTED')
  const changing = compared.filter(({ verdict }) => !['REJECTED', 'UNCHANGED'].includes(verdict))
  return {
    digest: digestOf(compared),
    otherVersion: other?.slice(0, LONGEST_CODE) ?? null,
    counts: Object.values(PackageVerdict).map((verdict) => ({
      verdict,
      count: compared.filter((unit) => unit.verdict === verdict).length,
    })),
    units: [...rejected, ...changing].slice(0, MOST_SHOWN),
  }
}
