import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { globalId, type Db } from '../../server/src/platform'
import { useWorld } from '../setup/world.ts'
import { arrangeRareStates } from './arrangement.ts'
import { ask, schemaOf, type Asked } from './ask.ts'
import { castOf, oneOfEachHat, type Actor, type Letter } from './cast.ts'
import { expectations, words } from './expectations.ts'
import { mutationCalls, type IdOf, type MutationCall } from './inputs.ts'
import { fingerprint, openAsOwner, type OwnerDatabase } from './owner-database.ts'

const world = useWorld()
// What a refused command leaves behind on purpose: its line in the log, and the count of attempts.
const NOTED = [
  'audit_entry',
  'audit_head',
  'access_log_entry',
  'sign_in_attempt',
  'session',
  'api_client_token',
]
const SESSIONS = 'session'

interface Duty {
  readonly mutation: string
  readonly hats: readonly string[]
  readonly subject: string
  readonly states: readonly string[]
}

let calls: readonly MutationCall[]
let cast: readonly Actor[]
let everything: OwnerDatabase
let foreign: ReadonlyMap<string, readonly string[]>
const duties: readonly Duty[] = expectations('mutations.csv', [
  'mutation', 'hats', 'subject', 'states',
]).map(({ mutation, hats, subject, states }) => ({ mutation, hats: words(hats), subject, states: words(states) })) // prettier-ignore

const gates = new Map(
  expectations('inputs.csv', ['at', 'givers']).map(({ at, givers }) => [at, words(givers)]),
)

beforeAll(async () => {
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  cast = await castOf(world())
  everything = await openAsOwner(world())
  calls = mutationCalls(await schemaOf(world().server))
  foreign = await everything.database.read({ role: 'pmm_owner', settings: {} }, idsByTag)
})
afterAll(() => everything?.close())

const ofOur = (name: string): Actor => cast.find((each) => each.name === name)!
const dutyOf = (name: string) => duties.filter(({ mutation }) => mutation === name)
const call = (
  actor: Actor,
  { document, variables }: MutationCall,
  idOf: IdOf,
  isComplete = false,
) => ask(world().server, actor, document, variables(idOf, isComplete))

const unchanged = () =>
  everything.database.read({ role: 'pmm_owner', settings: {} }, (db) => fingerprint(db, NOTED))

/** The answer as a client tells answers apart: without the id of the request. */
const shapeOf = ({ status, data, errors }: Asked) =>
  JSON.stringify({
    status,
    data,
    errors: errors.map(({ message, path, extensions: { requestId: _, ...extensions } }) => ({
      message,
      path,
      extensions,
    })),
  })

const problemsOf = ({ data, errors }: Asked): readonly { code: string; reason: string }[] => {
  const answer = data?.['answer'] as
    { problems: { code: string; reason: string }[] } | null | undefined
  if (answer) return answer.problems
  return errors.map(({ extensions }) => ({
    code: String(extensions['code']),
    reason: String(extensions['reason']),
  }))
}

/** Whether the gate at the root lets the actor's hat through to the command. */
const passes =
  ({ name }: MutationCall) =>
  ({ hat }: Actor): boolean =>
    (gates.get(`Mutation.${name}(input:)`) ?? []).some((each) => ['everybody', hat].includes(each))

/** The session ends with it, or the caller is asked to prove an identity: tried in files of their own. */
const isOfSessions = (name: string) => dutyOf(name).some(({ subject }) => subject === SESSIONS)

describe('the list of duties', () => {
  test('names every mutation and no other', () => {
    const named = new Set(duties.map(({ mutation }) => mutation))

    expect([...named].toSorted()).toEqual(calls.map(({ name }) => name).toSorted())
  })
})

describe('an id of nothing', () => {
  const random: IdOf = (tag) => globalId(tag, randomUUID())
  const otherType: IdOf = (tag) => globalId(tag === 'RR' ? 'AS' : 'RR', randomUUID())
  const malformed: IdOf = () => 'x'

  test('is refused to everybody, alike whether made up, malformed or of another type', async () => {
    const before = await unchanged()
    const wrong: string[] = []
    let cells = 0
    for (const each of calls.filter(({ name, tags }) => tags.size > 0 && !isOfSessions(name))) {
      for (const actor of oneOfEachHat(cast).filter(passes(each))) {
        cells += 1
        const [one, another, third] = [
          await call(actor, each, random),
          await call(actor, each, otherType),
          await call(actor, each, malformed),
        ]
        if (problemsOf(one).length === 0) wrong.push(`${each.name} was done for ${actor.name}`)
        if (one.text.includes('INTERNAL')) wrong.push(`${each.name} failed for ${actor.name}`)
        if (shapeOf(one) !== shapeOf(another))
          wrong.push(`${each.name} tells types apart to ${actor.name}`)
        if (shapeOf(one) !== shapeOf(third))
          wrong.push(`${each.name} tells malformed ids apart to ${actor.name}`)
      }
    }

    process.stdout.write(
      `mutations x actors with ids of nothing: ${cells}, wrong: ${wrong.length}\n`,
    )
    expect(wrong).toEqual([])
    expect(await unchanged()).toEqual(before)
  }, 1_200_000)
})

