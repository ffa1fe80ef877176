import { insertRows } from '#platform'
import type { DemoFinding, DemoReview } from './world'
import { assessmentKey, type Written, type WrittenAssessment } from './written'

interface Place {
  readonly reviewId: string
  readonly administrationId: string
  readonly assessmentId: string
}

/** Peer reviews with their teams, judgements, findings and answers. */
export async function writeReviews(
  written: Written & { readonly assessments: ReadonlyMap<string, WrittenAssessment> },
): Promise<void> {
  for (const review of written.world.reviews) await writeReview(written, review)
}

async function writeReview(
  written: Written & { readonly assessments: ReadonlyMap<string, WrittenAssessment> },
  review: DemoReview,
): Promise<void> {
  const { db, ids, people, assessments } = written
  const assessment = assessments.get(assessmentKey(review.administration, review.cycle))!
  const lead = review.team.find((member) => member.lead)
  const place: Place = {
    reviewId: ids.next(),
    administrationId: assessment.administrationId,
    assessmentId: assessment.id,
  }
  const officer = people.get(review.countersignedBy ?? '') ?? null
  await insertRows(db, 'review', [
    {
      id: place.reviewId,
      administrationId: place.administrationId,
      assessmentId: place.assessmentId,
      submissionId: review.acceptedAt ? assessment.submissionId : null,
      status: review.status,
      isConfirmed: true,
      scope: review.scope,
      reason: review.motive,
      requestedBy: people.get(review.requestedBy),
      requestedAt: review.requestedAt,
      confirmedBy: people.get(review.confirmedBy),
      confirmedAt: review.requestedAt,
      decidedAt: review.acceptedAt,
      startedAt: review.startedAt,
      sharedAt: review.sharedAt,
      responseDueAt: review.sharedAt ? daysLater(review.sharedAt, 30) : null,
      respondedAt: review.respondedAt,
      conclusionProposedBy: review.concludedAt && lead ? people.get(lead.person) : null,
      concludedAt: review.concludedAt,
      countersignedBy: review.concludedAt ? officer : null,
    },
  ])
  await insertRows(
    db,
    'reviewMember',
    review.team.map((member) => ({
      id: ids.next(),
      ...place,
      personId: people.get(member.person),
      isLead: member.lead,
      declaration: 'NO_CONFLICT',
      declarationText: null,
      declaredAt: member.declaredAt,
    })),
  )
  await writeJudgements(written, review, place)
  await writeFindings(written, review, place)
}

async function writeJudgements({ db, ids, people }: Written, review: DemoReview, place: Place) {
  const isSent = review.sharedAt !== null
  await insertRows(
    db,
    'reviewScore',
    review.scores.map((score) => ({
      id: ids.next(),
      ...place,
      kpiCode: score.kpi,
      authorId: people.get(score.reviewer),
      judgement: score.confidence === 'HIGH' ? 'AGREE' : 'DIFFER',
      value: score.value,
      confidence: score.confidence,
      rationale: score.rationale,
      status: isSent ? 'SENT' : 'DRAFT',
      sentAt: review.sharedAt,
      updatedAt: review.sharedAt ?? review.startedAt,
    })),
  )
}

async function writeFindings({ db, ids, people }: Written, review: DemoReview, place: Place) {
  const findings = review.findings.map((finding) => ({ finding, id: ids.next() }))
  const { reviewId, administrationId } = place
  const responder = people.get(review.requestedBy)
  const lead = people.get(review.team.find((member) => member.lead)?.person ?? '')
  await insertRows(
    db,
    'finding',
    findings.map(({ finding, id }) => findingRow(finding, id, place, review, people)),
  )
  await insertRows(
    db,
    'findingResponse',
    findings.flatMap(({ finding, id }) =>
      finding.memberResponse
        ? [
            {
              findingId: id,
              reviewId,
              administrationId,
              decision: finding.memberResponse.answer === 'ACCEPT' ? 'ACCEPTED' : 'CONTESTED',
              body: finding.memberResponse.text,
              proposedBy: responder,
              updatedAt: review.respondedAt ?? review.sharedAt,
            },
          ]
        : [],
    ),
  )
  await insertRows(
    db,
    'findingResolution',
    findings.flatMap(({ finding, id }) =>
      finding.resolution && lead
        ? [
            {
              findingId: id,
              reviewId,
              administrationId,
              outcome: finding.memberResponse?.answer === 'CONTEST' ? 'AMENDED' : 'UPHELD',
              body: finding.resolution,
              resolvedBy: lead,
              resolvedAt: review.concludedAt ?? review.respondedAt,
            },
          ]
        : [],
    ),
  )
}

function findingRow(
  finding: DemoFinding,
  id: string,
  place: Place,
  review: DemoReview,
  people: ReadonlyMap<string, string>,
) {
  const at = finding.sentAt ?? review.startedAt
  return {
    id,
    ...place,
    kpiCode: finding.kpi,
    authorId: people.get(finding.author),
    kind: finding.kind,
    severity: finding.severity,
    body: finding.text,
    citation: null,
    status: finding.sentAt ? 'SENT' : 'DRAFT',
    sentAt: finding.sentAt,
    createdAt: at,
    updatedAt: at,
  }
}

function daysLater(moment: string, days: number): string {
  return new Date(Date.parse(moment) + days * 24 * 60 * 60 * 1000).toISOString()
}
