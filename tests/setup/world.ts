import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Services } from '../../server/src/access'
import { workerIdentity } from '../../server/src/access'
import { loadCatalogue } from '../../server/src/framework'
import {
  FileStore,
  FolderStore,
  OutboxWorker,
  RegisteredDocuments,
  createSealing,
  fixedClock,
  noScanner,
  timeOrderedIds,
  type Database,
  type Mailer,
  type TransactionIdentity,
} from '../../server/src/platform'
import { createSchema, dueHandlers, outboxHandlers } from '../../server/src/schema'
import { SESSION_COOKIE, createServer, type RunningServer } from '../../server/src/server'
import { WORLD_START, copyTemplate, type DatabaseCopy } from './template.ts'
import { expectAudited } from './watch.ts'

/** What a call answered. */
export interface Answer<T = Record<string, never>> {
  readonly status: number
  readonly data: T
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[]
  readonly extensions?: Record<string, unknown>
}

/** Somebody who calls the API over HTTP: a person under one hat, a partner's program, or nobody. */
export interface Caller {
  readonly name: string
  readonly headers: Record<string, string>
  query<T = any>(document: string, variables?: Record<string, unknown>): Promise<Answer<T>> // oxlint-disable-line no-explicit-any
}

/** What is called in one process. */
export interface Process {
  readonly services: Services
  readonly server: RunningServer
  /** The same caller, with the same session, at this process. */
  asks(caller: Caller): Caller
}

/** The same world behind another door. */
export interface ServedWorld {
  readonly server: RunningServer
  stop(): Promise<void>
}

export interface World {
  readonly database: Database
  readonly services: Services
  readonly server: RunningServer
  readonly copy: DatabaseCopy
  readonly clock: ReturnType<typeof fixedClock>
  readonly worker: OutboxWorker
  /** Who takes mail; nobody until a test says so. */
  readonly mailing: { mailer: Mailer | null; readonly origin: string }
  /** A person who holds the role, of the administration with this code where the role has one. */
  as(role: string, administration?: string, nth?: number): Promise<Caller>
  /** The person with this name, under the given role. */
  person(name: string, role: string): Promise<Caller>
  nobody(): Caller
  partner(token: string): Caller
  /** Another process beside this one, on the same database and at the same time of day. */
  startAnother(): Promise<Process>
  /** A second server in this process, with another identity provider or log. */
  serveWith(other: {
    readonly identityProvider: Services['identityProvider']
    readonly log?: Record<'info' | 'warn' | 'error', (line: unknown) => void>
  }): Promise<ServedWorld>
  /** A statement as the owner of all tables, to look behind the walls or to arrange. */
  asOwner<T>(
    work: Parameters<Database['write']>[1] extends (scope: infer S) => unknown
      ? (scope: S) => Promise<T>
      : never,
  ): Promise<T>
  stop(): Promise<void>
}

const ownerIdentity: TransactionIdentity = { role: 'pmm_owner', settings: {} }

/** The demonstration world in a database of this test file's own; closed when the file ends. */
export function useWorld(): () => World {
  let world: World | undefined
  beforeAll(async () => {
    world = await openWorld()
  }, 60_000)
  afterAll(async () => {
    try {
      await world?.asOwner(({ db }) => expectAudited(db))
    } finally {
      await world?.stop()
    }
  })
  return () => {
    if (!world) throw new Error('The world is open in tests and hooks only.')
    return world
  }
}

