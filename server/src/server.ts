import { createHash } from 'node:crypto'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql'
import { Context, type Exchange, type Services } from '#access'
import { loadViewer } from '#accounts'
import { type RegisteredDocuments, type ErrorCode } from '#platform'
import { serveFiles, type FileRoots } from './files'
import { LIMITS, documentLimits } from './limits'
import type { Logger } from './platform/log'
import { requestLog } from './platform/log'
import { originAllowed } from './origin'

export const SESSION_COOKIE = '__Host-pmm'
const BODY_LIMIT = 256 * 1024

export interface ServerOptions {
  readonly schema: GraphQLSchema
  readonly services: Services
  readonly log: Logger
  readonly documents: RegisteredDocuments
  /** Whether a session may run documents that no portal was built with. Only tests say yes. */
  readonly freeDocuments: boolean
  /** The public origin; undefined on loopback, where it is compared with the Host header. */
  readonly publicOrigin: string | undefined
  readonly files: FileRoots | null
  readonly isReady: () => Promise<boolean>
}

export interface RunningServer {
  readonly http: FastifyInstance
  readonly apollo: ApolloServer<Context>
  stop(): Promise<void>
}

/** Everything that answers on the port, not yet listening. */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
  const http = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    genReqId: () => options.services.ids.next(),
    trustProxy: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  })
  const apollo = new ApolloServer<Context>({
    schema: options.schema,
    introspection: true,
    // The portals and partners send JSON; anything a plain form could send is refused.
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    // Tests ask about hundreds of fields at once; nobody else may.
    validationRules: options.freeDocuments ? [] : [documentLimits],
    formatError: (formatted, error) => formatError(formatted, error, options.log),
    plugins: [ApolloServerPluginCacheControlDisabled(), requestPlugin(options.log)],
  })
  await apollo.start()
  await http.register(cookie)
  http.addHook('onRequest', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('cross-origin-opener-policy', 'same-origin')
    reply.header('cross-origin-resource-policy', 'same-origin')
    reply.header('referrer-policy', 'no-referrer')
    if (options.publicOrigin) {
      reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
    }
  })
  http.setErrorHandler((error: { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) options.log.error({ requestId: request.id, error: error.code }, 'http')
    const code: ErrorCode = status >= 500 ? 'INTERNAL' : 'BAD_INPUT'
    reply.status(status).send({
      errors: [
        {
          message:
            status >= 500 ? 'Something went wrong on our side.' : 'The request cannot be read.',
          extensions: {
            code,
            reason: code === 'INTERNAL' ? 'INTERNAL' : 'MALFORMED',
            requestId: request.id,
          },
        },
      ],
    })
  })
  http.get('/livez', async () => ({ status: 'alive' }))
  http.get('/readyz', async (_request, reply) => {
    const ready = await options.isReady()
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' })
  })
  http.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    preHandler: async (request, reply) => prepareGraphql(options, request, reply),
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) => contextOf(options, request, reply),
    }),
  })
  if (options.files) await serveFiles(http, options.files)
  return {
    http,
    apollo,
    stop: async () => {
      await http.close()
      await apollo.stop()
    },
  }
}

async function prepareGraphql(
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  reply.header('cache-control', 'private, no-store')
  const token = request.cookies[SESSION_COOKIE]
  // A browser names the page a request comes from; only ours may sign in, out or act for a session.
  if (!request.headers.authorization && !originAllowed(request.headers, options.publicOrigin)) {
    throw Object.assign(new Error('foreign origin'), { statusCode: 403 })
  }
  if (token && request.method !== 'POST' && !options.freeDocuments) {
    throw Object.assign(new Error('a session asks by POST'), { statusCode: 400 })
  }
  const body = request.body
  if (request.method !== 'POST' || !body || typeof body !== 'object' || Array.isArray(body)) return
  const call = body as { query?: unknown; documentId?: unknown }
  if (typeof call.documentId === 'string') {
    const text = options.documents.textOf(call.documentId)
    if (!text) throw Object.assign(new Error('unknown document'), { statusCode: 400 })
    call.query = text
    delete call.documentId
  } else if (token && !options.freeDocuments) {
    throw Object.assign(new Error('unregistered document'), { statusCode: 400 })
  }
}

