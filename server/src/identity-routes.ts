import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#access'
import {
  isTicketOf,
  keptWay,
  linkIdentity,
  setOut,
  signInAs,
  takeAnswer,
  type IdentityOutcome,
  type Portal,
} from '#accounts'
import type { IdentityProvider } from '#platform'
import { describe } from './format-error'
import type { Logger } from './platform/log'

const WAY_COOKIE = '__Host-pmm-way'
const COOKIE = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const

export type ContextMaker = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>

/** The way to the identity provider and back: two addresses a browser visits, outside GraphQL. */
export function serveIdentityProvider(
  http: FastifyInstance,
  provider: IdentityProvider,
  contextOf: ContextMaker,
  log: Logger,
): void {
  http.get('/oidc/start', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const { portal, link } = readStart(request)
    const context = await contextOf(request, reply)
    // A linking begins with a command of this very session; no page elsewhere can begin one.
    if (link !== null && !isTicketOf(context, link)) return leave(reply, portal, 'EXPIRED', true)
    const { state, kept } = setOut(context, portal, link === null ? null : context.viewer.sessionId)
    try {
      const address = await provider.addressFor(state)
      return reply.setCookie(WAY_COOKIE, kept, COOKIE).redirect(address.href, 303)
    } catch (error) {
      log.warn({ requestId: request.id, error: describe(error) }, 'identity provider')
      return leave(reply, portal, 'REFUSED', link !== null)
    }
  })

  http.get('/oidc/callback', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const context = await contextOf(request, reply)
    const answer = new URL(request.url, context.services.mailing.origin)
    const way = keptWay(context, request.cookies[WAY_COOKIE], answer.searchParams.get('state'))
    reply.clearCookie(WAY_COOKIE, COOKIE)
    if (!way || !(await takeAnswer(context, way.state))) {
      return leave(reply, way?.portal ?? 'member', 'EXPIRED', Boolean(way?.sessionId))
    }
    const { portal, sessionId, state } = way
    const outcome = await comeBack(context, provider, answer, state, sessionId, (error) =>
      log.warn({ requestId: request.id, error: describe(error) }, 'identity provider'),
    )
    return leave(reply, portal, outcome, sessionId !== null)
  })
}

async function comeBack(
  context: Context,
  provider: IdentityProvider,
  answer: URL,
  state: string,
  sessionId: string | null,
  onRefused: (error: unknown) => void,
): Promise<IdentityOutcome> {
  const identity = await provider.identityOf(answer, state).catch(onRefused)
  if (!identity) return 'REFUSED'
  return sessionId === null
    ? signInAs(context, identity)
    : linkIdentity(context, sessionId, identity)
}

// The pages word what came of it; nothing else travels in the address.
function leave(
  reply: FastifyReply,
  portal: Portal,
  outcome: IdentityOutcome,
  isLinking: boolean,
): FastifyReply {
  const page = isLinking ? 'settings/security' : 'sign-in'
  const query = outcome === 'SIGNED_IN' ? '' : `?identity=${outcome}`
  return reply.redirect(`/${portal}/${page}${query}`, 303)
}

function readStart(request: FastifyRequest): { portal: Portal; link: string | null } {
  const { portal, link } = request.query as Record<string, unknown>
  return {
    portal: portal === 'admin' ? 'admin' : 'member',
    link: typeof link === 'string' ? link : null,
  }
}
