import { Args, Ctx, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { Refusal } from '#platform'
import { ApprovalInput, approvalProblems, documentOf } from './approval.input'
import { inputOf } from './command-input'
import { dryRunProblems } from './dry-run/passed'
import { FrameworkVersionPayload } from './framework-version.payload'
import { lockVersion } from './lock-version'
import { canApprove } from './policies'

@InputType('FrameworkVersionApproveInput', { description: 'Decision of the PMMPT on a version.' })
export class FrameworkVersionApproveInput extends ApprovalInput {}

const ApproveArgs = inputOf(FrameworkVersionApproveInput)

@Resolver()
export class FrameworkVersionApprove {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkVersionPayload, {
    description:
      'Approves a version for the PMMPT: exactly the content its stored checks speak of.',
  })
  frameworkVersionApprove(
    @Args(() => ApproveArgs) { input }: { input: FrameworkVersionApproveInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkVersionApprove', input, async (scope) => {
      const { em, db, viewer, now, newId, record } = scope
      const version = await lockVersion(em, viewer, input.versionId, canApprove)
      expectVersion(version, input.expectedVersion, { versionId: version.id })
      const contentHash = version.contentHash ?? ''
      const problems = [
        ...approvalProblems(input, version, now),
        ...(await dryRunProblems(db, version.id, contentHash)),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      await db
        .insertInto('frameworkApproval')
        .values({
          id: newId(),
          versionId: version.id,
          body: 'PMMPT',
          sessionName: input.sessionName.trim(),
          decidedOn: input.decidedOn,
          decision: 'APPROVED',
          ...documentOf(input),
          contentHash,
          recordedBy: viewer.personId!,
          recordedAt: now,
        })
        .execute()
      version.status = 'APPROVED'
      version.approvedBy = viewer.personId
      record({
        action: 'frameworkVersionApprove',
        objectType: 'FrameworkVersion',
        objectId: version.id,
        administrationId: null,
        facts: {
          code: version.code,
          contentHash,
          body: 'PMMPT',
          from: 'IN_REVIEW',
          to: 'APPROVED',
        },
      })
      return { versionId: version.id }
    })
  }
}
