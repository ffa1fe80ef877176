import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import { MAXIMUM_COST, REFUSALS as LIMIT_REFUSALS, type GateReason } from '#limits'
import type { ErrorCode, RegisteredDocuments } from '#platform'
import { holdsNul, spellsNul } from './nul'
import { originAllowed } from './origin'
import type { Logger } from './platform/log'

export const SESSION_COOKIE = '__Host-pmm'
export const BODY_LIMIT = 256 * 1024

type Reason = keyof typeof REFUSALS | GateReason
type Refusal = readonly [status: number, code: ErrorCode, message: string]

/** What is refused before GraphQL begins: status, code, and what the caller is told. */
const REFUSALS = {
  MALFORMED: [400, 'BAD_INPUT', 'The body is not one JSON object.'],
  NUL_CHARACTER: [400, 'BAD_INPUT', 'No text may hold the character U+0000.'],
  UNKNOWN_DOCUMENT: [400, 'BAD_INPUT', 'No document is registered under this id.'],
  UNREGISTERED_DOCUMENT: [400, 'BAD_INPUT', 'A session runs the documents of the portals only.'],
  COST_EXCEEDED: [400, 'BAD_INPUT', `A document may cost at most ${MAXIMUM_COST} points.`],
  SESSION_NEEDS_POST: [400, 'BAD_INPUT', 'A session asks by POST only.'],
  FOREIGN_ORIGIN: [403, 'FORBIDDEN', 'This request comes from the page of another site.'],
  NOT_FOUND: [404, 'NOT_FOUND', 'There is nothing here.'],
  UPLOAD_BROKEN: [400, 'BAD_INPUT', 'The file did not arrive whole. Ask for a new ticket.'],
  READ_ONLY: [403, 'FORBIDDEN', 'A support view shows what the person sees and changes nothing.'],
  FILE_TOO_LARGE: [413, 'BAD_INPUT', 'The file has more bytes than its ticket allows.'],
  NOT_OCTETS: [415, 'BAD_INPUT', 'A file is sent as it is, of type application/octet-stream.'],
  BAD_RANGE: [416, 'BAD_INPUT', 'One range of bytes inside the file can be asked for.'],
  TOO_LARGE: [413, 'BAD_INPUT', `A body has at most ${BODY_LIMIT / 1024} KiB.`],
  UNSUPPORTED_MEDIA_TYPE: [415, 'BAD_INPUT', 'The body must be of type application/json.'],
  INTERNAL: [500, 'INTERNAL', 'Something went wrong on our side.'],
} as const satisfies Record<string, Refusal>

const FASTIFY_REASONS: Readonly<Record<string, Reason>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
}

export class DoorRefusal extends Error {
  constructor(
    readonly reason: Reason,
    /** Figures beside the reason. */
    readonly details: Readonly<Record<string, number>> = {},
  ) {
    super(reason)
  }
}

/** Answers in the shape of a GraphQL answer, so that a client has one way to read a refusal. */
export function refuseAtDoor(
  reason: Reason,
  request: FastifyRequest,
  reply: FastifyReply,
  details: Readonly<Record<string, number>> = {},
): FastifyReply {
  const [status, code, message] = refusalOf(reason)
  return reply.status(status).send({
    errors: [{ message, extensions: { code, reason, ...details, requestId: request.id } }],
  })
}

const refusalOf = (reason: Reason): Refusal =>
  reason in LIMIT_REFUSALS
    ? [400, 'BAD_INPUT', LIMIT_REFUSALS[reason as GateReason]]
    : REFUSALS[reason as keyof typeof REFUSALS]

/** Puts the number of the request beside refusals by the GraphQL server that come before there is a context. */
export async function numberRefusals(
  request: FastifyRequest,
  { statusCode }: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (statusCode < 400 || typeof payload !== 'string' || !payload.startsWith('{"errors"')) {
    return payload
  }
  const body = JSON.parse(payload) as { errors: readonly { extensions?: object }[] }
  const errors = body.errors.map((error) => ({
    ...error,
    extensions: { requestId: request.id, ...error.extensions },
  }))
  return JSON.stringify({ ...body, errors })
}

/** Refusals of the endpoint as a whole: what Fastify cannot read and what the checks below forbid. */
export function keepDoor(http: FastifyInstance, log: Logger): void {
  // A plain form can send text across sites without asking first.
  http.removeContentTypeParser('text/plain')
  http.setErrorHandler((error: { statusCode?: number; code?: string }, request, reply) => {
    if (error instanceof GraphQLError) return refuseAsToldInside(error, request, reply)
    const reason = reasonOf(error)
    if (reason === 'INTERNAL') log.error({ requestId: request.id, error: error.code }, 'http')
    return refuseAtDoor(reason, request, reply, error instanceof DoorRefusal ? error.details : {})
  })
}

/** A refusal made for GraphQL, such as that of a token, where an address beside the endpoint meets it. */
function refuseAsToldInside(
  { message, extensions }: GraphQLError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { http, ...told } = extensions as { http?: { status?: number } }
  return reply
    .status(http?.status ?? 400)
    .send({ errors: [{ message, extensions: { ...told, requestId: request.id } }] })
}

function reasonOf(error: { statusCode?: number; code?: string }): Reason {
  if (error instanceof DoorRefusal) return error.reason
  if ((error.statusCode ?? 500) >= 500) return 'INTERNAL'
  return FASTIFY_REASONS[error.code ?? ''] ?? 'MALFORMED'
}

export interface DoorOptions {
  readonly documents: RegisteredDocuments
  /** Whether a session may run documents that no portal was built with. Only tests say yes. */
  readonly freeDocuments: boolean
  /** The public origin; undefined on loopback, where it is compared with the Host header. */
  readonly publicOrigin: string | undefined
}

/** Before the body is read: where the request comes from, and that its answer is nobody else's. */
export function checkOrigin(
  { publicOrigin }: DoorOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  reply.header('cache-control', 'private, no-store')
  // A browser names the page a request comes from; only ours may sign in, out or act for a session.
  if (!request.headers.authorization && !originAllowed(request.headers, publicOrigin)) {
    throw new DoorRefusal('FOREIGN_ORIGIN')
  }
}

/**
 * Puts the text of a registered document in place of its id, and keeps sessions to these documents.
 * Says whether the document is one of them.
 */
export function resolveDocument(options: DoorOptions, request: FastifyRequest): boolean {
  refuseNul(request)
  const isConfined = Boolean(request.cookies[SESSION_COOKIE]) && !options.freeDocuments
  if (request.method !== 'POST') {
    if (isConfined) throw new DoorRefusal('SESSION_NEEDS_POST')
    return false
  }
  const { body } = request
  if (!body || typeof body !== 'object' || Array.isArray(body)) throw new DoorRefusal('MALFORMED')
  const call = body as { query?: unknown; documentId?: unknown }
  if (call.documentId === undefined) {
    if (isConfined) throw new DoorRefusal('UNREGISTERED_DOCUMENT')
    return false
  }
  const text =
    typeof call.documentId === 'string' ? options.documents.textOf(call.documentId) : undefined
  if (!text) throw new DoorRefusal('UNKNOWN_DOCUMENT')
  call.query = text
  delete call.documentId
  return true
}

function refuseNul({ method, body, query }: FastifyRequest): void {
  const { query: text, variables } = ((method === 'POST' ? body : query) ?? {}) as Record<
    string,
    unknown
  >
  const isHeld = typeof variables === 'string' ? spellsNul(variables) : holdsNul(variables)
  if (isHeld || spellsNul(text)) throw new DoorRefusal('NUL_CHARACTER')
}
