import type { DueHandler } from '#platform'
import { sql } from 'kysely'

/** Points an hour, by who asks. */
export interface Budgets {
  /** Each person who is signed in. */
  readonly person: number
  /** Each partner's client. */
  readonly client: number
  /** Each network, for documents of one's own without a token. */
  readonly network: number
  /** Each network, for the documents of the pages without a session. */
  readonly pages: number
}

export const BUDGETS: Budgets = { person: 20_000, client: 5_000, network: 1_000, pages: 20_000 }

/** On a machine that nobody else can reach there are no strangers to be careful with. */
export const TRIAL_BUDGETS: Budgets = { ...BUDGETS, network: 10_000 }

/** What a request is charged, whoever turns out to be asking. */
export interface Charge {
  readonly points: number
  readonly budgets: Budgets
  /** Whose budget pays for nobody in particular. */
  readonly stranger: { readonly name: 'network' | 'pages'; readonly network: Uint8Array }
}

/** How a caller stands after the charge. */
export interface Account {
  readonly budget: keyof Budgets
  readonly hourly: number
  readonly isTaken: boolean
  readonly left: number
  /** Seconds until the charge could be paid. */
  readonly wait: number
}

/** What a request cost, and how its caller stands. */
export interface Bill {
  readonly cost: number
  /** The dearest document allowed; null for the documents of the portals. */
  readonly maximum: number | null
  /** Whether the price is all the caller wanted to know. */
  readonly isCostOnly: boolean
  readonly account: Account
}

const HOUR = 60 * 60
const FORGET_EVERY = (HOUR / 6) * 1000

/** Seconds until the budget is whole again. */
export const secondsToFull = ({ hourly, left }: Account): number =>
  Math.ceil(((hourly - left) / hourly) * HOUR)

export const restorePerMinute = ({ hourly }: Account): number => Math.ceil(hourly / 60)

/** Headers of an answer, in the form of the IETF draft. */
export function rateHeaders(account: Account): Readonly<Record<string, string>> {
  const { budget, hourly, left, wait, isTaken } = account
  return {
    'ratelimit-policy': `"${budget}";q=${hourly};w=${HOUR}`,
    ratelimit: `"${budget}";r=${left};t=${secondsToFull(account)}`,
    ...(isTaken ? {} : { 'retry-after': String(wait) }),
  }
}

/** Removes what is full again, now and then. */
export function forgetFullBuckets(): DueHandler {
  let last = 0
  return async ({ db, now }) => {
    if (now.getTime() - last < FORGET_EVERY) return
    last = now.getTime()
    await sql`select rate_forget(${now.toISOString()}::timestamptz)`.execute(db)
  }
}
