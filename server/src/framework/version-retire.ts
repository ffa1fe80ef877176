import { Args, Ctx, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { Refusal, problem } from '#platform'
import { refreshCatalogue } from './catalogue'
import { VersionInput, inputOf } from './command-input'
import { FrameworkVersionPayload } from './framework-version.payload'
import { lockVersion } from './lock-version'
import { canRetire } from './policies'

@InputType('FrameworkVersionRetireInput', { description: 'Which published version, as last seen.' })
export class FrameworkVersionRetireInput extends VersionInput {}

const RetireArgs = inputOf(FrameworkVersionRetireInput)

@Resolver()
export class FrameworkVersionRetire {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkVersionPayload, {
    description:
      'Retires a published version: no new cycle uses it, and it stays readable for ever.',
  })
  async frameworkVersionRetire(
    @Args(() => RetireArgs) { input }: { input: FrameworkVersionRetireInput },
    @Ctx() context: Context,
  ) {
    const settled = await context.command('frameworkVersionRetire', input, async (scope) => {
      const { em, db, viewer, now, record } = scope
      const version = await lockVersion(em, viewer, input.versionId, canRetire)
      expectVersion(version, input.expectedVersion, { versionId: version.id })
      // Cycles belong to a noun further up; that one is planned or open is public register content.
      const running = await db
        .selectFrom('cycle')
        .select('code')
        .where('frameworkVersionId', '=', version.id)
        .where('status', 'in', ['PLANNED', 'OPEN'])
        .orderBy('code')
        .execute()
      if (running.length > 0) {
        throw new Refusal(
          running.map(({ code }) =>
            problem(
              'CONFLICT',
              'CYCLE_RUNNING',
              `Cycle ${code} is planned or open on this version.`,
              [code],
            ),
          ),
        )
      }
      version.status = 'RETIRED'
      version.retiredAt = now
      record({
        action: 'frameworkVersionRetire',
        objectType: 'FrameworkVersion',
        objectId: version.id,
        administrationId: null,
        facts: { code: version.code, from: 'PUBLISHED', to: 'RETIRED' },
      })
      return { versionId: version.id }
    })
    if (settled.versionId && settled.problems.length === 0) {
      await refreshCatalogue(context.services, settled.versionId)
    }
    return settled
  }
}