describe('what belongs to others', () => {
  test('A23: is refused exactly as if it were not there, and stays as it was', async () => {
    const before = await unchanged()
    const wrong: string[] = []
    let cells = 0
    for (const each of calls.filter(({ name, tags }) => tags.size > 0 && !isOfSessions(name))) {
      for (const actor of cast.filter(passes(each))) {
        for (const pick of 'RL'.includes(actor.hat) ? [0, 1] : [0]) {
          const hidden = hiddenFrom(actor, pick)
          if (![...each.tags].some((tag) => hidden(tag, '') !== null)) continue
          cells += 1
          const nothing = randomUUID()
          const theirs = await call(
            actor,
            each,
            (tag, at) => hidden(tag, at) ?? globalId(tag, nothing),
          )
          const none = await call(actor, each, (tag, at) =>
            hidden(tag, at) === null ? globalId(tag, nothing) : globalId(tag, randomUUID()),
          )
          if (problemsOf(theirs).length === 0) wrong.push(`${each.name} was done by ${actor.name}`)
          if (shapeOf(theirs) !== shapeOf(none)) {
            wrong.push(
              `${each.name} tells ${actor.name} that it is there: ${shapeOf(theirs)} / ${shapeOf(none)}`,
            )
          }
        }
      }
    }

    process.stdout.write(`mutations x actors with foreign ids: ${cells}, wrong: ${wrong.length}\n`)
    expect(wrong).toEqual([])
    expect(await unchanged()).toEqual(before)
  }, 1_200_000)
})

describe('a hat or a state that does not fit', () => {
  test('A21: is refused for each hat and state, with every row as it was', async () => {
    const before = await unchanged()
    const wrong: string[] = []
    let cells = 0
    const subjects = await everything.database.read({ role: 'pmm_owner', settings: {} }, subjectsOf)
    for (const { mutation, hats, subject, states } of duties) {
      const each = calls.find(({ name }) => name === mutation)
      if (!each || subject === SESSIONS) continue
      const fitting = subjects.filter(({ kind }) => kind === subject)
      const [first] = fitting
      for (const one of fitting) {
        for (const actor of new Set([...oneOfEachHat(cast), ...involvedIn(one)])) {
          // The gate turns a hat away before it looks at the subject: once is enough.
          if (!passes(each)(actor) && one !== first) continue
          if (hats.includes(actor.hat) && states.includes(one.state)) continue
          cells += 1
          const answer = await call(actor, each, one.idOf)
          const [problem] = problemsOf(answer)
          const at = `${mutation} of ${one.name} by ${actor.name}`
          if (!problem) wrong.push(`${at} was done`)
          else if (!isFitting(problem.code, actor.hat, hats, states.includes(one.state)))
            wrong.push(`${at}: ${problem.code} ${problem.reason}`)
        }
      }
    }

    process.stdout.write(`mutations x hats x states: ${cells}, wrong: ${wrong.length}\n`)
    expect(wrong).toEqual([])
    expect(await unchanged()).toEqual(before)
  }, 1_200_000)
})

