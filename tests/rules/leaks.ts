import type { GraphQLSchema } from 'graphql'
import { randomUUID } from 'node:crypto'
import {
  MEMBER,
  OWNER,
  PARTNER,
  PUBLIC,
  REVIEWER,
  SECRETARIAT,
  type AudienceMask,
} from '../../server/src/access/audience'
import { globalId } from '../../server/src/platform'
import type { RunningServer } from '../../server/src/server'
import { ask } from '../access/ask.ts'
import { heldBy, type Letters } from '../access/audiences.ts'
import { oneOfEachHat, type Actor, type Letter } from '../access/cast.ts'
import { cellsOf } from '../access/cells.ts'
import { closedArguments } from '../access/closed-arguments.ts'
import { cellReader } from '../access/crawl.ts'
import { expectations, words } from '../access/expectations.ts'
import { mutationCalls } from '../access/inputs.ts'
import type { Question } from '../access/question-list.ts'
import type { Subjects } from '../access/subjects.ts'

/** Something somebody got who should not have, with the audiences that let them in. */
export interface Leak {
  readonly at: string
  readonly held: AudienceMask
}

const BITS: Readonly<Record<Letters, AudienceMask>> = {
  PUB: PUBLIC, PAR: PARTNER, MEM: MEMBER, OWN: OWNER, REV: REVIEWER, SEC: SECRETARIAT,
} // prettier-ignore

/**
 * Cells read against the expectations, on ways that are open by the expectations: what one opened field
 * lets see behind it is not counted for the fields behind it.
 */
export async function outputLeaks(
  server: RunningServer,
  cast: readonly Actor[],
  questions: readonly Question[],
  subjects: Subjects,
  now: Date,
): Promise<readonly Leak[]> {
  const read = cellReader(subjects, now)
  const leaks = new Map<string, Leak>()
  for (const question of questions) {
    for (const actor of question.isAlike ? oneOfEachHat(cast) : cast) {
      const answer = await ask(server, actor, question.document)
      const closed = new Set<string>()
      for (const cell of cellsOf(question.document, answer.data)) {
        const isBehind = closed.has(cell.path.replace(/\[\d+\]$/, ''))
        const verdict = read(actor, cell)
        const at = `${cell.type}.${cell.field}`
        if (isBehind || !verdict.isTheirs) closed.add(`${cell.path}.${cell.field}`)
        if (isBehind || verdict.isTheirs || cell.value == null || !verdict.subject) continue
        let held = 0
        for (const letters of heldBy(actor, verdict.subject, now)) held |= BITS[letters]
        leaks.set(`${at} ${held}`, { at, held })
      }
    }
  }
  return [...leaks.values()]
}

const AT_ROOT: Readonly<Record<Letter, AudienceMask>> = {
  '-': PUBLIC, P: PUBLIC | PARTNER, C: PUBLIC | MEMBER, N: PUBLIC | MEMBER, A: PUBLIC | MEMBER, V: PUBLIC | MEMBER,
  R: PUBLIC | REVIEWER, L: PUBLIC | REVIEWER, E: PUBLIC | SECRETARIAT, O: PUBLIC | SECRETARIAT,
  D: PUBLIC | SECRETARIAT, B: PUBLIC | SECRETARIAT,
} // prettier-ignore

const isRefused = (codes: readonly unknown[]) =>
  codes.some((code) => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN')

/** Root fields that answer a hat the expectations turn away. */
export async function rootLeaks(
  server: RunningServer,
  cast: readonly Actor[],
  questions: readonly Question[],
  schema: GraphQLSchema,
): Promise<readonly Leak[]> {
  const leaks: Leak[] = []
  const hats = new Map(
    expectations('queries.csv', ['query', 'hats']).map(({ query, hats: who }) => [
      query,
      words(who),
    ]),
  )
  const first = new Map(questions.toReversed().map((question) => [question.root, question]))
  const note = (at: string, actor: Actor) => leaks.push({ at, held: AT_ROOT[actor.hat] })
  for (const actor of oneOfEachHat(cast)) {
    for (const [root, { document }] of first) {
      const who = hats.get(root) ?? []
      if (who.includes('everybody') || who.includes(actor.hat)) continue
      const { errors } = await ask(server, actor, document)
      if (!isRefused(errors.map(({ extensions }) => extensions['code'])))
        note(`Query.${root}`, actor)
    }
    for (const call of mutationCalls(schema)) {
      const givers = giversOf(`Mutation.${call.name}(input:)`)
      if (!givers || givers.includes('everybody') || givers.includes(actor.hat)) continue
      const answer = await ask(server, actor, call.document, call.variables(nothing))
      if (answer.data?.['answer'] != null) note(`Mutation.${call.name}`, actor)
    }
  }
  return leaks
}

const nothing = (tag: string) => globalId(tag, randomUUID())

const GIVERS = new Map(
  expectations('inputs.csv', ['at', 'givers']).map(({ at, givers }) => [at, words(givers)]),
)
const giversOf = (at: string) => GIVERS.get(at)

/** Arguments and input fields taken from a hat the expectations do not name for them. */
export async function inputLeaks(
  server: RunningServer,
  cast: readonly Actor[],
  schema: GraphQLSchema,
): Promise<readonly Leak[]> {
  const leaks: Leak[] = []
  for (const actor of oneOfEachHat(cast)) {
    const may = (at: string) => {
      const givers = giversOf(at)
      return !givers || givers.includes('everybody') || givers.includes(actor.hat)
    }
    for (const call of mutationCalls(schema)) {
      if (!may(`Mutation.${call.name}(input:)`)) continue
      const type = /\$input: (\w+)/.exec(call.document)?.[1]
      const whole = call.variables(nothing, true)
      const input = (whole['input'] ?? {}) as Record<string, unknown>
      const closed = Object.keys(input).filter((key) => !may(`${type}.${key}`))
      for (const key of closed) {
        const rest = Object.fromEntries(
          Object.entries(input).filter(([each]) => each === key || !closed.includes(each)),
        )
        const { text } = await ask(server, actor, call.document, { ...whole, input: rest })
        if (!text.includes(`the argument input.${key}`))
          leaks.push({ at: `${type}.${key}`, held: AT_ROOT[actor.hat] })
      }
    }
    for (const { at, document, argument, askers, givers } of closedArguments(schema)) {
      if (!askers.includes(actor.hat) || givers.includes(actor.hat)) continue
      const { text } = await ask(server, actor, document)
      if (!text.includes(`the argument ${argument}`)) leaks.push({ at, held: AT_ROOT[actor.hat] })
    }
  }
  return leaks
}
