import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, MEMBER, ensure, type Context } from '#access'
import { recordAssessment } from '#assessment'
import { uuidOf } from '#platform'
import { findEvidence } from './evidence.lock'
import { EvidencePayload } from './evidence.payload'
import { canShareEvidence } from './policies'

@InputType({ description: 'Whether the cycle officer may open a piece of evidence.' })
class EvidenceSharingSetInput {
  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key with the same input acts once.',
  })
  readonly idempotencyKey?: string | null

  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the evidence in the working copy.' })
  readonly evidenceId!: string

  @Access(MEMBER)
  @Field(() => Boolean, { description: 'Whether it is open to the cycle officer.' })
  readonly isShared!: boolean
}

@ArgsType()
class EvidenceSharingSetArgs {
  @Access(MEMBER)
  @Field(() => EvidenceSharingSetInput, { description: 'Evidence and choice.' })
  readonly input!: EvidenceSharingSetInput
}

@Resolver()
export class EvidenceSharingSet {
  @Access(MEMBER)
  @Mutation(() => EvidencePayload, {
    description:
      'Opens a piece of evidence to the cycle officer, or closes it again, in any state of the assessment; what was submitted before is meant too. Problems: NOT_FOUND, WRONG_HAT.',
  })
  evidenceSharingSet(
    @Args(() => EvidenceSharingSetArgs) { input }: EvidenceSharingSetArgs,
    @Ctx() context: Context,
  ) {
    return context.command('evidenceSharingSet', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const { id, subject } = await findEvidence(context, scope, uuidOf('EV', input.evidenceId))
      ensure(canShareEvidence(viewer, subject), ['input', 'evidenceId'])
      await db
        .updateTable('evidenceSharing')
        .set({ isShared: input.isShared, changedAt: now, changedBy: viewer.personId! })
        .where('evidenceId', '=', id)
        .execute()
      recordAssessment(record, 'evidenceSharingSet', subject, { isShared: input.isShared })
      return { evidenceId: id, assessmentId: subject.id }
    })
  }
}
