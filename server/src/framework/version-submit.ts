import { Args, Ctx, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { Refusal } from '#platform'
import { VersionInput, inputOf } from './command-input'
import { contentHashOf } from './content-hash'
import { FrameworkVersionPayload } from './framework-version.payload'
import { lockVersion } from './lock-version'
import { canSubmit } from './policies'
import type { VersionSnapshot } from './snapshot'
import { loadGuided } from './snapshot.rows'
import { versionChecks } from './version-checks'

@InputType('FrameworkVersionSubmitInput', { description: 'Which draft, as last seen.' })
export class FrameworkVersionSubmitInput extends VersionInput {}

const SubmitArgs = inputOf(FrameworkVersionSubmitInput)

@Resolver()
export class FrameworkVersionSubmit {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkVersionPayload, {
    description:
      'Hands a draft to the PMMPT. Refused with every problem of its formulas, samples and languages; afterwards its content is frozen.',
  })
  frameworkVersionSubmit(
    @Args(() => SubmitArgs) { input }: { input: FrameworkVersionSubmitInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkVersionSubmit', input, async (scope) => {
      const { em, db, viewer, now, newId, record } = scope
      const version = await lockVersion(em, viewer, input.versionId, canSubmit)
      expectVersion(version, input.expectedVersion, { versionId: version.id })
      const snapshot = (await loadGuided(db, version.id))!
      const problems = versionChecks(snapshot)
      if (problems.length > 0) throw new Refusal(problems)

      const contentHash = contentHashOf(snapshot)
      await db
        .insertInto('dryRun')
        .values({
          id: newId(),
          versionId: version.id,
          contentHash,
          report: JSON.stringify(reportOf(snapshot, contentHash)),
          passed: true,
          createdBy: viewer.personId!,
          createdAt: now,
        })
        .execute()
      version.status = 'IN_REVIEW'
      version.submittedBy = viewer.personId
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

/** What is stored about the checks a version passed. */
const reportOf = (
  { dimensions, outcomes, kpis, dataElements }: VersionSnapshot,
  contentHash: string,
) => ({
  contentHash,
  counts: {
    dimensions: dimensions.length,
    outcomes: outcomes.length,
    kpis: kpis.length,
    dataElements: dataElements.length,
    samples: kpis.reduce((sum, { samples }) => sum + samples.length, 0),
  },
  relations: Object.fromEntries(
    [...Map.groupBy(kpis, ({ relation }) => relation)].map(([relation, of]) => [
      relation,
      of.length,
    ]),
  ),
  problems: [],
})
