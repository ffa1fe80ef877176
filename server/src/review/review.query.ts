import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, PageArgs, REVIEWER, Reads, SECRETARIAT } from '#access'
import { connectionOf, pageOf, uuidOf } from '#platform'
import { ReviewStatus } from './enums'
import { ReviewAssignment, ReviewerCandidate } from './review-member.type'
import { assignmentsOfViewer, reviewPage, reviewsById } from './review.rows'
import { Review, ReviewConnection } from './review.type'
import { candidatesForReview } from './team.rows'

@ArgsType()
class ReviewArgs {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => ID, { description: 'Id of the review.' })
  readonly id!: string
}

@ArgsType()
class ReviewsArgs extends PageArgs {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Reads('Review.status')
  @Field(() => ReviewStatus, {
    nullable: true,
    description: 'State of the reviews wanted. All when nothing is given.',
  })
  readonly status?: ReviewStatus | null
}

@ArgsType()
class CandidatesArgs {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the review that needs a team.' })
  readonly reviewId!: string
}

@Resolver()
export class ReviewQuery {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Query(() => Review, {
    nullable: true,
    description:
      'One peer review: of the own administration, assigned and declared, or any signed request for the cycle officer. Null when nothing is there for the viewer.',
  })
  async review(@Args(() => ReviewArgs) { id }: ReviewArgs, @Ctx() context: Context) {
    const uuid = uuidOf('RV', id)
    return uuid === null ? null : context.load(reviewsById, uuid)
  }

  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Query(() => ReviewConnection, {
    description: 'Peer reviews the viewer may see, the newest request first.',
  })
  async reviews(@Args(() => ReviewsArgs) args: ReviewsArgs, @Ctx() context: Context) {
    const page = pageOf(args)
    const { rows, total } = await context.read((db) => reviewPage(db, page, args.status ?? null))
    return connectionOf(rows, page, total, ({ requestedAt, id }) => [requestedAt, id])
  }

  @Access(REVIEWER)
  @Query(() => [ReviewAssignment], {
    description:
      'Reviews the viewer is assigned to, those without a declaration about conflicts too; the most urgent first.',
  })
  reviewAssignments(@Ctx() context: Context): Promise<readonly ReviewAssignment[]> {
    return context.read((db) => assignmentsOfViewer(db, context.now))
  }

  @Access(SECRETARIAT)
  @Query(() => [ReviewerCandidate], {
    nullable: true,
    description:
      'Everybody with a reviewer’s role, with accreditation, load and what stands against being in this team. Null when there is no such review for the viewer.',
  })
  async reviewerCandidates(
    @Args(() => CandidatesArgs) { reviewId }: CandidatesArgs,
    @Ctx() context: Context,
  ) {
    const uuid = uuidOf('RV', reviewId)
    const review = uuid === null ? null : await context.load(reviewsById, uuid)
    return review && context.read((db) => candidatesForReview(db, review, context.now))
  }
}
