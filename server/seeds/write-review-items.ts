import { insertRows } from '#platform'
import type { DemoFinding, DemoReview } from './world'
import type { Place } from './write-reviews'
import type { Written } from './written'

/** Judgements, consensus, findings and answers of one review. */
export async function writeReviewItems(
  written: Written,
  review: DemoReview,
  place: Place,
): Promise<void> {
  await writeJudgements(written, review, place)
  await writeConsensus(written, review, place)
  await writeFindings(written, review, place)
}

async function writeJudgements({ db, ids, people }: Written, review: DemoReview, place: Place) {
  const sentAt = review.sharedAt ?? review.startedAt
  await insertRows(
    db,
    'reviewScore',
    review.scores.map((score) => ({
      id: ids.next(),
      ...place,
      kpiCode: score.kpi,
      authorId: people.get(score.reviewer),
      judgement: score.differs ? 'DIFFER' : 'AGREE',
      value: score.differs ? score.value : null,
      confidence: score.confidence,
      rationale: score.rationale,
      status: 'SENT',
      sentAt,
      updatedAt: sentAt,
    })),
  )
}

async function writeConsensus({ db, people }: Written, review: DemoReview, place: Place) {
  const lead = review.team.find((member) => member.lead)
  const differing = new Set(review.scores.filter(({ differs }) => differs).map(({ kpi }) => kpi))
  await insertRows(
    db,
    'reviewConsensus',
    review.consensus
      .filter(({ kpi }) => differing.has(kpi))
      .map((consensus) => ({
        ...place,
        kpiCode: consensus.kpi,
        judgement: consensus.differs ? 'DIFFER' : 'AGREE',
        value: consensus.differs ? consensus.value : null,
        note: consensus.note,
        recordedBy: people.get(lead?.person ?? ''),
        updatedAt: review.sharedAt,
      })),
  )
}

async function writeFindings(written: Written, review: DemoReview, place: Place) {
  const { db, ids, people } = written
  const findings = review.findings.map((finding) => ({ finding, id: ids.next() }))
  await insertRows(
    db,
    'finding',
    findings.map(({ finding, id }) => findingRow(finding, id, place, review, people)),
  )
  await insertRows(
    db,
    'findingResponse',
    findings.flatMap(({ finding, id }) => responseRow(finding, id, place, review, people)),
  )
  await insertRows(
    db,
    'findingResolution',
    findings.flatMap(({ finding, id }) => resolutionRow(finding, id, place, review, people)),
  )
}

type People = Written['people']

function findingRow(
  finding: DemoFinding,
  id: string,
  place: Place,
  review: DemoReview,
  people: People,
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

// Answers that were never handed in are drafts of the administration.
function responseRow(
  { memberResponse }: DemoFinding,
  findingId: string,
  { reviewId, administrationId }: Place,
  review: DemoReview,
  people: People,
) {
  if (!memberResponse) return []
  return [
    {
      findingId,
      reviewId,
      administrationId,
      decision: memberResponse.answer === 'ACCEPT' ? 'ACCEPTED' : 'CONTESTED',
      body: memberResponse.text,
      proposedBy: people.get(review.requestedBy),
      confirmedAt: review.respondedAt,
      updatedAt: review.respondedAt ?? review.sharedAt,
    },
  ]
}

function resolutionRow(
  { resolution, memberResponse }: DemoFinding,
  findingId: string,
  { reviewId, administrationId }: Place,
  review: DemoReview,
  people: People,
) {
  const lead = review.team.find((member) => member.lead)
  if (!resolution || !lead) return []
  return [
    {
      findingId,
      reviewId,
      administrationId,
      outcome: memberResponse?.answer === 'CONTEST' ? 'AMENDED' : 'UPHELD',
      body: resolution,
      resolvedBy: people.get(lead.person),
      resolvedAt: review.concludedAt ?? review.respondedAt,
    },
  ]
}
