import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { DateTimeScalar, Refusal, badInput } from '#platform'
import { canEmbargoRelease } from './policies'
import { lockRelease } from './release.lock'
import { ReleasePayload } from './release.type'

@InputType({ description: 'Which release, until when.' })
export class ReleaseEmbargoInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of a built release.' })
  readonly releaseId!: string

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Version of the release the decision was made on.' })
  readonly expectedVersion!: number

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, {
    description: 'Timestamp of the planned publication, in the future.',
  })
  readonly until!: Date

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class ReleaseEmbargoArgs {
  @Access(SECRETARIAT)
  @Field(() => ReleaseEmbargoInput, { description: 'The release and its date.' })
  readonly input!: ReleaseEmbargoInput
}

@Resolver()
export class ReleaseEmbargo {
  @Access(SECRETARIAT)
  @Mutation(() => ReleasePayload, {
    description:
      'Opens a built release to clients with the embargo scope; by another officer than its builder. Problems: NOT_FOUND, WRONG_STATE, SECOND_PERSON, NOT_READY, DATE_PAST.',
  })
  releaseEmbargo(
    @Args(() => ReleaseEmbargoArgs) { input }: ReleaseEmbargoArgs,
    @Ctx() context: Context,
  ) {
    return context.command('releaseEmbargo', input, async ({ db, viewer, now, record }) => {
      const release = await lockRelease(db, input.releaseId)
      ensure(canEmbargoRelease(viewer, release), ['input', 'releaseId'])
      expectVersion(release, input.expectedVersion)
      if (input.until <= now) {
        throw new Refusal([
          badInput('DATE_PAST', 'The embargo ends at a time in the future.', ['input', 'until']),
        ])
      }
      await db
        .updateTable('release')
        .set({
          status: 'EMBARGOED',
          embargoUntil: input.until,
          embargoedBy: viewer.personId,
          version: release.version + 1,
        })
        .where('id', '=', release.id)
        .execute()
      record({
        action: 'releaseEmbargo',
        objectType: 'Release',
        objectId: release.id,
        administrationId: null,
        cycleId: release.cycleId,
        facts: { code: release.code, from: release.status, to: 'EMBARGOED', until: input.until },
      })
      return { releaseId: release.id }
    })
  }
}