describe('inputs', () => {
  test('A22: with keys the schema does not know are bad input, and change nothing', async () => {
    const before = await unchanged()
    const wrong: string[] = []
    const officer = ofOur('officer')
    for (const each of calls.filter(({ tags }) => tags.size > 0)) {
      const variables = each.variables((tag) => globalId(tag, randomUUID()))
      const known = Object.keys(
        (each.variables(() => 'x', true)['input'] as object | undefined) ?? {},
      )
      const extra = ['owner', 'ownerId', 'status', 'score', 'id', 'createdBy', '__proto__x']
      for (const key of extra.filter((name) => !known.includes(name))) {
        const input = { ...(variables['input'] as object), [key]: 'x' }
        const answer = await ask(world().server, officer, each.document, { ...variables, input })
        if (answer.status !== 400 || answer.errors[0]?.extensions['code'] !== 'BAD_INPUT') {
          wrong.push(`${each.name} takes ${key}`)
        }
      }
    }

    expect(wrong).toEqual([])
    expect(await unchanged()).toEqual(before)
  }, 400_000)

  test('name no owner, status, score or computed field', () => {
    const names = calls.flatMap((each) =>
      Object.keys((each.variables(() => 'x', true)['input'] as object | undefined) ?? {}).map(
        (key) => `${each.name}.${key}`,
      ),
    )
    const computed =
      /\.(administrationId|owner\w*|score|status|submittedAt|authorId|createdBy|updatedBy|contentHash)$/

    // The secretariat has no administration of its own and names the one it means; members cannot give the field.
    expect(names.filter((name) => computed.test(name)).toSorted()).toEqual([
      'administrationContactSet.administrationId',
      'administrationRegisterUpdate.administrationId',
      'administrationUpdate.administrationId',
      'assessmentExtend.administrationId',
      'coordinatorHandOver.administrationId',
      'personInvite.administrationId',
      'roleGrant.administrationId',
    ])
  })

  test('are open to the hats the list says, each for itself', async () => {
    const wrong: string[] = []
    for (const each of calls.filter(({ tags }) => tags.size > 0)) {
      for (const actor of oneOfEachHat(cast)) {
        const complete = each.variables((tag) => globalId(tag, randomUUID()), true)
        const input = complete['input'] as Record<string, unknown>
        const closed = Object.keys(input).filter((key) => !mayGive(each, key, actor))
        const answer = await ask(world().server, actor, each.document, {
          ...complete,
          input: Object.fromEntries(Object.entries(input).filter(([key]) => !closed.includes(key))),
        })
        const refused = refusedArgument(answer)
        const isOpen = passes(each)(actor)
        if (isOpen && refused) wrong.push(`${actor.name} may not give ${each.name} ${refused}`)
        for (const key of isOpen ? closed : []) {
          const whole = await ask(world().server, actor, each.document, complete)
          if (refusedArgument(whole) !== `input.${key}`)
            wrong.push(`${actor.name} gives ${each.name} ${key}`)
        }
        if (!isOpen && answer.data?.['answer'] != null)
          wrong.push(`${actor.name} reaches ${each.name}`)
      }
    }

    expect(wrong).toEqual([])
  }, 400_000)
})

const refusedArgument = ({ text }: Asked) => /the argument ([\w.]+?)\.?"/.exec(text)?.[1]

/** Whether the list lets the actor's hat give this field of the input. */
function mayGive({ document }: MutationCall, key: string, { hat }: Actor): boolean {
  const type = /\$input: (\w+)/.exec(document)?.[1]
  const givers = gates.get(`${type}.${key}`)
  return givers === undefined || givers.some((each) => ['everybody', hat].includes(each))
}

/** Those of the cast who have to do with the subject, where it belongs to one administration. */
const involvedIn = ({ name, reviewId }: SubjectOfState): readonly Actor[] =>
  cast.filter(
    ({ administration, reviews }) =>
      (administration !== null && name.includes(administration)) ||
      (reviewId !== null && reviews.some((each) => each.reviewId === reviewId)),
  )

/** Refused for the hat, for not being there or, where that is wrong too, for the state. */
function isFitting(code: string, hat: Letter, hats: readonly string[], isState: boolean): boolean {
  if (hat === '-') return code === 'UNAUTHENTICATED'
  if (['FORBIDDEN', 'NOT_FOUND'].includes(code)) return true
  if (hats.includes(hat)) return ['CONFLICT', 'BAD_INPUT'].includes(code)
  return code === 'CONFLICT' && !isState
}

type Hidden = (tag: string, at: string) => string | null

/** Ids of rows this actor must not know of, by tag; null where everybody may know the rows. */
function hiddenFrom(actor: Actor, pick: number): Hidden {
  return (tag) => {
    const rows = (foreign.get(tag) ?? []).filter((row) => {
      const [, administrationId, reviewId, isHidden] = row.split('|')
      if (isHidden === 'officer') return actor.hat !== 'O'
      if (isHidden === 'administrator') {
        return actor.hat !== 'D' && administrationId !== actor.administrationId
      }
      if ('O'.includes(actor.hat)) return false
      if ('RL'.includes(actor.hat))
        return actor.reviews.every(
          (each) => each.reviewId !== reviewId && each.assessmentId !== reviewId,
        )
      return administrationId !== actor.administrationId
    })
    const row = rows[(pick * 7) % Math.max(rows.length, 1)]
    return row === undefined ? null : globalId(tag, row.split('|')[0]!)
  }
}

