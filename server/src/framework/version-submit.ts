import { Args, Ctx, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { Refusal } from '#platform'
import { VersionInput, inputOf } from './command-input'
import { examine, storeDryRun } from './dry-run/store'
import { FrameworkVersionPayload } from './framework-version.payload'
import { lockVersion } from './lock-version'
import { canSubmit } from './policies'

@InputType('FrameworkVersionSubmitInput', { description: 'Which draft, as last seen.' })
export class FrameworkVersionSubmitInput extends VersionInput {}

const SubmitArgs = inputOf(FrameworkVersionSubmitInput)

@Resolver()
export class FrameworkVersionSubmit {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkVersionPayload, {
    description:
      'Hands a draft to the PMMPT. Refused with every problem of its formulas, samples, languages and lineage; afterwards its content is frozen.',
  })
  frameworkVersionSubmit(
    @Args(() => SubmitArgs) { input }: { input: FrameworkVersionSubmitInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkVersionSubmit', input, async (scope) => {
      const { em, viewer, now, record } = scope
      const version = await lockVersion(em, viewer, input.versionId, canSubmit)
      expectVersion(version, input.expectedVersion, { versionId: version.id })
      const examined = await examine(context, scope, version.id)
      const { contentHash, problems } = examined
      if (problems.length > 0) throw new Refusal(problems)

      await storeDryRun(scope, version.id, examined)
      version.status = 'IN_REVIEW'
      version.submittedBy = viewer.personId
      version.submittedAt = now
      version.contentHash = contentHash
      record({
        action: 'frameworkVersionSubmit',
        objectType: 'FrameworkVersion',
        objectId: version.id,
        administrationId: null,
        facts: { code: version.code, contentHash, from: 'DRAFT', to: 'IN_REVIEW' },
      })
      return { versionId: version.id }
    })
  }
}
