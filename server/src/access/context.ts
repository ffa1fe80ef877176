import type { Bill } from '#limits'
import {
  Batches,
  type BatchReader,
  type BlobStore,
  type Clock,
  type Database,
  type Db,
  type FileScanner,
  type FileStore,
  type IdentityProvider,
  type Ids,
  type Mailing,
  type OpenRead,
  type Sealing,
} from '#platform'
import { runCommand, type CommandScope, type CommandInput, type Settled } from './command'
import { appendReads, takeReads } from './reads'
import { RefusalCollector, appendRefusals } from './refusals'
import { identityOf, logIdentityOf } from './session'
import type { Viewer } from './viewer'
import { WithheldCollector } from './withheld'

/** What lives as long as the process and is shared by all requests, such as the published catalogue. */
export interface Services {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly memory: Map<string, unknown>
  /** Whether mail can be sent, and where links lead. */
  readonly mailing: Mailing
  /** Where files wait that were handed in. */
  readonly files: FileStore
  /** Where files stay that belong to something. */
  readonly blobs: BlobStore
  /** Looks for harmful programs in files before they are kept. */
  readonly scanner: FileScanner
  /** Keeps secrets that the database alone must not give away. */
  readonly sealing: Sealing
  /** Where people may also sign in, or null. */
  readonly identityProvider: IdentityProvider | null
  /** Called after each commit that left work in the outbox. */
  readonly wakeWorker: () => void
}

/** What the HTTP layer lends to sign-in: the only part of a request a resolver may touch. */
export interface Exchange {
  /** Hash of the network address the request came from. */
  readonly network: Uint8Array
  /** Kind of device the request says it comes from, such as "Firefox, Windows"; may be empty. */
  readonly device: string
  /** The session token the request carried, or null. */
  readonly sessionToken: string | null
  /** What the request cost; null where nothing is counted. */
  readonly bill: Bill | null
  setSessionToken(token: string | null, expiresAt?: Date): void
}

interface State {
  open: Promise<OpenRead> | null
  isOver: boolean
  viewer: Viewer
  readonly batches: Batches<Db>
}

/**
 * One request as resolvers see it. Reads share one read-only transaction, opened by the first of
 * them; a command closes it and takes one of its own.
 */
export class Context {
  readonly withheld = new WithheldCollector()
  readonly refusals = new RefusalCollector()
  // Apollo Server 5.5 clones the context by its own properties: private names would be lost, and two
  // copies would each have a transaction. What changes therefore stands in one object they share.
  private readonly state: State

  constructor(
    readonly services: Services,
    viewer: Viewer,
    readonly requestId: string,
    readonly exchange: Exchange,
  ) {
    this.state = {
      open: null,
      isOver: false,
      viewer,
      batches: new Batches((work) => this.read(work)),
    }
  }

  get viewer(): Viewer {
    return this.state.viewer
  }

  get now(): Date {
    return this.state.viewer.now
  }

  /** Reads under the viewer's rights, in the request's snapshot. */
  async read<T>(work: (db: Db) => Promise<T>): Promise<T> {
    if (this.state.isOver) return neverAnswered()
    const open = (this.state.open ??= this.services.database.openRead(
      identityOf(this.state.viewer),
    ))
    try {
      return await this.state.batches.alone(async () => work((await open).db))
    } catch (error) {
      if (this.state.isOver) return neverAnswered()
      throw error
    }
  }

  /** The reader's answer for one key, asked together with the keys of its neighbours. */
  load<K extends string, V>(reader: BatchReader<K, V, Db>, key: K): Promise<V | null>
  load<K extends string, V, A>(reader: BatchReader<K, V, Db, A>, key: K, args: A): Promise<V | null>
  load<K extends string, V, A>(
    reader: BatchReader<K, V, Db, A>,
    key: K,
    args?: A,
  ): Promise<V | null> {
    return this.state.batches.load(reader, key, args as A)
  }

  /** Runs a command in one transaction; a refusal changes nothing and becomes the payload's problems. */
  async command<P extends object>(
    name: string,
    input: CommandInput,
    work: (scope: CommandScope) => Promise<P>,
  ): Promise<Settled<P>> {
    await this.close()
    const settled = await runCommand(this, name, input, work)
    this.state.batches.clear()
    return settled
  }

  /** Continues the request as somebody else: after signing in, out, or changing the hat. */
  async become(viewer: Viewer): Promise<void> {
    await this.close()
    this.state.batches.clear()
    this.state.viewer = viewer
  }

  /** Ends the read transaction; the embedded database has one connection, so this must not be forgotten. */
  async close(): Promise<void> {
    const open = this.state.open
    this.state.open = null
    if (open) await (await open).close()
  }

  /**
   * Ends the request: what an error has left behind opens no transaction that nobody would close. What
   * the answer owes to the logs is written now; when that fails, the answer must not be sent.
   */
  async end(): Promise<void> {
    this.state.isOver = true
    await this.close()
    const { services, viewer, requestId, now } = this
    const refused = this.refusals.take()
    const read = takeReads(viewer)
    if (refused.length === 0 && read.length === 0) return
    await services.database.write(logIdentityOf(viewer), async ({ db }) => {
      if (read.length > 0) await appendReads(db, services.ids, viewer, requestId, read)
      await appendRefusals(db, viewer, requestId, now, refused)
    })
  }
}

// graphql-js drops the promises beside a null that may not be; were one of them to fail later, the
// process would end. Nobody waits for them any more, so they are left without an answer.
const neverAnswered = <T>(): Promise<T> => new Promise<T>(() => {})
