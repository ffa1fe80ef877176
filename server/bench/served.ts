import { createHash, randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GraphQLSchema } from 'graphql'
import { sql } from 'kysely'
import { pino } from 'pino'
import type { Services } from '#access'
import { loadCatalogue } from '#framework'
import {
  FileStore,
  FolderStore,
  noScanner,
  RegisteredDocuments,
  createSealing,
  migrate,
  openDatabase,
  systemClock,
  timeOrderedIds,
  type Database,
  type DatabaseSource,
} from '#platform'
import { ownerIdentity, seed } from '../seeds/seed'
import { entities } from '../src/schema'
import { createServer, type RunningServer } from '../src/server'

/** The demonstration world with what a server needs. */
export async function openBench(
  source: DatabaseSource,
): Promise<{ services: Services; close: () => Promise<void> }> {
  const opened = await openDatabase(source, entities)
  await migrate(opened.orm)
  const { database } = opened
  await seed(database, { clock: systemClock, demonstration: 'on', log: () => {} })
  const services = {
    database,
    clock: systemClock,
    ids: timeOrderedIds,
    memory: new Map<string, unknown>([['isDemonstration', true]]),
    // No worker runs here, so nothing is sent; without a mailer a request for a new password would not be taken.
    mailing: {
      mailer: { send: () => Promise.reject(new Error('the bench sends no mail')) },
      origin: '',
    },
    wakeWorker: () => {},
    files: new FileStore(join(tmpdir(), 'pmm-bench-uploads')),
    blobs: new FolderStore(join(tmpdir(), 'pmm-bench-evidence')),
    scanner: noScanner,
    sealing: createSealing('the bench seals nothing'),
    identityProvider: null,
  }
  await loadCatalogue(services)
  const close = async () => {
    await database.close()
    await opened.pglite?.close()
  }
  return { services, close }
}

/** A server on loopback that takes any document. */
export async function serve(
  schema: GraphQLSchema,
  services: Services,
): Promise<{ server: RunningServer; url: string }> {
  const server = await createServer({
    schema,
    services,
    log: pino({ level: 'silent' }),
    documents: new RegisteredDocuments([]),
    freeDocuments: true,
    publicOrigin: undefined,
    files: null,
    isReady: async () => true,
  })
  await server.http.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.http.server.address() as AddressInfo
  return { server, url: `http://127.0.0.1:${port}/graphql` }
}

/** The token of a new session of whoever holds the role. */
export async function signIn(database: Database, roleId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest()
  await database.write(ownerIdentity, ({ db }) =>
    sql`select session_open(gen_random_uuid(), ${hash}, person_id, id, now(), 600, now() + interval '1 hour')
      from person_role where id = ${roleId}::uuid`.execute(db),
  )
  return token
}
