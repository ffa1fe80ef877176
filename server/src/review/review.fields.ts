import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, PUBLIC, Permission, Problem, REVIEWER, SECRETARIAT } from '#access'
import { Administration, PersonCard, administrationsById, cardOf } from '#accounts'
import { Cycle, cyclesById } from '#cycle'
import { Kpi, catalogueOf } from '#framework'
import { globalId } from '#platform'
import { Finding } from './finding.type'
import {
  consensusOfReviews,
  findingsOfReviews,
  notesOfReviews,
  scoresOfReviews,
} from './items.rows'
import {
  obstaclesToConclude,
  obstaclesToRespond,
  obstaclesToShare,
  obstaclesToStart,
  type AskOfReview,
} from './obstacles.rows'
import * as can from './policies'
import { ReviewMember } from './review-member.type'
import { ReviewConsensus, ReviewNote, ReviewScore } from './review-items.type'
import { Review, ReviewPayload, ReviewViewerCan } from './review.type'
import { reviewsById } from './review.rows'
import { teamsOfReviews } from './team.rows'

@Resolver(() => Review)
export class ReviewFields {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque id of the review.' })
  id(@Root() review: Review): string {
    return globalId('RV', review.id)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'Administration under review.',
  })
  administration(@Root() review: Review, @Ctx() context: Context) {
    return context.load(administrationsById, review.administrationId)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => Cycle, {
    nullable: true,
    description: 'Cycle of the assessment under review.',
  })
  cycle(@Root() review: Review, @Ctx() context: Context) {
    return context.load(cyclesById, review.cycleId)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => [Kpi], {
    description: 'KPIs to be examined, in the order of the framework.',
  })
  kpis(@Root() review: Review, @Ctx() context: Context) {
    const version = catalogueOf(context).byId(review.frameworkVersionId)
    return version?.kpis.filter(({ code }) => review.scope.includes(code)) ?? []
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Who asked for the review.' })
  requestedBy(@Root() review: Review, @Ctx() context: Context) {
    return cardOf(context, 'REVIEW', review, review.requestedBy, 'COORDINATOR')
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Who signed the request. Null before.',
  })
  confirmedBy(@Root() review: Review, @Ctx() context: Context) {
    return cardOf(context, 'REVIEW', review, review.confirmedBy)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Who countersigned the conclusion. Null before.',
  })
  countersignedBy(@Root() review: Review, @Ctx() context: Context) {
    return cardOf(context, 'REVIEW', review, review.countersignedBy, 'CYCLE_OFFICER')
  }

  @Access(OWNER)
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether the coordinator has handed the answers to the approver for signature.',
  })
  isResponseProposed(@Root() review: Review): boolean {
    return review.responseProposedBy !== null
  }

  @Access(REVIEWER, SECRETARIAT)
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether the lead has proposed the conclusion for countersignature.',
  })
  isConclusionProposed(@Root() review: Review): boolean {
    return review.conclusionProposedBy !== null
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => [ReviewMember], {
    description: 'Team of the review, the lead first; former members last.',
  })
  async team(@Root() review: Review, @Ctx() context: Context) {
    return (await context.load(teamsOfReviews, review.id)) ?? []
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => [ReviewScore], {
    description:
      'Judgements the viewer may see: the own ones; colleagues’ on a KPI once the own one is sent; all sent ones for administration and secretariat once the review is shared.',
  })
  async scores(@Root() review: Review, @Ctx() context: Context) {
    return (await context.load(scoresOfReviews, review.id)) ?? []
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => [ReviewConsensus], {
    description: 'What the team agreed on after judging apart.',
  })
  async consensus(@Root() review: Review, @Ctx() context: Context) {
    return (await context.load(consensusOfReviews, review.id)) ?? []
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => [Finding], { description: 'Findings the viewer may see, by KPI and time.' })
  async findings(@Root() review: Review, @Ctx() context: Context) {
    return (await context.load(findingsOfReviews, review.id)) ?? []
  }

  @Access(REVIEWER)
  @FieldResolver(() => [ReviewNote], {
    nullable: true,
    description: 'Working notes of the team. Null for others.',
  })
  async workingNotes(@Root() review: Review, @Ctx() context: Context) {
    return (await context.load(notesOfReviews, review.id)) ?? []
  }

  @Access(REVIEWER)
  @FieldResolver(() => [Problem], {
    nullable: true,
    description:
      'All that keeps the lead from the next step: starting, sharing or concluding. Null for others and where there is no next step of the lead.',
  })
  leadObstacles(@Root() review: Review, @Ctx() context: Context) {
    const { viewer } = context
    const ask = asking(context, review)
    if (can.canStartReview(viewer, review).allowed) return obstaclesToStart(ask)
    if (can.canShareReview(viewer, review).allowed) return obstaclesToShare(ask, review.scope)
    if (can.canProposeConclusion(viewer, review).allowed) return obstaclesToConclude(ask)
    return null
  }

  @Access(OWNER)
  @FieldResolver(() => [Problem], {
    nullable: true,
    description:
      'All that keeps the administration from handing its answers in. Null before the review is shared and after.',
  })
  responseObstacles(@Root() review: Review, @Ctx() context: Context) {
    return review.status === 'SHARED' ? obstaclesToRespond(asking(context, review)) : null
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => ReviewViewerCan, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() review: Review, @Ctx() { viewer }: Context): ReviewViewerCan {
    const ask = (policy: (viewer: Context['viewer'], review: Review) => Permission) =>
      policy(viewer, review)
    return {
      confirmRequest: ask(can.canConfirmRequest),
      withdraw: ask(can.canWithdrawReview),
      accept: ask(can.canAcceptReview),
      decline: ask(can.canDeclineReview),
      replaceReviewer: ask(can.canReplaceReviewer),
      start: ask(can.canStartReview),
      judge: ask(can.canJudge),
      keepNotes: ask(can.canKeepNotes),
      recordConsensus: ask(can.canRecordConsensus),
      share: ask(can.canShareReview),
      answerFindings: ask(can.canAnswerFindings),
      respond: ask(can.canRespond),
      resolveFindings: ask(can.canResolveFindings),
      amend: ask(can.canAmendReview),
      proposeConclusion: ask(can.canProposeConclusion),
      conclude: ask(can.canConcludeReview),
    }
  }
}

const asking =
  (context: Context, { id }: Review): AskOfReview =>
  (reader) =>
    context.load(reader, id)

@Resolver(() => ReviewPayload)
export class ReviewPayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => Review, {
    nullable: true,
    description: 'The review as it is now. Null when the command was refused.',
  })
  review(@Root() payload: ReviewPayload, @Ctx() context: Context) {
    return payload.reviewId ? context.load(reviewsById, payload.reviewId) : null
  }
}
