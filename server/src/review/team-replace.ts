import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import {
  Refusal,
  badInput,
  insertRows,
  notFound,
  uuidOf,
  type Db,
  type ProblemDetail,
} from '#platform'
import { canReplaceReviewer } from './policies'
import { DecidesReview, ReviewDecideInput } from './review.input'
import { lockReview } from './review.lock'
import { ReviewPayload } from './review.type'
import { changeReview, recordReview } from './review.write'
import { memberProblems } from './team'
import { candidatesForReview } from './team.rows'

@InputType({ description: 'Who leaves the team of a review, and who comes instead.' })
@DecidesReview
class ReviewTeamReplaceInput extends ReviewDecideInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the place in the team that changes hands.' })
  readonly memberId!: string

  @Access(SECRETARIAT)
  @Field(() => ID, {
    description: 'Id of the person who takes the place, as lead where it is the lead’s.',
  })
  readonly personId!: string
}

@ArgsType()
class ReviewTeamReplaceArgs {
  @Access(SECRETARIAT)
  @Field(() => ReviewTeamReplaceInput, { description: 'The change.' })
  readonly input!: ReviewTeamReplaceInput
}

@Resolver()
export class ReviewTeamReplace {
  @Access(SECRETARIAT)
  @Mutation(() => ReviewPayload, {
    description:
      'Puts another person in somebody’s place in the team; what was sent stays. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, ALREADY_REPLACED, ALREADY_IN_TEAM and those of reviewAccept about a person.',
  })
  reviewTeamReplace(
    @Args(() => ReviewTeamReplaceArgs) { input }: ReviewTeamReplaceArgs,
    @Ctx() context: Context,
  ) {
    return context.command(
      'reviewTeamReplace',
      input,
      async ({ db, viewer, now, newId, record }) => {
        const review = await lockReview(db, input.reviewId)
        ensure(canReplaceReviewer(viewer, review), ['input', 'reviewId'])
        expectVersion(review, input.expectedVersion)

        const former = await memberOf(db, review.id, input.memberId)
        const personId = uuidOf('PE', input.personId) ?? input.personId
        const candidates = await candidatesForReview(db, review, now)
        const candidate = candidates.find((each) => each.personId === personId)
        const path = ['input', 'personId']
        const problems: ProblemDetail[] = [
          ...memberProblems({ personId, isLead: former.isLead }, candidate, path),
        ]
        if (candidate?.isInTeam)
          problems.push(badInput('ALREADY_IN_TEAM', 'This person is in the team already.', path))
        if (await isPlaceTaken(db, former)) {
          problems.push(
            badInput('ALREADY_REPLACED', 'This place has been taken by somebody else already.', [
              'input',
              'memberId',
            ]),
          )
        }
        if (problems.length > 0 || !candidate) throw new Refusal(problems)

        if (former.endedAt === null) {
          await db
            .updateTable('reviewMember')
            .set({ endedAt: now })
            .where('id', '=', former.id)
            .execute()
        }
        await seat(db, {
          id: newId(),
          reviewId: review.id,
          administrationId: review.administrationId,
          assessmentId: review.assessmentId,
          personId,
          homeAdministrationId: candidate.homeAdministrationId,
          isLead: former.isLead,
          replacesId: former.id,
        })
        await changeReview(db, review, {})
        recordReview(record, 'reviewTeamReplace', review, {
          left: former.personId,
          came: personId,
        })
        return { reviewId: review.id }
      },
    )
  }
}

interface Former {
  readonly id: string
  readonly personId: string
  readonly isLead: boolean
  readonly endedAt: unknown
}

async function memberOf(db: Db, reviewId: string, globalId: string): Promise<Former> {
  const id = uuidOf('RM', globalId)
  const row =
    id === null
      ? undefined
      : await db
          .selectFrom('reviewMember')
          .select(['id', 'personId', 'isLead', 'endedAt'])
          .where('id', '=', id)
          .where('reviewId', '=', reviewId)
          .executeTakeFirst()
  if (!row) throw notFound(['input', 'memberId'])
  return row
}

const isPlaceTaken = async (db: Db, former: Former): Promise<boolean> =>
  (await db
    .selectFrom('reviewMember')
    .select('id')
    .where('replacesId', '=', former.id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()) !== undefined

// Somebody who was in the team before comes back to the same row, and declares anew.
async function seat(
  db: Db,
  member: {
    readonly id: string
    readonly reviewId: string
    readonly personId: string
    readonly isLead: boolean
    readonly administrationId: string
    readonly assessmentId: string
    readonly homeAdministrationId: string
    readonly replacesId: string
  },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('reviewMember')
    .set({
      isLead: member.isLead,
      replacesId: member.replacesId,
      endedAt: null,
      declaration: null,
      declarationText: null,
      declaredAt: null,
    })
    .where('reviewId', '=', member.reviewId)
    .where('personId', '=', member.personId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) await insertRows(db, 'reviewMember', [member])
}
