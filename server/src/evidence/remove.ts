import { Args, ArgsType, Ctx, Field, Mutation, Resolver } from 'type-graphql'
import { Access, MEMBER, type Context } from '#access'
import { EvidenceEditInput } from './evidence.input'
import { lockEvidence } from './evidence.lock'
import { EvidencePayload } from './evidence.payload'
import { countEvidenced, recordEvidence } from './evidence.write'

@ArgsType()
class EvidenceRemoveArgs {
  @Access(MEMBER)
  @Field(() => EvidenceEditInput, { description: 'Evidence to take out.' })
  readonly input!: EvidenceEditInput
}

@Resolver()
export class EvidenceRemove {
  @Access(MEMBER)
  @Mutation(() => EvidencePayload, {
    description:
      'Takes a piece of evidence out of the working copy. Submissions that name it keep it, and so does the store of files. Problems: NOT_FOUND, WRONG_HAT, NOT_ASSIGNED, WRONG_STATE, OUT_OF_TIME, STALE_VERSION.',
  })
  evidenceRemove(
    @Args(() => EvidenceRemoveArgs) { input }: EvidenceRemoveArgs,
    @Ctx() context: Context,
  ) {
    return context.command('evidenceRemove', input, async (scope) => {
      const { db, viewer, now } = scope
      const { id, subject, version, kpiCodes } = await lockEvidence(context, scope, input)
      await db
        .updateTable('evidence')
        .set({ removedAt: now, version: version + 1, updatedAt: now, updatedBy: viewer.personId! })
        .where('id', '=', id)
        .execute()
      await countEvidenced(db, subject.id, now)
      recordEvidence(scope, 'evidenceRemove', subject, kpiCodes)
      return { assessmentId: subject.id }
    })
  }
}
