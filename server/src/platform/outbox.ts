import { sql } from 'kysely'
import type { Database, TransactionIdentity, WriteScope } from './database'
import type { Clock } from './clock'

/** Does what a commit left to do; runs in the transaction that marks it done. */
export type OutboxHandler = (
  scope: WriteScope & { readonly now: Date },
  payload: Readonly<Record<string, unknown>>,
) => Promise<void>

/** Does what has become due by the clock alone; finds it in the database, so that it happens once. */
export type DueHandler = (scope: WriteScope & { readonly now: Date }) => Promise<void>

interface OutboxRow {
  id: string
  topic: string
  payload: Readonly<Record<string, unknown>>
  attempts: number
}

const POLL_MILLISECONDS = 5_000
const ATTEMPTS = 10

/** Takes rows out of the outbox one by one, at least once each; ten failures park a row. */
export class OutboxWorker {
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()
  #stopped = false

  constructor(
    readonly database: Database,
    readonly clock: Clock,
    readonly identity: TransactionIdentity,
    readonly handlers: ReadonlyMap<string, OutboxHandler>,
    readonly onError: (topic: string, error: unknown) => void,
    readonly due: readonly DueHandler[] = [],
  ) {}

  start(): void {
    this.#timer = setInterval(() => this.wake(), POLL_MILLISECONDS)
    this.#timer.unref()
    this.wake()
  }

  /** Looks for work now; calls while it works are one more round afterwards. */
  wake(): void {
    if (this.#stopped) return
    this.#running = this.#running
      .then(() => this.drain())
      .catch((error: unknown) => this.onError('outbox', error))
  }

  /** Works until nothing is due. */
  async drain(): Promise<void> {
    for (const handle of this.due) {
      if (this.#stopped) return
      await this.database.write(this.identity, (scope) =>
        handle({ ...scope, now: this.clock.now() }),
      )
    }
    while (!this.#stopped && (await this.#next())) {
      // One row a transaction, so that a failure concerns that row alone.
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    await this.#running
  }

  async #next(): Promise<boolean> {
    let failed: { row: OutboxRow; error: unknown } | null = null
    const found = await this.database
      .write(this.identity, async (scope) => {
        const { rows } = await sql<OutboxRow>`
          select id, topic, payload, attempts from outbox
          where done_at is null and available_at <= ${this.clock.now().toISOString()}::timestamptz and attempts < ${ATTEMPTS}
          order by available_at, id limit 1 for update skip locked`.execute(scope.db)
        const [row] = rows
        if (!row) return false
        const handler = this.handlers.get(row.topic)
        try {
          if (!handler) throw new Error(`no handler for ${row.topic}`)
          await handler({ ...scope, now: this.clock.now() }, row.payload)
        } catch (error) {
          failed = { row, error }
          throw error
        }
        await sql`update outbox set done_at = ${this.clock.now().toISOString()}::timestamptz where id = ${row.id}`.execute(
          scope.db,
        )
        return true
      })
      .catch((error: unknown) => {
        if (!failed) throw error
        return true
      })
    if (failed) await this.#postpone(failed)
    return found
  }

  async #postpone({ row, error }: { row: OutboxRow; error: unknown }): Promise<void> {
    this.onError(row.topic, error)
    const seconds = Math.min(2 ** row.attempts, 3600)
    await this.database.write(this.identity, ({ db }) =>
      sql`update outbox set attempts = attempts + 1, last_error = ${error instanceof Error ? error.name : 'error'},
        available_at = ${new Date(this.clock.now().getTime() + seconds * 1000).toISOString()}::timestamptz
        where id = ${row.id}`.execute(db),
    )
  }
}