async function contextOf(
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Context> {
  const sessionToken = request.cookies[SESSION_COOKIE] ?? null
  const viewer = await loadViewer(options.services.database, {
    sessionToken,
    authorization: request.headers.authorization ?? null,
    now: options.services.clock.now(),
  })
  if (!viewer) {
    throw new GraphQLError('This token is not valid.', {
      extensions: { code: 'UNAUTHENTICATED', reason: 'TOKEN_INVALID', http: { status: 401 } },
    })
  }
  const exchange: Exchange = {
    network: createHash('sha256').update(networkOf(request.ip)).digest(),
    sessionToken,
    setSessionToken: (token, expiresAt) => {
      if (token) {
        reply.setCookie(SESSION_COOKIE, token, {
          path: '/', secure: true, httpOnly: true, sameSite: 'lax',
          ...(expiresAt ? { expires: expiresAt } : {}),
        }) // prettier-ignore
      } else {
        reply.clearCookie(SESSION_COOKIE, {
          path: '/',
          secure: true,
          httpOnly: true,
          sameSite: 'lax',
        })
      }
    },
  }
  return new Context(options.services, viewer, request.id, exchange)
}

// An IPv6 network is one /64: its owner can use any address in it.
const networkOf = (ip: string) => (ip.includes(':') ? ip.split(':').slice(0, 4).join(':') : ip)

const requestPlugin = (log: Logger): ApolloServerPlugin<Context> => ({
  requestDidStart: async ({ contextValue }) => {
    const started = performance.now()
    return {
      willSendResponse: async ({ response, operationName, errors }) => {
        await contextValue.end()
        if (response.body.kind === 'single') {
          const { requestId } = contextValue
          for (const error of response.body.singleResult.errors ?? []) {
            Object.assign(error, { extensions: { ...error.extensions, requestId } })
          }
        }
        const withheld = contextValue.withheld.extension
        if (withheld && response.body.kind === 'single') {
          response.body.singleResult.extensions = {
            ...response.body.singleResult.extensions,
            withheld,
          }
        }
        requestLog(log, {
          requestId: contextValue.requestId,
          operation: operationName ?? undefined,
          durationMs: performance.now() - started,
          outcome: String(errors?.[0]?.extensions['code'] ?? 'OK'),
        })
      },
    }
  },
})

const BAD_INPUT_CODES: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'VALIDATION_FAILED',
  BAD_USER_INPUT: 'BAD_VALUE',
  BAD_REQUEST: 'BAD_REQUEST',
  OPERATION_RESOLUTION_FAILURE: 'OPERATION_UNKNOWN',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PERSISTED_QUERY_NOT_SUPPORTED',
  PERSISTED_QUERY_NOT_FOUND: 'PERSISTED_QUERY_NOT_SUPPORTED',
}
const OUR_CODES = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_INPUT', 'CONFLICT'])

function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
): GraphQLFormattedError {
  const given = String(formatted.extensions?.['code'] ?? '')
  const { message, locations, path } = formatted
  const where = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) }
  if (OUR_CODES.has(given)) {
    const { stacktrace: _, http: __, ...extensions } = formatted.extensions ?? {}
    return {
      message,
      ...where,
      extensions: { ...extensions, code: given, reason: extensions['reason'] ?? given },
    }
  }
  if (hasBadCharacter(error)) {
    return {
      message: 'The text holds a character that cannot be stored.',
      ...where,
      extensions: { code: 'BAD_INPUT', reason: 'BAD_CHARACTER' },
    }
  }
  const reason =
    BAD_INPUT_CODES[given] && (formatted.extensions?.['reason'] ?? BAD_INPUT_CODES[given])
  if (reason) return { message, ...where, extensions: { code: 'BAD_INPUT', reason } }
  log.error({ error: describe(error) }, 'internal')
  return {
    message: 'Something went wrong on our side.',
    ...where,
    extensions: { code: 'INTERNAL', reason: 'INTERNAL' },
  }
}

// Text that no database can hold, such as U+0000.
function hasBadCharacter(error: unknown): boolean {
  const cause = error instanceof Error && 'originalError' in error ? error.originalError : error
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '22021'
}

// Name, state and place only: a database message may quote a value.
function describe(error: unknown): {
  name: string
  code: string | undefined
  at: string | undefined
} {
  const cause =
    error instanceof Error && 'originalError' in error && error.originalError instanceof Error
      ? error.originalError
      : error
  if (!(cause instanceof Error)) return { name: 'unknown', code: undefined, at: undefined }
  const code = 'code' in cause ? String(cause.code) : undefined
  return {
    name: cause.name,
    code,
    at: cause.stack
      ?.split('\n')
      .filter((line) => line.includes('    at '))
      .slice(0, 6)
      .join(' | '),
  }
}
