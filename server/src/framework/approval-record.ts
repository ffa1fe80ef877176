import { Args, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { Refusal, badInput } from '#platform'
import { ApprovalInput, approvalProblems, documentOf } from './approval.input'
import { inputOf } from './command-input'
import { ApprovalBody, ApprovalDecision } from './enums'
import { FrameworkVersionPayload } from './framework-version.payload'
import { lockVersion } from './lock-version'
import { canRecordApproval } from './policies'

@InputType('FrameworkVersionApprovalRecordInput', {
  description: 'Decision of another body on a version.',
})
export class FrameworkVersionApprovalRecordInput extends ApprovalInput {
  @Access(SECRETARIAT)
  @Field(() => ApprovalBody, { description: 'Body that decided; the PMMPT approves by itself.' })
  readonly body!: ApprovalBody

  @Access(SECRETARIAT)
  @Field(() => ApprovalDecision, {
    description: 'APPROVED, ENDORSED, REJECTED or DEFERRED; a waiver is given when publishing.',
  })
  readonly decision!: keyof typeof ApprovalDecision
}

const RecordArgs = inputOf(FrameworkVersionApprovalRecordInput)

@Resolver()
export class FrameworkVersionApprovalRecord {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkVersionPayload, {
    description:
      'Records a decision of Capacity Building Committee, Policy Commission or Council on an approved version.',
  })
  frameworkVersionApprovalRecord(
    @Args(() => RecordArgs) { input }: { input: FrameworkVersionApprovalRecordInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkVersionApprovalRecord', input, async (scope) => {
      const { em, db, viewer, now, newId, record } = scope
      const version = await lockVersion(em, viewer, input.versionId, canRecordApproval)
      expectVersion(version, input.expectedVersion, { versionId: version.id })
      const problems = approvalProblems(input, version, now)
      if (input.body === 'PMMPT') {
        problems.push(
          badInput('BAD_BODY', 'The PMMPT approves a version by itself.', ['input', 'body']),
        )
      }
      if (input.decision === 'WAIVED') {
        problems.push(
          badInput('BAD_DECISION', 'A waiver is given when publishing.', ['input', 'decision']),
        )
      }
      if (problems.length > 0) throw new Refusal(problems)

      await db
        .insertInto('frameworkApproval')
        .values({
          id: newId(),
          versionId: version.id,
          body: input.body,
          sessionName: input.sessionName.trim(),
          decidedOn: input.decidedOn,
          decision: input.decision,
          ...documentOf(input),
          contentHash: version.contentHash ?? '',
          recordedBy: viewer.personId!,
          recordedAt: now,
        })
        .execute()
      record({
        action: 'frameworkVersionApprovalRecord',
        objectType: 'FrameworkVersion',
        objectId: version.id,
        administrationId: null,
        facts: { code: version.code, body: input.body, decision: input.decision },
      })
      return { versionId: version.id }
    })
  }
}
