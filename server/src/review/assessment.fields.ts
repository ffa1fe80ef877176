import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, Permission, REVIEWER, SECRETARIAT, audiencesOf } from '#access'
import { Assessment, KpiResponse, assessmentsById, submittedResponses } from '#assessment'
import { ReviewStatus } from './enums'
import { canRequestReview } from './policies'
import { Review } from './review.type'
import { reviewsOfAssessments } from './review.rows'

const FINISHED: readonly ReviewStatus[] = ['DECLINED', 'CONCLUDED', 'WITHDRAWN']

@Resolver(() => Review)
export class ReviewAssessmentFields {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => Assessment, { nullable: true, description: 'Assessment under review.' })
  assessment(@Root() review: Review, @Ctx() context: Context) {
    return context.load(assessmentsById, review.assessmentId)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => [KpiResponse], {
    description:
      'Answers under review: those of the KPIs in scope, frozen in the submission the review is bound to. Empty before it is bound, and for the team before it starts and after the conclusion.',
  })
  async answers(@Root() review: Review, @Ctx() context: Context) {
    if (review.submissionId === null) return []
    const answers = (await context.load(submittedResponses, review.submissionId)) ?? []
    return answers.filter(
      (answer) =>
        review.scope.includes(answer.kpiCode) &&
        audiencesOf(context.viewer, 'CONTENT', { ...answer }) !== 0,
    )
  }
}

@Resolver(() => Assessment)
export class AssessmentReviewFields {
  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => [Review], {
    nullable: true,
    description: 'Peer reviews of the assessment the viewer may see, the newest request first.',
  })
  async reviews(@Root() assessment: Assessment, @Ctx() context: Context) {
    return (await context.load(reviewsOfAssessments, assessment.id)) ?? []
  }

  @Access(OWNER)
  @FieldResolver(() => Permission, {
    nullable: true,
    description: 'Whether the viewer may ask for a peer review of it.',
  })
  async reviewRequest(
    @Root() assessment: Assessment,
    @Ctx() context: Context,
  ): Promise<Permission> {
    const reviews = (await context.load(reviewsOfAssessments, assessment.id)) ?? []
    return canRequestReview(context.viewer, {
      administrationId: assessment.administrationId,
      status: assessment.status,
      hasOpenReview: reviews.some(({ status }) => !FINISHED.includes(status)),
    })
  }
}