export async function openWorld(): Promise<World> {
  const copy = await copyTemplate(inject('template'))
  const { database } = copy.opened
  const clock = fixedClock(new Date(WORLD_START.getTime() + 60 * 60 * 1000))
  const mailing: World['mailing'] = { mailer: null, origin: 'http://127.0.0.1:4000' }
  const worker = new OutboxWorker(
    database,
    clock,
    workerIdentity,
    outboxHandlers,
    (_topic, error) => {
      throw error
    },
    dueHandlers,
    mailing,
  )
  const blobs = new FolderStore(join(tmpdir(), `pmm-evidence-${randomUUID()}`))
  const { services, server } = await startProcess(database, clock, mailing, blobs)
  const others: RunningServer[] = []
  const call = (name: string, headers: Record<string, string>) => callerOf(server, name, headers)
  const asOwner: World['asOwner'] = (work) => ownerWrite(copy, work as never) as never
  const signIn = async (where: ReturnType<typeof sql>, nth: number): Promise<Caller> => {
    const { rows } = await asOwner(({ db }) =>
      sql<{ id: string; personId: string; name: string }>`
        select r.id, r.person_id, p.name from person_role r join person p on p.id = r.person_id
        left join administration a on a.id = r.administration_id
        where ${where} and r.ended_at is null order by p.name, r.id offset ${nth} limit 1`.execute(
        db,
      ),
    )
    const [role] = rows
    if (!role) throw new Error('Nobody in the world holds this role.')
    const token = randomBytes(32).toString('base64url')
    const hash = createHash('sha256').update(token).digest()
    const now = clock.now().toISOString()
    await asOwner(({ db }) =>
      sql`select session_open(${randomUUID()}::uuid, ${hash}, ${role.personId}::uuid, ${role.id}::uuid, ${now}::timestamptz, 100000, '2100-01-01'::timestamptz)`.execute(
        db,
      ),
    )
    return call(role.name, { cookie: `${SESSION_COOKIE}=${token}` })
  }
  return {
    database, services, server, copy, clock, worker, mailing, asOwner,
    as: (role, administration, nth = 0) =>
      signIn(
        administration
          ? sql`r.role = ${role} and a.code = ${administration}`
          : sql`r.role = ${role}`,
        nth,
      ),
    person: (name, role) => signIn(sql`r.role = ${role} and p.name = ${name}`, 0),
    nobody: () => call('nobody', {}),
    partner: (token) => call('partner', { authorization: `Bearer ${token}` }),
    startAnother: async () => {
      const another = await startProcess((await copy.openAgain()).database, clock, mailing, blobs)
      others.push(another.server)
      return another
    },
    serveWith: async ({ identityProvider, log }) => {
      const another = await serve({ ...services, identityProvider }, log as never)
      return { server: another, stop: () => another.stop() }
    },
    stop: async () => {
      for (const each of [server, ...others]) await each.stop()
      await worker.stop()
      rmSync(services.files.directory, { recursive: true, force: true })
      rmSync(blobs.directory, { recursive: true, force: true })
      await copy.drop()
    },
  } // prettier-ignore
}

async function startProcess(
  database: Database,
  clock: ReturnType<typeof fixedClock>,
  mailing: World['mailing'],
  blobs: FolderStore,
): Promise<Process> {
  const memory = new Map<string, unknown>([
    ['isDemonstration', true],
    ['allowsDemonstrationSignIn', true],
  ])
  const services: Services = {
    database, clock, files: new FileStore(join(tmpdir(), `pmm-uploads-${randomUUID()}`)), ids: timeOrderedIds, memory, mailing, sealing: createSealing('secret of the tests'),
    blobs, scanner: noScanner,
    identityProvider: null,
    wakeWorker: () => {},
  } // prettier-ignore
  await loadCatalogue(services)
  const server = await serve(services)
  return { services, server, asks: ({ name, headers }) => callerOf(server, name, headers) }
}

const serve = async (
  services: Services,
  log = pino({ level: process.env.TEST_LOG ?? 'silent' }),
): Promise<RunningServer> =>
  createServer({
    schema: await createSchema(),
    services,
    log,
    documents: new RegisteredDocuments([]),
    freeDocuments: true,
    publicOrigin: undefined,
    files: null,
    isReady: async () => true,
  })

const callerOf = (
  server: RunningServer,
  name: string,
  headers: Record<string, string>,
): Caller => ({
  name,
  headers,
  query: async (document, variables = {}) => {
    const response = await server.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: { query: document, variables },
    })
    return { status: response.statusCode, ...response.json() }
  },
})

// The serving login is no owner on PostgreSQL, so the owner's statements take a connection of their own.
async function ownerWrite<T>(copy: DatabaseCopy, work: (scope: never) => Promise<T>): Promise<T> {
  if (!copy.ownerUrl) return copy.opened.database.write(ownerIdentity, work as never)
  const { openDatabase } = await import('../../server/src/platform')
  const { entities } = await import('../../server/src/schema')
  const owner = await openDatabase({ kind: 'postgres', url: copy.ownerUrl }, entities)
  try {
    return await owner.database.write(ownerIdentity, work as never)
  } finally {
    await owner.database.close()
  }
}
