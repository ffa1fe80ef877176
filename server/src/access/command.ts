import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Refusal, isUuid, badInput, problem, type ProblemDetail, type WriteScope } from '#platform'
import { appendAudit, type AuditRecord } from './audit'
import type { Context } from './context'
import { ensureMayChange } from './ensure'
import { appendRefusals } from './refusals'
import { identityOf, logIdentityOf } from './session'
import type { Viewer } from './viewer'

export interface CommandInput {
  /** A UUID made by the client; the same key with the same input happens once. */
  readonly idempotencyKey?: string | null
}

/** What a command works with: one transaction, who asks, the time, and what is to be written with it. */
export interface CommandScope extends WriteScope {
  readonly viewer: Viewer
  readonly now: Date
  newId(): string
  /** Writes an audit row in this transaction. */
  record(entry: AuditRecord): void
  /** Leaves work for after the commit, in this transaction. */
  later(topic: string, payload: Readonly<Record<string, unknown>>): void
  /** Adds to this answer what must not be kept: a repeated request gets the answer without it. */
  once(secrets: Readonly<Record<string, unknown>>): void
}

/** A payload with the problems that prevented it; on success the list is empty. */
export type Settled<P> = Partial<P> & { readonly problems: readonly ProblemDetail[] }

const RETRIES = 3
const RETRYABLE = new Set(['40001', '40P01'])
const FRAMEWORK_IS_SEALED = 'PM002'
/** Reasons of a conflict that a change of state, not another input, would mend. */
const MISSING_STATES = new Set(['WRONG_STATE', 'OUT_OF_TIME', 'NOT_READY'])

/** Settles a command: committed whole, or refused with nothing changed and every problem named. */
export async function runCommand<P extends object>(
  context: Context,
  name: string,
  input: CommandInput,
  work: (scope: CommandScope) => Promise<P>,
): Promise<Settled<P>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      ensureMayChange(context.viewer)
      return await attemptCommand(context, name, input, work)
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal) {
        await auditRefusal(context, name, input, refusal)
        return { ...refusal.details, problems: refusal.problems } as Settled<P>
      }
      if (attempt >= RETRIES || !RETRYABLE.has(sqlState(error))) throw error
    }
  }
}

async function attemptCommand<P extends object>(
  context: Context,
  name: string,
  input: CommandInput,
  work: (scope: CommandScope) => Promise<P>,
): Promise<Settled<P>> {
  const { services, viewer, now } = context
  const records: AuditRecord[] = []
  const secrets: Record<string, unknown> = {}
  const laters: { topic: string; payload: Readonly<Record<string, unknown>> }[] = []
  const settled = await services.database.write(identityOf(viewer), async ({ em, db }) => {
    const earlier = await claimKey(db, viewer, name, input, now)
    if (earlier) return earlier as Settled<P>
    const payload = await work({
      em,
      db,
      viewer,
      now,
      newId: () => services.ids.next(),
      record: (entry) => records.push(entry),
      later: (topic, payload) => laters.push({ topic, payload }),
      once: (fields) => Object.assign(secrets, fields),
    })
    await em.flush()
    const answer = { ...payload, problems: [] } as unknown as Settled<P>
    for (const { topic, payload: content } of laters) {
      await sql`select outbox_add(${services.ids.next()}::uuid, ${topic}, ${JSON.stringify(content)}::jsonb, ${now.toISOString()}::timestamptz)`.execute(
        db,
      )
    }
    if (input.idempotencyKey) {
      await sql`select idempotency_store(${principalOf(viewer)}, ${input.idempotencyKey}::uuid, ${JSON.stringify(answer)}::jsonb)`.execute(
        db,
      )
    }
    // The chain's head is locked last, so that unrelated administrations never wait for one another.
    await appendAudit(db, viewer, context.requestId, now, records)
    return { ...answer, ...secrets }
  })
  if (laters.length > 0) services.wakeWorker()
  return settled
}

async function claimKey(
  db: WriteScope['db'],
  viewer: Viewer,
  name: string,
  input: CommandInput,
  now: Date,
): Promise<unknown> {
  const key = input.idempotencyKey
  if (!key) return null
  if (!isUuid(key)) {
    throw new Refusal([
      badInput('INVALID_KEY', 'The idempotency key is not a UUID.', ['input', 'idempotencyKey']),
    ])
  }
  const hash = createHash('sha256')
    .update(JSON.stringify([name, input]))
    .digest()
  const { rows } = await sql<{ isNew: boolean; same: boolean; response: unknown }>`
    select * from idempotency_claim(${principalOf(viewer)}, ${key}::uuid, ${hash}, ${now.toISOString()}::timestamptz)`.execute(
    db,
  )
  const [claim] = rows
  if (!claim || claim.isNew) return null
  if (!claim.same) {
    throw new Refusal([
      problem('CONFLICT', 'KEY_REUSED', 'This idempotency key was used with another input.', [
        'input',
        'idempotencyKey',
      ]),
    ])
  }
  return claim.response
}

// In a transaction of its own, since that of the command was rolled back.
async function auditRefusal(context: Context, name: string, input: CommandInput, refusal: Refusal) {
  const { viewer, services, now } = context
  const matters = refusal.problems.some(
    ({ code, reason }) =>
      code === 'FORBIDDEN' ||
      code === 'NOT_FOUND' ||
      (code === 'CONFLICT' && MISSING_STATES.has(reason)),
  )
  if (!matters || !viewer.personId) return
  const codes = refusal.problems.map(({ code }) => code)
  await services.database.write(logIdentityOf(viewer), ({ db }) =>
    appendRefusals(db, viewer, context.requestId, now, [{ action: name, input, codes }]),
  )
}

const principalOf = (viewer: Viewer) =>
  viewer.personId ? `person:${viewer.personId}` : `client:${viewer.apiClientId ?? 'nobody'}`

function sqlState(error: unknown): string {
  return error && typeof error === 'object' && 'code' in error ? String(error.code) : ''
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  if (sqlState(error) !== FRAMEWORK_IS_SEALED) return null
  return new Refusal([
    problem('CONFLICT', 'WRONG_STATE', 'Only a draft version can be changed.', ['versionId']),
  ])
}
