import type { FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import {
  MAXIMUM_COST,
  networkHash,
  rateHeaders,
  restorePerMinute,
  type Account,
  type Bill,
  type Budgets,
  type Charge,
  type DocumentGate,
  type Pricer,
} from '#limits'
import { DoorRefusal } from './door'

/** What a request is charged before anything of it runs. */
export interface Toll {
  readonly cost: number
  /** The dearest document allowed; null for the documents of the portals. */
  readonly maximum: number | null
  /** Whether the price is all the caller wants to know. */
  readonly isCostOnly: boolean
  readonly charge: Charge
}

export interface TollKeeper {
  readonly gate: DocumentGate
  readonly pricer: Pricer
  /** Null where nothing is counted: in tests that ask about hundreds of fields at once. */
  readonly budgets: Budgets | null
}

// The documents of the portals were weighed when they were written.
const PORTAL_SHARE = 100

/** Refuses a document beyond the limits or too dear, before it is validated, let alone run. */
export function tollOf(
  { gate, pricer, budgets }: TollKeeper,
  request: FastifyRequest,
  isRegistered: boolean,
): Toll | null {
  if (!budgets) return null
  const asked = callOf(request)
  const gated = typeof asked.query === 'string' ? gate.read(asked.query) : null
  if (gated && 'refused' in gated) throw new DoorRefusal(gated.refused)
  const readable = gated && 'document' in gated && gated.operation ? gated : null
  const cost = readable
    ? pricer.priceOf(readable.document, readable.operation!, variablesOf(asked.variables))
    : 1
  const isOfPortal = isRegistered && request.headers.authorization === undefined
  const isCostOnly = request.headers['x-cost-only'] === '1'
  if (!isOfPortal && !isCostOnly && cost > MAXIMUM_COST) {
    throw new DoorRefusal('COST_EXCEEDED', { cost, limit: MAXIMUM_COST })
  }
  return {
    cost,
    maximum: isOfPortal ? null : MAXIMUM_COST,
    isCostOnly,
    charge: {
      points: isCostOnly ? 1 : isOfPortal ? Math.ceil(cost / PORTAL_SHARE) : cost,
      budgets,
      stranger: { name: isOfPortal ? 'pages' : 'network', network: networkHash(request.ip) },
    },
  }
}

/** Tells the caller how it stands, and refuses the request it cannot pay. */
export function settle(
  { cost, maximum, isCostOnly }: Toll,
  account: Account,
  request: FastifyRequest,
  reply: FastifyReply,
): Bill {
  reply.headers(rateHeaders(account))
  if (account.isTaken) return { cost, maximum, isCostOnly, account }
  throw new GraphQLError('The budget of this hour is spent.', {
    extensions: {
      code: 'FORBIDDEN',
      reason: 'RATE_LIMITED',
      retryAfterSeconds: account.wait,
      requestId: request.id,
      http: { status: 429 },
    },
  })
}

/** The figures that go with an answer. */
export const costExtension = ({ cost, maximum, account }: Bill) => ({
  requested: cost,
  maximum,
  remaining: account.left,
  restorePerMinute: restorePerMinute(account),
})

interface Call {
  readonly query?: unknown
  readonly variables?: unknown
}

const callOf = (request: FastifyRequest): Call =>
  ((request.method === 'POST' ? request.body : request.query) ?? {}) as Call

// By GET the variables are text.
function variablesOf(given: unknown): Readonly<Record<string, unknown>> {
  if (typeof given !== 'string') return isRecord(given) ? given : {}
  try {
    const parsed: unknown = JSON.parse(given)
    return isRecord(parsed) ? parsed : {}
  } catch {
    return {}
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
