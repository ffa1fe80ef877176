import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RegisteredDocuments } from '../../server/src/platform'
import { createSchema } from '../../server/src/schema'
import { createServer, type RunningServer } from '../../server/src/server'
import { useWorld } from '../setup/world.ts'
import { arrangeRareStates } from './arrangement.ts'
import { schemaOf } from './ask.ts'
import { PARTS, castOf } from './cast.ts'
import { asking, type Outcome } from './crawl.ts'
import { openAsOwner, type OwnerDatabase } from './owner-database.ts'
import { questionsOf } from './question-list.ts'
import { subjectsOf } from './subjects.ts'
import { withoutPolicies } from './without-policies.ts'

const world = useWorld()
const OUTSIDERS = ['anonymous', 'partner', 'contributor of XAL', 'coordinator of XAL', 'viewer of XAL', 'coordinator of XPE',
  'reviewer assigned', 'reviewer unassigned', 'reviewer before declaring', 'editor', 'administrator', 'PMMPT observer'] // prettier-ignore
// The matrix asks about each state and by lists too; one of each kind tells whether the rules hold alone.
const REPEATED = [
  'TEST-APPROVED', 'TEST-IN_REVIEW', 'TEST-SUPERSEDED', 'TEST-DISCARDED', 'releases', 'frameworkVersions',
] // prettier-ignore

let everything: OwnerDatabase
let open: RunningServer
let outcome: Outcome

beforeAll(async () => {
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  const cast = await castOf(
    world(),
    PARTS.filter(({ name }) => OUTSIDERS.includes(name)),
  )
  everything = await openAsOwner(world())
  open = await createServer({
    schema: await createSchema(),
    services: { ...world().services, database: withoutPolicies(everything.database) },
    log: pino({ level: 'silent' }),
    documents: new RegisteredDocuments([]),
    freeDocuments: true,
    publicOrigin: undefined,
    files: null,
    isReady: async () => true,
  })
  const owner = { role: 'pmm_owner', settings: {} } as const
  const schema = await schemaOf(open)
  const subjects = await everything.database.read(owner, subjectsOf)
  const questions = await everything.database.read(owner, (db) =>
    questionsOf(schema, db, { pageSize: 5 }),
  )
  const telling = questions.filter(({ name }) => !REPEATED.some((each) => name.endsWith(each)))
  outcome = await asking(open, cast, telling, subjects, world().clock.now())
}, 400_000)
afterAll(async () => {
  await open?.stop()
  await everything?.close()
})

describe('the rules alone, with a database that hides nothing', () => {
  test('let no foreign value out', () => {
    process.stdout.write(`rules alone: ${outcome.cells} cells, ${outcome.leaks.length} leaks\n`)
    expect([...new Set(outcome.leaks)]).toEqual([])
  })

  test('still open to each hat the questions meant for it', () => {
    expect([...new Set(outcome.gates)]).toEqual([])
  })
})
