import {
  ApolloServer,
  HeaderMap,
  type ApolloServerPlugin,
  type GraphQLResponse,
} from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { Context, anonymous, type Exchange, type Services } from '#access'
import { deviceOf, identify, signInMutations } from '#accounts'
import { followPublications } from '#framework'
import { BUDGETS, DocumentGate, LIMITS, Pricer, networkHash, type Budgets } from '#limits'
import {
  BODY_LIMIT,
  SESSION_COOKIE,
  checkOrigin,
  keepDoor,
  numberRefusals,
  refuseAtDoor,
  resolveDocument,
  type DoorOptions,
} from './door'
import { draining } from './draining'
import { serveFileRoutes } from './file-routes'
import { serveFiles, type FileRoots } from './files'
import { INTERNAL, describe, formatError } from './format-error'
import { COMPRESSED, secureAnswers } from './headers'
import { serveIdentityProvider } from './identity-routes'
import type { Logger } from './platform/log'
import { requestLog } from './platform/log'
import { publicPages } from './public-pages'
import { fileSources } from './schema'
import { costExtension, settle, tollOf, type Toll, type TollKeeper } from './toll'

export { SESSION_COOKIE }

export interface ServerOptions extends DoorOptions {
  readonly schema: GraphQLSchema
  readonly services: Services
  readonly log: Logger
  readonly files: FileRoots | null
  readonly isReady: () => Promise<boolean>
  /** Points an hour; the usual ones when left out. With free documents nothing is counted. */
  readonly budgets?: Budgets
  /** Proxies whose word about the caller's address is taken; nobody's when left out. */
  readonly trustedProxies?: readonly string[]
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
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
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
    formatError: (formatted, error) => formatError(formatted, error, options.log),
    plugins: [ApolloServerPluginCacheControlDisabled(), requestPlugin(options.log)],
  })
  const keeper: TollKeeper = {
    gate: new DocumentGate(signInMutations),
    pricer: new Pricer(options.schema),
    // Tests ask about hundreds of fields at once; nobody else may.
    budgets: options.freeDocuments ? null : (options.budgets ?? BUDGETS),
  }
  const tolls = new WeakMap<FastifyRequest, Toll>()
  await apollo.start()
  const drain = draining(http)
  await http.register(cookie)
  // Routes ask for it one by one: files stay as they are, and the assets were compressed by their build.
  await http.register(compress, { global: false, globalDecompression: false })
  secureAnswers(http, options.publicOrigin)
  keepDoor(http, options.log)
  http.get('/livez', async () => ({ status: 'alive' }))
  http.get('/readyz', async (_request, reply) => {
    const ready = await options.isReady()
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' })
  })
  http.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    compress: COMPRESSED,
    onRequest: async (request, reply) => checkOrigin(options, request, reply),
    preHandler: async (request) => {
      const toll = tollOf(keeper, request, resolveDocument(options, request))
      if (toll) tolls.set(request, toll)
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) =>
        contextOf(options, request, reply, tolls.get(request) ?? null),
    }),
    onSend: numberRefusals,
  })
  await serveFileRoutes(http, {
    ...options,
    sources: fileSources(options.schema),
    budgets: keeper.budgets,
    contextOf: (request, reply, toll) => contextOf(options, request, reply, toll),
  })
  const { identityProvider } = options.services
  if (identityProvider) {
    const context = (request: FastifyRequest, reply: FastifyReply) =>
      contextOf(options, request, reply, null)
    serveIdentityProvider(http, identityProvider, context, options.log)
  }
  if (options.files) {
    const isPublicPage = publicPages(options.schema, () => asNobody(options))
    await serveFiles(http, options.files, isPublicPage)
  } else {
    http.setNotFoundHandler((request, reply) => refuseAtDoor('NOT_FOUND', request, reply))
  }
  return {
    http,
    apollo,
    stop: async () => {
      await drain()
      await apollo.stop()
    },
  }
}

