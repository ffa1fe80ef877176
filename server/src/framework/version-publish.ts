import { Args, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { DateScalar, Refusal } from '#platform'
import { refreshCatalogue } from './catalogue'
import { VersionInput, inputOf } from './command-input'
import { contentHashOf } from './content-hash'
import { checksOf, problemsOf } from './dry-run/checks'
import { dryRunProblems } from './dry-run/passed'
import { baseIn } from './dry-run/store'
import { FrameworkVersionPayload } from './framework-version.payload'
import { lockVersion } from './lock-version'
import { canPublish } from './policies'
import { publicationProblems } from './publication'
import { loadGuided } from './snapshot.rows'

@InputType('FrameworkVersionPublishInput', {
  description: 'Which version, and from when it counts.',
})
export class FrameworkVersionPublishInput extends VersionInput {
  @Access(SECRETARIAT)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which cycles may be bound to it; today when left out.',
  })
  readonly validFrom?: string | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description:
      'Why the Council need not endorse it; for errata and demonstration catalogues alone.',
  })
  readonly councilWaiver?: string | null
}

const PublishArgs = inputOf(FrameworkVersionPublishInput)

@Resolver()
export class FrameworkVersionPublish {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkVersionPayload, {
    description:
      'Publishes an approved version, as a second person. From then on nobody can change anything in it.',
  })
  async frameworkVersionPublish(
    @Args(() => PublishArgs) { input }: { input: FrameworkVersionPublishInput },
    @Ctx() context: Context,
  ) {
    const settled = await context.command('frameworkVersionPublish', input, async (scope) => {
      const { em, db, viewer, now, newId, record } = scope
      const version = await lockVersion(em, viewer, input.versionId, canPublish)
      expectVersion(version, input.expectedVersion, { versionId: version.id })
      const snapshot = (await loadGuided(db, version.id))!
      const contentHash = contentHashOf(snapshot)
      const approvals = await db
        .selectFrom('frameworkApproval')
        .select(['body', 'decision', 'contentHash'])
        .where('versionId', '=', version.id)
        .where('voidedAt', 'is', null)
        .orderBy('recordedAt')
        .orderBy('id')
        .execute()
      const waiver = input.councilWaiver?.trim() || null
      const { kind, isDemonstration } = version
      const problems = [
        ...problemsOf(checksOf(await baseIn(context, db, snapshot), snapshot)),
        ...(await dryRunProblems(db, version.id, contentHash)),
        ...publicationProblems({ kind, isDemonstration, contentHash, approvals, waiver }),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const today = now.toISOString().slice(0, 10)
      if (waiver !== null && !approvals.some(({ body }) => body === 'COUNCIL')) {
        await db
          .insertInto('frameworkApproval')
          .values({
            id: newId(),
            versionId: version.id,
            body: 'COUNCIL',
            decidedOn: today,
            decision: 'WAIVED',
            reason: waiver,
            contentHash,
            recordedBy: viewer.personId!,
            recordedAt: now,
          })
          .execute()
      }
      version.status = 'PUBLISHED'
      version.publishedBy = viewer.personId
      version.publishedAt = now
      version.validFrom = input.validFrom ?? today
      record({
        action: 'frameworkVersionPublish',
        objectType: 'FrameworkVersion',
        objectId: version.id,
        administrationId: null,
        facts: {
          code: version.code,
          contentHash,
          waived: waiver !== null,
          from: 'APPROVED',
          to: 'PUBLISHED',
        },
      })
      return { versionId: version.id }
    })
    if (settled.versionId && settled.problems.length === 0) {
      await refreshCatalogue(context.services, settled.versionId)
    }
    return settled
  }
}
