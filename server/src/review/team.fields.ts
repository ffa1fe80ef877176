import { Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, PUBLIC, REVIEWER, SECRETARIAT } from '#access'
import { Administration, PersonCard, administrationsById, cardOf } from '#accounts'
import { Cycle, cyclesById } from '#cycle'
import { Kpi, catalogueOf } from '#framework'
import { globalId } from '#platform'
import {
  ConflictDeclarePayload,
  ReviewAssignment,
  ReviewMember,
  ReviewerCandidate,
} from './review-member.type'
import { assignmentsOfViewer } from './review.rows'
import { mayLead, mayReview } from './team'
import { judgedCountsOfReviews, type CandidateRow } from './team.rows'

@Resolver(() => ReviewMember)
export class ReviewMemberFields {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque id of the place in the team.' })
  id(@Root() member: ReviewMember): string {
    return globalId('RM', member.id)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'The person.' })
  person(@Root() member: ReviewMember, @Ctx() context: Context) {
    return cardOf(
      context,
      'REVIEW_TEAM',
      member,
      member.personId,
      member.isLead ? 'LEAD_REVIEWER' : 'REVIEWER',
    )
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'Administration the person comes from.',
  })
  home(@Root() member: ReviewMember, @Ctx() context: Context) {
    return context.load(administrationsById, member.homeAdministrationId)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => Boolean, { description: 'Whether it is the viewer.' })
  isViewer(@Root() member: ReviewMember, @Ctx() { viewer }: Context): boolean {
    return member.personId === viewer.personId
  }

  @Access(REVIEWER)
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Number of KPIs the person has judged; what was found stays apart until both have judged. Null for others than the team.',
  })
  async judgedCount(@Root() member: ReviewMember, @Ctx() context: Context): Promise<number> {
    const counts = await context.load(judgedCountsOfReviews, member.reviewId)
    return counts?.get(member.personId) ?? 0
  }
}

@Resolver(() => ReviewAssignment)
export class ReviewAssignmentFields {
  @Access(REVIEWER)
  @FieldResolver(() => ID, { description: 'Opaque id of the assignment.' })
  id(@Root() assignment: ReviewAssignment): string {
    return globalId('RM', assignment.id)
  }

  @Access(REVIEWER)
  @FieldResolver(() => ID, {
    description: 'Id of the review, which opens once the viewer has declared.',
  })
  reviewId(@Root() assignment: ReviewAssignment): string {
    return globalId('RV', assignment.reviewId)
  }

  @Access(REVIEWER)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'Administration under review.',
  })
  administration(@Root() assignment: ReviewAssignment, @Ctx() context: Context) {
    return context.load(administrationsById, assignment.administrationId)
  }

  @Access(REVIEWER)
  @FieldResolver(() => Cycle, {
    nullable: true,
    description: 'Cycle of the assessment under review.',
  })
  cycle(@Root() assignment: ReviewAssignment, @Ctx() context: Context) {
    return context.load(cyclesById, assignment.cycleId)
  }

  @Access(REVIEWER)
  @FieldResolver(() => [Kpi], {
    description: 'KPIs to be examined, in the order of the framework.',
  })
  kpis(@Root() assignment: ReviewAssignment, @Ctx() context: Context) {
    const version = catalogueOf(context).byId(assignment.frameworkVersionId)
    return version?.kpis.filter(({ code }) => assignment.scope.includes(code)) ?? []
  }
}

@Resolver(() => ReviewerCandidate)
export class ReviewerCandidateFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'The person.' })
  person(@Root() candidate: CandidateRow, @Ctx() context: Context) {
    return cardOf(
      context,
      'REVIEW_TEAM',
      candidate,
      candidate.personId,
      candidate.holdsLeadRole ? 'LEAD_REVIEWER' : 'REVIEWER',
    )
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'Administration the person comes from.',
  })
  home(@Root() candidate: CandidateRow, @Ctx() context: Context) {
    return context.load(administrationsById, candidate.homeAdministrationId)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => Int, {
    description: 'Number of unfinished reviews the person takes part in.',
  })
  openReviewCount(@Root() candidate: CandidateRow): number {
    return candidate.load
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => Boolean, { description: 'Whether the person may be in the team.' })
  mayReview(@Root() candidate: CandidateRow): boolean {
    return mayReview(candidate)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => Boolean, { description: 'Whether the person may lead the team.' })
  mayLead(@Root() candidate: CandidateRow): boolean {
    return mayLead(candidate)
  }
}

@Resolver(() => ConflictDeclarePayload)
export class ConflictDeclarePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => ReviewAssignment, {
    nullable: true,
    description: 'The assignment as it is now. Null when the declaration ended it or was refused.',
  })
  async assignment(@Root() payload: ConflictDeclarePayload, @Ctx() context: Context) {
    if (!payload.reviewId) return null
    const all = await context.read((db) => assignmentsOfViewer(db, context.now))
    return all.find(({ reviewId }) => reviewId === payload.reviewId) ?? null
  }
}