async function contextOf(
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  toll: Toll | null,
): Promise<Context> {
  const sessionToken = request.cookies[SESSION_COOKIE] ?? null
  const { viewer, account } = await identify(
    options.services.database,
    {
      sessionToken,
      authorization: request.headers.authorization ?? null,
      address: request.ip,
      now: options.services.clock.now(),
    },
    toll?.charge ?? null,
  )
  const bill = toll && account ? settle(toll, account, request, reply) : null
  if (!viewer) {
    throw new GraphQLError('This token is not valid.', {
      extensions: {
        code: 'UNAUTHENTICATED',
        reason: 'TOKEN_INVALID',
        requestId: request.id,
        http: { status: 401 },
      },
    })
  }
  // A portal that believes in a session learns here that the server no longer does.
  if (viewer.personId === null && viewer.apiClientId === null && !viewer.unfinished) {
    reply.header('pmm-viewer', 'nobody')
  }
  await followPublications(options.services, viewer.publicationNumber)
  const exchange: Exchange = {
    network: networkHash(request.ip),
    device: deviceOf(request.headers['user-agent']),
    bill,
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

/** A request of the server itself, with the rights of nobody. */
function asNobody({ services }: ServerOptions): Context {
  const exchange: Exchange = {
    network: new Uint8Array(),
    device: '',
    bill: null,
    sessionToken: null,
    setSessionToken: () => {},
  }
  return new Context(services, anonymous(services.clock.now()), services.ids.next(), exchange)
}

/** What could not be noted in the logs is not told: the answer becomes an error of ours. */
async function endsNoted(
  context: Context,
  response: GraphQLResponse,
  log: Logger,
): Promise<boolean> {
  try {
    await context.end()
    return true
  } catch (error) {
    log.error({ requestId: context.requestId, error: describe(error) }, 'unlogged')
    response.http.status = 500
    response.body = { kind: 'single', singleResult: { errors: [{ ...INTERNAL }] } }
    return false
  }
}

const requestPlugin = (log: Logger): ApolloServerPlugin<Context> => ({
  requestDidStart: async ({ contextValue }) => {
    const started = performance.now()
    return {
      // Where no subscription is declared, asking for one is a mistake of the caller's.
      didResolveOperation: async ({ operation, schema }) => {
        if (!operation || schema.getRootType(operation.operation)) return
        throw new GraphQLError('There is no operation of this kind.', {
          extensions: { code: 'BAD_INPUT', reason: 'OPERATION_UNKNOWN', http: { status: 400 } },
        })
      },
      responseForOperation: async () => {
        const { bill } = contextValue.exchange
        return bill?.isCostOnly
          ? {
              http: { headers: new HeaderMap() },
              body: { kind: 'single', singleResult: { data: null } },
            }
          : null
      },
      willSendResponse: async ({ request, response, operationName, errors }) => {
        const isNoted = await endsNoted(contextValue, response, log)
        if (response.body.kind === 'single') {
          const { requestId } = contextValue
          for (const error of response.body.singleResult.errors ?? []) {
            Object.assign(error, { extensions: { ...error.extensions, requestId } })
          }
        }
        const withheld = contextValue.withheld.extension
        const { bill } = contextValue.exchange
        // The bytes of an answer by GET may be kept, so they say nothing of who asked.
        const cost = bill?.maximum && request.http?.method === 'POST' ? costExtension(bill) : null
        if (isNoted && (withheld || cost) && response.body.kind === 'single') {
          response.body.singleResult.extensions = {
            ...response.body.singleResult.extensions,
            ...(withheld ? { withheld } : {}),
            ...(cost ? { cost } : {}),
          }
        }
        requestLog(log, {
          requestId: contextValue.requestId,
          operation: operationName ?? undefined,
          durationMs: performance.now() - started,
          outcome: isNoted ? String(errors?.[0]?.extensions['code'] ?? 'OK') : 'INTERNAL',
        })
      },
    }
  },
})
