import { Args, Ctx, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { VersionInput, inputOf } from '../command-input'
import { FrameworkVersionPayload } from '../framework-version.payload'
import { lockVersion } from '../lock-version'
import { canDryRun } from '../policies'
import { examine, storeDryRun } from './store'

@InputType('FrameworkVersionDryRunInput', { description: 'Which version, as last seen.' })
export class FrameworkVersionDryRunInput extends VersionInput {}

const DryRunArgs = inputOf(FrameworkVersionDryRunInput)

@Resolver()
export class FrameworkVersionDryRun {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkVersionPayload, {
    description:
      'Tries out publishing a version: runs every check, measures what it does to released series, and stores the report for exactly this content.',
  })
  frameworkVersionDryRun(
    @Args(() => DryRunArgs) { input }: { input: FrameworkVersionDryRunInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkVersionDryRun', input, async (scope) => {
      const version = await lockVersion(scope.em, scope.viewer, input.versionId, canDryRun)
      expectVersion(version, input.expectedVersion, { versionId: version.id })
      const examined = await examine(context, scope, version.id)
      await storeDryRun(scope, version.id, examined)
      scope.record({
        action: 'frameworkVersionDryRun',
        objectType: 'FrameworkVersion',
        objectId: version.id,
        administrationId: null,
        facts: {
          code: version.code,
          contentHash: examined.contentHash,
          problems: examined.problems.length,
        },
      })
      return { versionId: version.id }
    })
  }
}
