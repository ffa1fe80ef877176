import { sql } from 'kysely'
import type { Database, Db, TransactionIdentity, WriteScope } from './database'
import type { Clock } from './clock'
import type { Mail, Mailer } from './mail'

/** What a handler works with: one transaction, the time, and mail that leaves once it has committed. */
export interface OutboxScope extends WriteScope {
  readonly now: Date
  /** Origin that links in mails lead to. */
  readonly origin: string
  /** Posts a mail after the commit, or null where no mail can be sent: then nothing needs preparing. */
  readonly post: ((mail: Mail) => void) | null
}

/**
 * Does what a commit left to do; runs in the transaction that marks it done. When a mail could not be
 * handed over, the whole handler runs again: a secret in a mail is made anew and voids the former one.
 */
export type OutboxHandler = (
  scope: OutboxScope,
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

/** How mail leaves: who takes it, and where its links lead. */
export interface Mailing {
  readonly mailer: Mailer | null
  readonly origin: string
}

const POLL_MILLISECONDS = 5_000
const ATTEMPTS = 10
const LEASE_MILLISECONDS = 5 * 60_000

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
    readonly mailing: Mailing = { mailer: null, origin: '' },
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
    let claimed: OutboxRow | undefined
    const mails: Mail[] = []
    try {
      await this.database.write(this.identity, async (scope) => {
        claimed = await this.#claim(scope.db)
        if (!claimed) return
        const handler = this.handlers.get(claimed.topic)
        if (!handler) throw new Error(`no handler for ${claimed.topic}`)
        const { mailer, origin } = this.mailing
        const post = mailer ? (mail: Mail) => void mails.push(mail) : null
        await handler({ ...scope, now: this.clock.now(), origin, post }, claimed.payload)
        // A mail server may take long: the row is leased meanwhile, and no transaction waits for it.
        await (mails.length > 0 ? this.#lease(scope.db, claimed) : this.#done(scope.db, claimed))
      })
      if (!claimed) return false
      for (const mail of mails) await this.mailing.mailer!.send(mail)
      const sent = claimed
      if (mails.length > 0) {
        await this.database.write(this.identity, ({ db }) => this.#done(db, sent))
      }
    } catch (error) {
      if (!claimed) throw error
      await this.#postpone({ row: claimed, error })
    }
    return true
  }

  async #claim(db: Db): Promise<OutboxRow | undefined> {
    const now = this.clock.now().toISOString()
    const { rows } = await sql<OutboxRow>`
      select id, topic, payload, attempts from outbox
      where done_at is null and available_at <= ${now}::timestamptz and attempts < ${ATTEMPTS}
        and (leased_until is null or leased_until <= ${now}::timestamptz)
      order by available_at, id limit 1 for update skip locked`.execute(db)
    return rows[0]
  }

  #done(db: Db, { id }: OutboxRow) {
    return sql`update outbox set done_at = ${this.clock.now().toISOString()}::timestamptz, leased_until = null
      where id = ${id}`.execute(db)
  }

  #lease(db: Db, { id }: OutboxRow) {
    const until = new Date(this.clock.now().getTime() + LEASE_MILLISECONDS)
    return sql`update outbox set leased_until = ${until.toISOString()}::timestamptz where id = ${id}`.execute(
      db,
    )
  }

  async #postpone({ row, error }: { row: OutboxRow; error: unknown }): Promise<void> {
    this.onError(row.topic, error)
    const seconds = Math.min(2 ** row.attempts, 3600)
    await this.database.write(this.identity, ({ db }) =>
      sql`update outbox set attempts = attempts + 1, leased_until = null, last_error = ${error instanceof Error ? error.name : 'error'},
        available_at = ${new Date(this.clock.now().getTime() + seconds * 1000).toISOString()}::timestamptz
        where id = ${row.id}`.execute(db),
    )
  }
}
