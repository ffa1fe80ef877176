import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, PUBLIC, REVIEWER, SECRETARIAT } from '#access'
import { PersonCard, cardOf } from '#accounts'
import { globalId } from '#platform'
import { Finding, FindingPayload, FindingViewerCan } from './finding.type'
import { findingsById, notesById, scoresById } from './items.rows'
import { canAnswerFindings, canCorrectFinding, canEditItem, canResolveFindings } from './policies'
import { ReviewNote, ReviewNotePayload, ReviewScore, ReviewScorePayload } from './review-items.type'
import { reviewsById } from './review.rows'
import { Review } from './review.type'

@Resolver(() => ReviewScore)
export class ReviewScoreFields {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque id of the judgement.' })
  id(@Root() score: ReviewScore): string {
    return globalId('RS', score.id)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'REVIEW_STAGE' })
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Who judged.' })
  author(@Root() score: ReviewScore, @Ctx() context: Context) {
    return cardOf(context, 'REVIEW_ITEM', score, score.authorId, 'REVIEWER')
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => Boolean, { description: 'Whether the viewer is its author.' })
  isOwn(@Root() score: ReviewScore, @Ctx() { viewer }: Context): boolean {
    return score.authorId === viewer.personId
  }
}

@Resolver(() => ReviewNote)
export class ReviewNoteFields {
  @Access(REVIEWER)
  @FieldResolver(() => ID, { description: 'Opaque id of the note.' })
  id(@Root() note: ReviewNote): string {
    return globalId('RN', note.id)
  }

  @Access(REVIEWER)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Who wrote it.' })
  author(@Root() note: ReviewNote, @Ctx() context: Context) {
    return cardOf(context, 'REVIEW_ITEM', note, note.authorId, 'REVIEWER')
  }

  @Access(REVIEWER)
  @FieldResolver(() => Boolean, { description: 'Whether the viewer is its author.' })
  isOwn(@Root() note: ReviewNote, @Ctx() { viewer }: Context): boolean {
    return note.authorId === viewer.personId
  }
}

@Resolver(() => Finding)
export class FindingFields {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque id of the finding.' })
  id(@Root() finding: Finding): string {
    return globalId('FI', finding.id)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => ID, {
    nullable: true,
    description: 'Id of the finding this one corrects. Null for a first version.',
  })
  correctsId(@Root() finding: Finding): string | null {
    return finding.correctsId && globalId('FI', finding.correctsId)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'REVIEW_STAGE' })
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Who wrote it.' })
  author(@Root() finding: Finding, @Ctx() context: Context) {
    return cardOf(context, 'REVIEW_ITEM', finding, finding.authorId, 'REVIEWER')
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => Boolean, { description: 'Whether the viewer is its author.' })
  isOwn(@Root() finding: Finding, @Ctx() { viewer }: Context): boolean {
    return finding.authorId === viewer.personId
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => FindingViewerCan, {
    nullable: true,
    description: 'What the viewer may do with it.',
  })
  async viewerCan(
    @Root() finding: Finding,
    @Ctx() context: Context,
  ): Promise<FindingViewerCan | null> {
    const { viewer } = context
    const review = await context.load(reviewsById, finding.reviewId)
    return (
      review && {
        edit: canEditItem(viewer, review, finding),
        correct: canCorrectFinding(viewer, review, finding),
        respond: canAnswerFindings(viewer, review),
        resolve: canResolveFindings(viewer, review),
      }
    )
  }
}

@Resolver(() => ReviewScorePayload)
export class ReviewScorePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => ReviewScore, {
    nullable: true,
    description:
      'The judgement as it is now, after a conflict too. Null when the command was refused otherwise.',
  })
  score(@Root() payload: ReviewScorePayload, @Ctx() context: Context) {
    return payload.scoreId ? context.load(scoresById, payload.scoreId) : null
  }
}

@Resolver(() => ReviewNotePayload)
export class ReviewNotePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => ReviewNote, {
    nullable: true,
    description:
      'The note as it is now, after a conflict too. Null when the command was refused otherwise.',
  })
  note(@Root() payload: ReviewNotePayload, @Ctx() context: Context) {
    return payload.noteId ? context.load(notesById, payload.noteId) : null
  }
}

@Resolver(() => FindingPayload)
export class FindingPayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => Finding, {
    nullable: true,
    description:
      'The finding as it is now, after a conflict too. Null when it was deleted or the command refused otherwise.',
  })
  finding(@Root() payload: FindingPayload, @Ctx() context: Context) {
    return payload.findingId ? context.load(findingsById, payload.findingId) : null
  }

  @Access(PUBLIC)
  @FieldResolver(() => Review, {
    nullable: true,
    description: 'The review it belongs to. Null when the command was refused.',
  })
  review(@Root() payload: FindingPayload, @Ctx() context: Context) {
    return payload.reviewId ? context.load(reviewsById, payload.reviewId) : null
  }
}
