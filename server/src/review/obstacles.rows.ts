import { sql } from 'kysely'
import type { Db, ProblemDetail } from '#platform'
import {
  concludeObstacles,
  respondObstacles,
  shareObstacles,
  startObstacles,
  type FindingState,
  type SentJudgement,
  type TeamMemberState,
  type UnsentWork,
} from './obstacles'
import { SMALLEST_TEAM } from './team'

interface Subject {
  readonly id: string
  readonly scope: readonly string[]
}

/** What keeps the team of this review from starting. */
export const obstaclesToStart = async (
  db: Db,
  review: Subject,
): Promise<readonly ProblemDetail[]> =>
  startObstacles(await activeTeam(db, review.id), SMALLEST_TEAM)

/** What keeps the lead of this review from sharing it. */
export async function obstaclesToShare(db: Db, review: Subject): Promise<readonly ProblemDetail[]> {
  const team = await activeTeam(db, review.id)
  const judgements = await db
    .selectFrom('reviewScore')
    .select(['kpiCode', 'authorId', 'judgement', 'value'])
    .where('reviewId', '=', review.id)
    .where('status', '=', 'SENT')
    .execute()
  const consensus = await db
    .selectFrom('reviewConsensus')
    .select('kpiCode')
    .where('reviewId', '=', review.id)
    .execute()
  const { rows: unsent } =
    await sql<UnsentWork>`select * from review_unsent(${review.id}::uuid)`.execute(db)
  return shareObstacles({
    scope: review.scope,
    team,
    judgements: judgements as readonly SentJudgement[],
    consensus: new Set(consensus.map(({ kpiCode }) => kpiCode)),
    unsent,
  })
}

/** What keeps the administration from handing its answers in. */
export const obstaclesToRespond = async (
  db: Db,
  review: Subject,
): Promise<readonly ProblemDetail[]> => respondObstacles(await sentFindings(db, review.id))

/** What keeps the lead from proposing the conclusion. */
export const obstaclesToConclude = async (
  db: Db,
  review: Subject,
): Promise<readonly ProblemDetail[]> => concludeObstacles(await sentFindings(db, review.id))

async function activeTeam(db: Db, reviewId: string): Promise<readonly TeamMemberState[]> {
  return db
    .selectFrom('reviewMember as m')
    .innerJoin('person as p', 'p.id', 'm.personId')
    .select(['m.personId', 'p.name', 'm.isLead', 'm.declaration'])
    .where('m.reviewId', '=', reviewId)
    .where('m.endedAt', 'is', null)
    .orderBy('m.isLead', 'desc')
    .orderBy('m.id')
    .execute()
}

async function sentFindings(db: Db, reviewId: string): Promise<readonly FindingState[]> {
  const rows = await db
    .selectFrom('finding as f')
    .leftJoin('findingResponse as a', 'a.findingId', 'f.id')
    .leftJoin('findingResolution as s', 's.findingId', 'f.id')
    .select([
      'f.id',
      'f.kpiCode',
      'f.correctsId',
      'a.findingId as answered',
      's.findingId as resolved',
    ])
    .where('f.reviewId', '=', reviewId)
    .where('f.status', '=', 'SENT')
    .orderBy('f.kpiCode')
    .orderBy('f.id')
    .execute()
  return rows.map(({ answered, resolved, ...finding }) => ({
    ...finding,
    isAnswered: answered !== null,
    isResolved: resolved !== null,
  }))
}
