import { sql } from 'kysely'
import type { Database } from '#platform'
import { ownerIdentity } from '../seeds/seed'
import type { Ratio } from './rounds'

const KNOWN = 'mariam.selk@demo.invalid'
const UNKNOWN = 'nobody.at.all@demo.invalid'

const SIGN_IN =
  'mutation ($email: String!) { answer: sessionOpen(input: { email: $email, password: "not the password" }) { problems { code reason } } }'
const RESET =
  'mutation ($email: String!) { answer: passwordResetRequest(input: { email: $email }) { problems { code reason } } }'

/** What whoever tries addresses could compare: the time of a known account for that of an unknown one. */
export interface Telling {
  readonly name: string
  readonly known: Ratio
  /** Of an unknown one for another unknown one. */
  readonly again: Ratio
}

/** Asks in turn for a known, an unknown and another unknown account, each as if for the first time. */
export async function compareAccounts(
  url: string,
  database: Database,
): Promise<readonly Telling[]> {
  const told: Telling[] = []
  for (const [name, query, rounds] of [['Sign-in that is refused', SIGN_IN, 60], ['Request for a new password', RESET, 200]] as const) {
    const times = new Map<string, number[]>([[KNOWN, []], [UNKNOWN, []], [`another.${UNKNOWN}`, []]])
    const answers = new Set<string>()
    const emails = [...times.keys()]
    for (let round = -3; round < rounds; round += 1) {
      for (let at = 0; at < emails.length; at += 1) {
        const email = emails[(at + round + emails.length) % emails.length]!
        await forget(database)
        const { taken, text } = await ask(url, query, email)
        answers.add(text)
        if (round >= 0) times.get(email)!.push(taken)
      }
    }
    // Alike by text first: only then does the time matter.
    if (answers.size > 1 || /RATE_LIMITED|MAIL_NOT_SENT/.test([...answers].join())) throw new Error(`${name} tells accounts apart: ${[...answers].join(' / ')}`)
    const [known, unknown, another] = emails.map((email) => times.get(email)!)
    told.push({ name, known: ofMedians(known!, unknown!), again: ofMedians(another!, unknown!) })
  }
  return told
} // prettier-ignore

async function ask(
  url: string,
  query: string,
  email: string,
): Promise<{ taken: number; text: string }> {
  const body = JSON.stringify({ query, variables: { email } })
  const started = performance.now()
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  const text = await response.text()
  return { taken: performance.now() - started, text }
}

// Attempts and requests are counted, and what is counted is answered otherwise.
const forget = (database: Database): Promise<unknown> =>
  database.write(ownerIdentity, async ({ db }) => {
    await sql`delete from sign_in_attempt`.execute(db)
    await sql`delete from password_reset_request`.execute(db)
    await sql`delete from outbox`.execute(db)
  })

const median = (values: readonly number[]): number =>
  values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)]!

const THIRDS = 3

/** The ratio of the medians, and how far it moves between thirds of the rounds. */
function ofMedians(a: readonly number[], b: readonly number[]): Ratio {
  const parts = Array.from({ length: THIRDS }, (_, at) => {
    const part = (all: readonly number[]) => median(all.filter((_each, nth) => nth % THIRDS === at))
    return part(a) / part(b)
  }).toSorted((x, y) => x - y)
  return { median: median(a) / median(b), low: parts[0]!, high: parts.at(-1)! }
}
