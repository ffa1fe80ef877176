import { insertRows } from '#platform'
import type { DemoReview } from './world'
import { writeReviewItems } from './write-review-items'
import { assessmentKey, type Written, type WrittenAssessment } from './written'

const CONCLUSION =
  'The team has examined every figure of the scope. Where its values differ they stand beside the administration’s own; the answers to the findings are recorded in full.'
const WEEKS_OF_WORK = 10
const DAYS_TO_ANSWER = 30

interface WrittenWithAssessments extends Written {
  readonly assessments: ReadonlyMap<string, WrittenAssessment>
}

/** Where every row of a review belongs. */
export interface Place {
  readonly reviewId: string
  readonly administrationId: string
  readonly assessmentId: string
}

/** Peer reviews with their teams, judgements, findings and answers. */
export async function writeReviews(written: WrittenWithAssessments): Promise<void> {
  for (const review of written.world.reviews) await writeReview(written, review)
}

async function writeReview(written: WrittenWithAssessments, review: DemoReview): Promise<void> {
  const { db, ids, people, assessments } = written
  const assessment = assessments.get(assessmentKey(review.administration, review.cycle))!
  const lead = review.team.find((member) => member.lead)
  const place: Place = {
    reviewId: ids.next(),
    administrationId: assessment.administrationId,
    assessmentId: assessment.id,
  }
  const { acceptedAt, startedAt, sharedAt, concludedAt } = review
  await insertRows(db, 'review', [
    {
      id: place.reviewId,
      administrationId: place.administrationId,
      assessmentId: place.assessmentId,
      submissionId: acceptedAt ? assessment.submissionId : null,
      status: review.status,
      isConfirmed: true,
      scope: review.scope,
      reason: review.motive,
      requestedBy: people.get(review.requestedBy),
      requestedAt: review.requestedAt,
      confirmedBy: people.get(review.confirmedBy),
      confirmedAt: review.requestedAt,
      decidedBy: acceptedAt ? officerOf(written, review) : null,
      decidedAt: acceptedAt,
      dueOn: startedAt ? daysLater(startedAt, WEEKS_OF_WORK * 7).slice(0, 10) : null,
      startedAt,
      sharedAt,
      responseDueAt: sharedAt ? daysLater(sharedAt, DAYS_TO_ANSWER) : null,
      respondedAt: review.respondedAt,
      conclusionProposedBy: concludedAt && lead ? people.get(lead.person) : null,
      conclusion: concludedAt ? CONCLUSION : null,
      concludedAt,
      countersignedBy: concludedAt ? officerOf(written, review) : null,
    },
  ])
  await writeTeam(written, review, place)
  await writeReviewItems(written, review, place)
}

async function writeTeam(written: Written, review: DemoReview, place: Place): Promise<void> {
  await insertRows(
    written.db,
    'reviewMember',
    review.team.map((member) => ({
      id: written.ids.next(),
      ...place,
      personId: written.people.get(member.person),
      homeAdministrationId: homeOf(written, member.person),
      isLead: member.lead,
      declaration: 'NO_CONFLICT',
      declarationText: null,
      declaredAt: member.declaredAt,
    })),
  )
}

function homeOf({ world, administrations }: Written, person: string): string | undefined {
  const role = world.people
    .find(({ key }) => key === person)
    ?.roles.find((each) => each.role === 'REVIEWER' || each.role === 'LEAD_REVIEWER')
  return role?.administration && administrations.get(role.administration)
}

function officerOf({ world, people }: Written, review: DemoReview): string | undefined {
  const officer =
    review.countersignedBy ??
    world.people.find(({ roles }) => roles.some(({ role }) => role === 'CYCLE_OFFICER'))?.key
  return officer && people.get(officer)
}

/** The moment so many days after another. */
export const daysLater = (moment: string, days: number): string =>
  new Date(Date.parse(moment) + days * 24 * 60 * 60 * 1000).toISOString()