async function idsByTag(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const read = async (statement: ReturnType<typeof sql<{ line: string }>>) =>
    (await statement.execute(db)).rows.map(({ line }) => line)
  return new Map([
    ['AS', await read(sql`select id || '|' || administration_id || '|' || id || '|' as line from assessment
      where cycle_id = (select id from cycle where code = 'C2024') order by id`)],
    ['RV', await read(sql`select id || '|' || administration_id || '|' || id || '|' as line from review order by id`)],
    ['FI', await read(sql`select id || '|' || administration_id || '|' || review_id || '|' as line from finding
      where status = 'SENT' order by id`)],
    ['RM', await read(sql`select id || '|' || administration_id || '|' || review_id || '|' as line from review_member order by id`)],
    ['EV', await read(sql`select id || '|' || administration_id || '||' as line from evidence order by id`)],
    ['RI', await read(sql`select id || '|' || administration_id || '||' as line from return_item order by id`)],
    ['CM', await read(sql`select id || '|' || administration_id || '||' as line from comment order by id`)],
    ['WR', await read(sql`select id || '|' || administration_id || '||officer' as line from kpi_response order by id limit 30`)],
    ['IV', await read(sql`select id || '|' || coalesce(administration_id::text, '-') || '||administrator' as line from invitation order by id`)],
    ['RO', await read(sql`select id || '|' || coalesce(administration_id::text, '-') || '||administrator' as line from person_role
      where person_id not in (select person_id from person_role group by 1 having count(*) > 1) order by id`)],
    ['PE', await read(sql`select person_id || '|' || coalesce(min(administration_id::text), '-') || '||administrator' as line from person_role
      group by person_id having count(*) = 1 order by 1`)],
  ]) // prettier-ignore
}

interface SubjectOfState {
  readonly kind: string
  readonly name: string
  readonly state: string
  readonly reviewId: string | null
  readonly idOf: IdOf
}

async function subjectsOf(db: Db): Promise<readonly SubjectOfState[]> {
  const { rows } = await sql<{
    kind: string
    tag: string
    id: string
    state: string
    name: string
    reviewId: string | null
  }>`
    select 'assessment' as kind, 'AS' as tag, s.id, s.status as state, a.code || ' ' || s.status as name, null::uuid as review_id
      from assessment s join administration a on a.id = s.administration_id join cycle c on c.id = s.cycle_id
      where c.code = 'C2024' and a.code in ('XAL', 'XNO', 'XSO', 'XPE', 'XOR', 'XTE')
    union all (select distinct on (s.id) 'evidence', 'EV', e.id, s.status, a.code || ' ' || s.status, null::uuid
      from evidence e join assessment s on s.id = e.assessment_id join administration a on a.id = s.administration_id
      join cycle c on c.id = s.cycle_id join evidence_use u on u.evidence_id = e.id where c.code = 'C2024' order by s.id, e.id)
    union all select 'review', 'RV', r.id, r.status, a.code || ' ' || r.status, r.id
      from review r join administration a on a.id = r.administration_id
    union all (select distinct on (r.status) 'finding', 'FI', f.id, r.status, 'finding in ' || r.status, r.id
      from finding f join review r on r.id = f.review_id order by r.status, f.id)
    union all select 'invitation', 'IV', i.id,
      case when i.accepted_at is not null then 'ACCEPTED' when i.revoked_at is not null then 'REVOKED'
        when i.expires_at < now() then 'EXPIRED' else 'OPEN' end, 'invitation of ' || coalesce(a.code, 'the secretariat'), null
      from invitation i left join administration a on a.id = i.administration_id
    union all select 'person', 'PE', p.person_id, p.status, 'person of ' || a.code, null
      from person_account p join person_role r on r.person_id = p.person_id and r.role = 'VIEWER'
      join administration a on a.id = r.administration_id where a.code in ('XAL', 'XOR', 'XVA')
    union all (select distinct on (status) 'proposal', 'CP', id, status, 'proposal ' || status, null from change_proposal)
    union all select 'client', 'AC', id, status, 'client ' || status, null from api_client
    union all select 'cycle', 'CY', id, status, code, null from cycle
    union all select 'release', 'RL', id, status, code, null from release
    union all select 'import', 'IM', id, status, 'import ' || status, null from framework_import
    union all select 'version', 'FV', id, status, code, null from framework_version`.execute(db)
  return rows.map(({ kind, tag, id, state, name, reviewId }) => ({
    kind,
    name,
    state,
    reviewId,
    idOf: (asked) => {
      if (asked === tag) return globalId(tag, id)
      return globalId(asked, asked === 'RV' && reviewId ? reviewId : randomUUID())
    },
  }))
}
