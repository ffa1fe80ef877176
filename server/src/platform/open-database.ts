import type { EntityClass } from '@mikro-orm/core'
import { MikroORM, type Options } from '@mikro-orm/sql'
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy'
import type { PGlite } from '@electric-sql/pglite'
import { Database } from './database'
import { migrations } from './migrate'

export interface EmbeddedSource {
  readonly kind: 'embedded'
  /** Folder of the cluster; `memory://` keeps it in memory. */
  readonly directory: string
  /** A dump to start from, as made by `dumpDataDir`. */
  readonly dump?: Blob
}

export interface PostgresSource {
  readonly kind: 'postgres'
  readonly url: string
}

export type DatabaseSource = EmbeddedSource | PostgresSource

export interface OpenedDatabase {
  readonly orm: MikroORM
  readonly database: Database
  /** The embedded database itself, for dumps; null on PostgreSQL. */
  readonly pglite: PGlite | null
}

/** Opens a database with the given entities; drivers are loaded when they are needed. */
export async function openDatabase(
  source: DatabaseSource,
  entities: readonly EntityClass<object>[],
): Promise<OpenedDatabase> {
  const options = {
    entities: [...entities],
    metadataProvider: ReflectMetadataProvider,
    discovery: { warnWhenNoEntities: false, checkDuplicateTableNames: false },
    forceUtcTimezone: true,
    timezone: 'Z',
    debug: false,
    ensureDatabase: false,
    migrations: {
      migrationsList: [...migrations],
      snapshot: false,
      transactional: true,
      allOrNothing: false,
    },
  } satisfies Partial<Options>
  if (source.kind === 'postgres') {
    const { MikroORM: PostgresORM } = await import('@mikro-orm/postgresql')
    const orm = await PostgresORM.init({
      ...options,
      clientUrl: source.url,
      pool: { min: 0, max: 10 },
      driverOptions: {
        options:
          '-c timezone=UTC -c statement_timeout=10s -c lock_timeout=3s -c idle_in_transaction_session_timeout=15s',
      },
    } as never)
    return {
      orm: orm as unknown as MikroORM,
      database: new Database(orm as never, 'postgres'),
      pglite: null,
    }
  }
  const [{ MikroORM: EmbeddedORM }, { PGlite: Embedded }] = await Promise.all([
    import('@mikro-orm/pglite'),
    import('@electric-sql/pglite'),
  ])
  const pglite = await Embedded.create({
    ...(source.directory === 'memory://' ? {} : { dataDir: source.directory }),
    ...(source.dump ? { loadDataDir: source.dump } : {}),
    parsers: timesAsText,
  })
  await pglite.exec(`set timezone = 'UTC'`)
  // MikroORM clones its configuration; handing the instance over as a function keeps it whole.
  const orm = await EmbeddedORM.init({
    ...options,
    driverOptions: { pglite: () => pglite },
  } as never)
  return {
    orm: orm as unknown as MikroORM,
    database: new Database(orm as never, 'embedded'),
    pglite,
  }
}

// date, timestamp, timestamptz, interval: kept as text, as MikroORM's own drivers keep them.
const timesAsText = Object.fromEntries(
  [1082, 1114, 1184, 1186].map((oid) => [oid, (text: string) => text]),
)
