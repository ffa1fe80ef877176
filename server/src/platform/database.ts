import type { EntityManager, MikroORM, SqlEntityManager } from '@mikro-orm/sql'
import {
  CamelCasePlugin,
  sql,
  type ControlledTransaction,
  type Kysely,
  type KyselyPlugin,
} from 'kysely'
import type { Tables } from '../../migrations/tables'
import { StatementCounter } from './statement-counter'

/** Typed statements over the tables; names are camel case here and snake case in the database. */
export type Db = Kysely<Tables>

/** The role a transaction takes and what the row policies may know about who is asking. */
export interface TransactionIdentity {
  readonly role: 'pmm_app' | 'pmm_worker' | 'pmm_owner'
  /** Values of the transaction-local settings `pmm.<name>`. */
  readonly settings: Readonly<Record<string, string>>
  /** Whether nothing may be written, whatever the statements say. */
  readonly isReadOnly?: boolean
}

/** A read-only, repeatable-read transaction: one answer, one snapshot. */
export interface OpenRead {
  readonly db: Db
  close(): Promise<void>
}

export interface WriteScope {
  /** Unit of work over entities; flushed before the transaction commits. */
  readonly em: SqlEntityManager
  /** Set-based statements in the same transaction. Flush `em` first when they read what it changed. */
  readonly db: Db
}

/** The one place that opens transactions; the same code path for both databases. */
export class Database {
  readonly counter = new StatementCounter()
  readonly #orm: MikroORM
  readonly #plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true }), this.counter.plugin]

  constructor(
    orm: MikroORM,
    readonly kind: 'embedded' | 'postgres',
  ) {
    this.#orm = orm
  }

  async openRead(identity: TransactionIdentity): Promise<OpenRead> {
    const transaction = await this.#client().startTransaction().execute()
    try {
      // PGlite ignores the options of `begin`, so the mode is set by statement on both databases.
      await sql`set transaction isolation level repeatable read read only`.execute(transaction)
      await identify(transaction, identity)
    } catch (error) {
      await transaction.rollback().execute()
      throw error
    }
    let isOpen = true
    const whileOpen: KyselyPlugin = {
      transformQuery: ({ node }) => {
        if (!isOpen) throw new Error('This transaction is over.')
        return node
      },
      transformResult: async ({ result }) => result,
    }
    return {
      db: this.#typed(transaction).withPlugin(whileOpen),
      close: async () => {
        if (!isOpen) return
        isOpen = false
        // Statements wait for one another: once this one has run, none of an abandoned resolver is left
        // to reach the connection after it has gone to another request.
        await sql`select`.execute(transaction).catch(() => {})
        await transaction.rollback().execute()
      },
    }
  }

  async read<T>(identity: TransactionIdentity, work: (db: Db) => Promise<T>): Promise<T> {
    const open = await this.openRead(identity)
    try {
      return await work(open.db)
    } finally {
      await open.close()
    }
  }

  async write<T>(
    identity: TransactionIdentity,
    work: (scope: WriteScope) => Promise<T>,
  ): Promise<T> {
    const em = (this.#orm.em as EntityManager).fork() as SqlEntityManager
    await em.begin()
    try {
      const raw = em.getKysely<Tables>()
      if (identity.isReadOnly) await sql`set transaction read only`.execute(raw)
      await identify(raw, identity)
      const result = await work({ em, db: this.#typed(raw) })
      await em.commit()
      return result
    } catch (error) {
      await em.rollback()
      throw error
    }
  }

  async ping(): Promise<void> {
    await sql`select 1`.execute(this.#client())
  }

  async close(): Promise<void> {
    await this.#orm.close(true)
  }

  #client(): Kysely<Tables> {
    return (this.#orm.em.fork() as SqlEntityManager).getKysely<Tables>()
  }

  #typed(connection: Kysely<Tables> | ControlledTransaction<Tables>): Db {
    return this.#plugins.reduce<Db>((db, plugin) => db.withPlugin(plugin), connection as Db)
  }
}

const SETTINGS = [
  'hat', 'person', 'administration', 'assignments', 'submissions', 'reviews', 'leads', 'assigned', 'embargo', 'kpis',
] as const // prettier-ignore

// One statement sets the role and every setting, so that nothing of an earlier transaction remains.
async function identify(connection: Kysely<Tables>, identity: TransactionIdentity) {
  const settings = SETTINGS.map(
    (name) => sql`set_config(${`pmm.${name}`}, ${identity.settings[name] ?? ''}, true)`,
  )
  await sql`select set_config('role', ${identity.role}, true), ${sql.join(settings)}`.execute(
    connection,
  )
}
