import { LockMode } from '@mikro-orm/core'
import type { CommandScope } from '#access'
import { badInput, notFound, uuidOf, type ProblemDetail } from '#platform'
import { Cycle, type RecordedDecision } from './cycle'
import type { RecordedDecisionInput } from './cycle.input'
import type { CycleFacts } from './policies'

/** The cycle a command is about, locked for the rest of its transaction, with what the rules ask. */
export async function lockCycle(
  { em, db }: Pick<CommandScope, 'em' | 'db'>,
  globalId: string,
): Promise<{ cycle: Cycle; facts: CycleFacts }> {
  const id = uuidOf('CY', globalId)
  const cycle = id && (await em.findOne(Cycle, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }))
  if (!cycle) throw notFound(['input', 'cycleId'])
  const release = await db
    .selectFrom('release')
    .select('id')
    .where('cycleId', '=', cycle.id)
    .where('status', '=', 'PUBLISHED')
    .limit(1)
    .executeTakeFirst()
  return {
    cycle,
    facts: { status: cycle.status, closedBy: cycle.closedBy, isPublished: release !== undefined },
  }
}

/** An audit entry about a cycle, in the chain of the secretariat. */
export function recordCycle(
  record: CommandScope['record'],
  action: string,
  cycle: Pick<Cycle, 'id' | 'code' | 'status'>,
  facts: Readonly<Record<string, unknown>> = {},
  after?: unknown,
): void {
  record({
    action,
    objectType: 'Cycle',
    objectId: cycle.id,
    administrationId: null,
    cycleId: cycle.id,
    after,
    facts: { code: cycle.code, to: cycle.status, ...facts },
  })
}

/** The decision as it is stored, and what is wrong with it. */
export function decisionOf(
  input: RecordedDecisionInput,
  field: string,
  now: Date,
): { decision: RecordedDecision; problems: readonly ProblemDetail[] } {
  const problems: ProblemDetail[] = []
  if (input.session.trim() === '') {
    problems.push(
      badInput('TEXT_MISSING', 'Name the session of the decision.', ['input', field, 'session']),
    )
  }
  if (new Date(input.decidedOn) > now) {
    problems.push(
      badInput('DATE_IN_FUTURE', 'The decision lies in the future.', ['input', field, 'decidedOn']),
    )
  }
  const decision: RecordedDecision = {
    body: 'PMMPT',
    session: input.session.trim(),
    decidedOn: input.decidedOn,
    document: input.document?.trim() || null,
  }
  return { decision, problems }
}
