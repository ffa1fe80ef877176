import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { appendAudit, ensureMayChange, identityOf, type Context } from '#access'
import { catalogueSchema } from '#exchange'
import { networkHash, type Budgets } from '#limits'
import {
  FileTooLarge,
  Refusal,
  byteRange,
  claimTicket,
  noteReceived,
  plainFileName,
  type BytesWanted,
  type Download,
  type FileSource,
  type FileWishes,
  type ReceivedFile,
} from '#platform'
import { DoorRefusal, SESSION_COOKIE, checkOrigin, refuseAtDoor, type DoorOptions } from './door'
import type { Toll } from './toll'

const OCTETS = 'application/octet-stream'
const SANDBOX =
  "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
/** Points of the hourly budget. */
const PRICE = { download: 10, upload: 20 }

export interface FileRouteOptions extends DoorOptions {
  readonly sources: readonly FileSource<Context>[]
  /** Null where nothing is counted. */
  readonly budgets: Budgets | null
  readonly contextOf: (
    request: FastifyRequest,
    reply: FastifyReply,
    toll: Toll | null,
  ) => Promise<Context>
}

/** The two ways of files beside GraphQL: in on a ticket, out by address. */
export async function serveFileRoutes(
  http: FastifyInstance,
  options: FileRouteOptions,
): Promise<void> {
  const schema = JSON.stringify(catalogueSchema, null, 2)
  const etag = `"${createHash('sha256').update(schema).digest('base64url')}"`
  http.get('/schemas/pmm-catalogue-1.json', (request, reply) => {
    reply.headers({ etag, 'cache-control': 'public, max-age=300' })
    if (request.headers['if-none-match'] === etag) return reply.status(304).send()
    return reply.type('application/schema+json').send(schema)
  })
  await http.register(async (routes) => {
    // Whatever a page could send across sites without asking first has no parser here.
    routes.removeAllContentTypeParsers()
    routes.addContentTypeParser(OCTETS, (_request, payload, done) => done(null, payload))
    routes.put(
      '/files/upload/:ticket',
      {
        bodyLimit: Number.MAX_SAFE_INTEGER,
        onRequest: async (request, reply) => {
          checkOrigin(options, request, reply)
          if (request.headers['content-encoding']) throw new DoorRefusal('NOT_OCTETS')
          if (!request.headers['content-type']) throw new DoorRefusal('NOT_OCTETS')
        },
      },
      (request, reply) => answered(request, reply, () => upload(options, request, reply)),
    )
    routes.get(
      '/files/:folder/:name',
      {
        onRequest: async (request, reply) => {
          reply.header('cache-control', 'private, no-store')
          // A link on another site opens what is public; with a session it would act for the person.
          if (request.cookies[SESSION_COOKIE]) checkOrigin(options, request, reply)
        },
      },
      (request, reply) => answered(request, reply, () => download(options, request, reply)),
    )
  })
}

async function upload(
  options: FileRouteOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { ticket } = request.params as { ticket: string }
  const context = await options.contextOf(request, reply, tollOf(options, request, PRICE.upload))
  const { services, viewer } = context
  ensureMayChange(viewer)
  const claimed = await services.database.write(identityOf(viewer), ({ db }) =>
    claimTicket(db, viewer, ticket),
  )
  if (!claimed) throw new DoorRefusal('NOT_FOUND')
  const { purpose, limit } = claimed
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    throw new DoorRefusal('FILE_TOO_LARGE', { limit })
  }
  const received = await services.files
    .receive(request.body as Readable, limit)
    .catch((error: unknown) => {
      throw error instanceof FileTooLarge
        ? new DoorRefusal('FILE_TOO_LARGE', { limit })
        : new DoorRefusal('UPLOAD_BROKEN')
    })
  if (!(await isNoted(context, ticket, purpose, received))) {
    await services.files.remove(received.file)
    throw new DoorRefusal('NOT_FOUND')
  }
  return reply.send({ size: received.size, sha256: received.sha256 })
}

/** The bytes and their line in the log come together. */
async function isNoted(
  context: Context,
  ticket: string,
  purpose: string,
  received: ReceivedFile,
): Promise<boolean> {
  const { services, viewer, requestId } = context
  const now = services.clock.now()
  return services.database.write(identityOf(viewer), async ({ db }) => {
    const isDone = await noteReceived(db, { sessionId: viewer.sessionId, now }, ticket, received)
    if (!isDone) return false
    await appendAudit(db, viewer, requestId, now, [
      {
        action: 'fileUpload',
        objectType: null,
        objectId: null,
        administrationId: viewer.administrationId,
        facts: { purpose, size: received.size, sha256: received.sha256 },
      },
    ])
    return true
  })
}

async function download(
  options: FileRouteOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { folder, name } = request.params as { folder: string; name: string }
  const context = await options.contextOf(request, reply, tollOf(options, request, PRICE.download))
  let found: Download | null = null
  try {
    const source = options.sources.find((each) => each.folder === folder)
    found = source ? await source.open(context, name, request.query as FileWishes) : null
  } finally {
    // What the answer owes to the logs is written before its first byte is sent.
    await context.end()
  }
  if (!found) throw new DoorRefusal('NOT_FOUND')
  return send(request, reply, found)
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  file: Download,
): Promise<FastifyReply> {
  const { body, type } = file
  const range = byteRange(request.headers.range, body.length)
  reply.headers({ 'accept-ranges': 'bytes', 'content-security-policy': SANDBOX })
  if (range.kind === 'UNSATISFIABLE') {
    reply.header('content-range', `bytes */${body.length}`)
    throw new DoorRefusal('BAD_RANGE')
  }
  reply.type(type).header('content-disposition', attachment(plainFileName(file.name)))
  if (range.kind === 'WHOLE') return sendBytes(reply, body, { first: 0, last: body.length - 1 })
  const { first, last } = range
  reply.status(206).header('content-range', `bytes ${first}-${last}/${body.length}`)
  return sendBytes(reply, body, range)
}

async function sendBytes(
  reply: FastifyReply,
  body: Download['body'],
  wanted: BytesWanted,
): Promise<FastifyReply> {
  const { first, last } = wanted
  if (Buffer.isBuffer(body)) return reply.send(body.subarray(first, last + 1))
  return reply.header('content-length', last - first + 1).send(await body.stream(wanted))
}

const attachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^\x20-\x7e]|[%";\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`)}`

const tollOf = (
  { budgets }: FileRouteOptions,
  request: FastifyRequest,
  cost: number,
): Toll | null =>
  budgets && {
    cost,
    maximum: null,
    isCostOnly: false,
    charge: {
      points: cost,
      budgets,
      stranger: { name: 'network', network: networkHash(request.ip) },
    },
  }

/** What a command would answer as a problem is told here by its status. */
async function answered(
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return refuseAtDoor('READ_ONLY', request, reply)
    throw error
  }
}
