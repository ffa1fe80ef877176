import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { globalId } from '../../server/src/platform'
import { SESSION_COOKIE } from '../../server/src/server'
import { useWorld } from '../setup/world.ts'
import { arrangeRareStates } from './arrangement.ts'
import { ask, schemaOf, type Asked } from './ask.ts'
import { expectations, words } from './expectations.ts'
import { mutationCalls, type MutationCall } from './inputs.ts'
import { fingerprint, openAsOwner, type OwnerDatabase } from './owner-database.ts'
import { questionsOf, type Question } from './question-list.ts'

const world = useWorld()
const owner = { role: 'pmm_owner', settings: {} } as const
const NOBODY = { headers: {} }
/** What a sign-in may do before it is complete, whatever the design opens to everybody beside it. */
const ABOUT_ONESELF = new Set(['viewer', 'signInStep'])
const NOTED = ['audit_entry', 'audit_head', 'sign_in_attempt', 'session', 'outbox', 'second_factor']

type Asker = { readonly headers: Record<string, string> }

let questions: readonly Question[]
let calls: readonly MutationCall[]
let everything: OwnerDatabase
let waiting: Asker
let confined: Asker

beforeAll(async () => {
  await world().asOwner(async ({ db }) => {
    await arrangeRareStates(db, world().clock.now())
    // The data count as real from here on, so that roles need their second factor.
    await sql`update installation set key = 'elsewhere' where key = 'demonstration'`.execute(db)
  })
  waiting = await sessionOf('SECOND_FACTOR')
  confined = await sessionOf('OPEN')
  const schema = await schemaOf(world().server)
  everything = await openAsOwner(world())
  questions = await everything.database.read(owner, (db) => questionsOf(schema, db))
  calls = mutationCalls(schema)
}, 400_000)
afterAll(() => everything?.close())

/** The administrator, who would see most. */
async function sessionOf(step: string): Promise<Asker> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest()
  const now = world().clock.now().toISOString()
  await world().asOwner(({ db }) =>
    sql`select session_open(${randomUUID()}::uuid, ${hash}, r.person_id, r.id, ${now}::timestamptz, 100000,
      '2100-01-01'::timestamptz, ${step}) from person_role r where r.role = 'ADMINISTRATOR' limit 1`.execute(
      db,
    ),
  )
  return { headers: { cookie: `${SESSION_COOKIE}=${token}` } }
}

const reasons = ({ errors }: Asked) => errors.map(({ extensions }) => extensions['reason'])

describe.each([
  ['waits for its code', () => waiting, 'SECOND_FACTOR_REQUIRED'],
  ['must first set up its second factor', () => confined, 'SECOND_FACTOR_SETUP_REQUIRED'],
] as const)('a sign-in that %s', (_what, asker, refusal) => {
  test('reads what nobody reads and not a cell more', async () => {
    const wrong: string[] = []
    let asked = 0
    for (const { name, root, document } of questions) {
      if (ABOUT_ONESELF.has(root)) continue
      asked += 1
      const nobody = await ask(world().server, NOBODY, document)
      const answer = await ask(world().server, asker(), document)
      if (JSON.stringify(answer.data) !== JSON.stringify(nobody.data)) wrong.push(name)
      if (nobody.errors.length > 0 && !reasons(answer).every((reason) => reason === refusal)) {
        wrong.push(`${name}: ${reasons(answer).join()}`)
      }
    }

    expect(asked).toBeGreaterThan(40)
    expect(wrong).toEqual([])
  }, 400_000)

  test('changes nothing', async () => {
    const open = new Set(
      expectations('inputs.csv', ['at', 'givers'])
        .filter(({ givers }) => words(givers).includes('everybody'))
        .map(({ at }) => /^Mutation\.(\w+)\(/.exec(at)?.[1]),
    )
    const before = await everything.database.read(owner, (db) => fingerprint(db, NOTED))
    const wrong: string[] = []
    const closed = calls.filter(({ name, tags }) => !open.has(name) && tags !== undefined)
    for (const { name, document, variables } of closed) {
      if (['sessionClose', 'secondFactorBegin', 'supportViewEnd'].includes(name)) continue
      const answer = await ask(
        world().server,
        asker(),
        document,
        variables((tag) => globalId(tag, randomUUID()), true),
      )
      if (!reasons(answer).includes(refusal)) wrong.push(`${name}: ${answer.text}`)
    }

    expect(closed.length).toBeGreaterThan(60)
    expect(wrong).toEqual([])
    expect(await everything.database.read(owner, (db) => fingerprint(db, NOTED))).toEqual(before)
  }, 400_000)
})

test('a waiting sign-in does not even say whose it is', async () => {
  const { data } = await ask(world().server, waiting, '{ signInStep viewer { hat email } }')

  expect(data).toEqual({ signInStep: 'SECOND_FACTOR', viewer: null })
})

test('a confined one shows the person nothing of the administration behind the hat', async () => {
  const { data } = await ask(
    world().server,
    confined,
    '{ viewer { hat person { name } administration { requiresApproval } hats { role } sessions { id } } }',
  )

  expect(data).toMatchObject({
    viewer: { hat: 'ADMINISTRATOR', person: null, administration: null },
  })
})
