import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, SECRETARIAT } from '#access'
import { Person } from '#accounts'
import { accreditationsOfPeople, openReviewCountsOfPeople } from './accreditation.rows'
import { ReviewerAccreditation, ReviewerAccreditationViewerCan } from './accreditation.type'
import { canAccredit } from './policies'

@Resolver(() => Person)
export class PersonAccreditation {
  @Access(OWNER, SECRETARIAT, { when: 'SELF_OR_COORDINATOR' })
  @FieldResolver(() => ReviewerAccreditation, {
    nullable: true,
    description:
      'Standing as a reviewer. Null for whoever reviews nobody, and for colleagues other than the coordinator.',
  })
  async accreditation(
    @Root() { personId, administrationId }: Person,
    @Ctx() context: Context,
  ): Promise<ReviewerAccreditation | null> {
    const found = await context.load(accreditationsOfPeople, personId, { now: context.now })
    return found && (found.isReviewer || found.standing !== null)
      ? { ...found, administrationId }
      : null
  }
}

@Resolver(() => ReviewerAccreditation)
export class ReviewerAccreditationFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Number of unfinished reviews the person takes part in. Null outside the secretariat.',
  })
  async openReviewCount(@Root() { personId }: ReviewerAccreditation, @Ctx() context: Context) {
    return (await context.load(openReviewCountsOfPeople, personId)) ?? 0
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => ReviewerAccreditationViewerCan, {
    description: 'What the viewer may do with it.',
  })
  viewerCan(
    @Root() accreditation: ReviewerAccreditation,
    @Ctx() { viewer }: Context,
  ): ReviewerAccreditationViewerCan {
    return { set: canAccredit(viewer, accreditation) }
  }
}
