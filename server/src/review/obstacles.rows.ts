import { sql } from 'kysely'
import type { BatchReader, Db, ProblemDetail } from '#platform'
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

/** Asks for one review what a reader knows of many: alone in a command, with its neighbours in a query. */
export type AskOfReview = <V>(reader: BatchReader<string, V, Db>) => Promise<V | null>

/** Asks inside a command, where there is one review only. */
export const askOf =
  (db: Db, reviewId: string): AskOfReview =>
  async (reader) =>
    (await reader(db, [reviewId], undefined)).get(reviewId) ?? null

/** What keeps the team of this review from starting. */
export const obstaclesToStart = async (ask: AskOfReview): Promise<readonly ProblemDetail[]> =>
  startObstacles((await ask(activeTeams)) ?? [], SMALLEST_TEAM)

/** What keeps the lead of this review from sharing it, as far as these KPIs go. */
export async function obstaclesToShare(
  ask: AskOfReview,
  scope: readonly string[],
): Promise<readonly ProblemDetail[]> {
  const [team, judgements, consensus, unsent] = await Promise.all([
    ask(activeTeams),
    ask(sentJudgements),
    ask(kpisAgreedOn),
    ask(unsentWork),
  ])
  return shareObstacles({
    scope,
    team: team ?? [],
    judgements: judgements ?? [],
    consensus: consensus ?? new Set(),
    unsent: unsent ?? [],
  })
}

/** What keeps the administration from handing its answers in. */
export const obstaclesToRespond = async (ask: AskOfReview): Promise<readonly ProblemDetail[]> =>
  respondObstacles((await ask(sentFindings)) ?? [])

/** What keeps the lead from proposing the conclusion. */
export const obstaclesToConclude = async (ask: AskOfReview): Promise<readonly ProblemDetail[]> =>
  concludeObstacles((await ask(sentFindings)) ?? [])

async function activeTeams(
  db: Db,
  reviewIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TeamMemberState[]>> {
  const rows = await db
    .selectFrom('reviewMember as m')
    .innerJoinLateral(sql<{ name: string }>`person_cards(array[m.person_id])`.as('p'), (join) =>
      join.onTrue(),
    )
    .select(['m.reviewId', 'm.personId', 'p.name', 'm.isLead', 'm.declaration'])
    .where('m.reviewId', 'in', [...reviewIds])
    .where('m.endedAt', 'is', null)
    .orderBy('m.isLead', 'desc')
    .orderBy('m.id')
    .execute()
  return Map.groupBy(rows, ({ reviewId }) => reviewId)
}

async function sentJudgements(
  db: Db,
  reviewIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SentJudgement[]>> {
  const rows = await db
    .selectFrom('reviewScore')
    .select(['reviewId', 'kpiCode', 'authorId', 'judgement', 'value'])
    .where('reviewId', 'in', [...reviewIds])
    .where('status', '=', 'SENT')
    .execute()
  return Map.groupBy(rows, ({ reviewId }) => reviewId)
}

async function kpisAgreedOn(
  db: Db,
  reviewIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await db
    .selectFrom('reviewConsensus')
    .select(['reviewId', 'kpiCode'])
    .where('reviewId', 'in', [...reviewIds])
    .execute()
  const grouped = Map.groupBy(rows, ({ reviewId }) => reviewId)
  return new Map(
    [...grouped].map(([id, found]) => [id, new Set(found.map(({ kpiCode }) => kpiCode))]),
  )
}

async function unsentWork(
  db: Db,
  reviewIds: readonly string[],
): Promise<ReadonlyMap<string, readonly UnsentWork[]>> {
  const { rows } = await sql<UnsentWork & { readonly reviewId: string }>`
    select r.id as review_id, u.* from unnest(${sql.val([...reviewIds])}::uuid[]) as r (id)
      cross join lateral review_unsent(r.id) u`.execute(db)
  return Map.groupBy(rows, ({ reviewId }) => reviewId)
}

async function sentFindings(
  db: Db,
  reviewIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FindingState[]>> {
  const rows = await db
    .selectFrom('finding as f')
    .leftJoin('findingResponse as a', 'a.findingId', 'f.id')
    .leftJoin('findingResolution as s', 's.findingId', 'f.id')
    .select([
      'f.id',
      'f.reviewId',
      'f.kpiCode',
      'f.correctsId',
      'a.findingId as answered',
      's.findingId as resolved',
    ])
    .where('f.reviewId', 'in', [...reviewIds])
    .where('f.status', '=', 'SENT')
    .orderBy('f.kpiCode')
    .orderBy('f.id')
    .execute()
  const states = rows.map(({ answered, resolved, ...finding }) => ({
    ...finding,
    isAnswered: answered !== null,
    isResolved: resolved !== null,
  }))
  return Map.groupBy(states, ({ reviewId }) => reviewId)
}
