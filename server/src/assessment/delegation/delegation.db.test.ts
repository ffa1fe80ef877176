import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../../tests/setup/world.ts'
import { mine, reasons, send } from '../asking.testing'

const world = useWorld()
const KPIS = ['TF-01-1', 'TF-01-2']

let coordinator: Caller
let contributor: Caller
let id: string
let self: string

const day = (after: number) =>
  new Date(world().clock.now().getTime() + after * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  coordinator = await world().as('COORDINATOR', 'XAL')
  contributor = await world().as('CONTRIBUTOR', 'XAL')
  id = (await mine(coordinator)).id
  const { data } = await contributor.query('{ viewer { person { id } } }')
  self = data.viewer.person.id
  await send(coordinator, 'assignmentSet', { assessmentId: id, personId: self, kpiCodes: KPIS, dueOn: day(2) }) // prettier-ignore
})

interface Task {
  readonly id: string
  readonly kpiCode: string
  readonly doneAt: string | null
  readonly state: string
  readonly person: { readonly id: string }
}
async function tasks(who: Caller): Promise<readonly Task[]> {
  const { data } = await who.query(
    `{ myAssessment(cycle: "C2024") { assignments { id kpiCode doneAt state person { id } } } }`,
  )
  return data.myAssessment.assignments
}
const taskOf = async (who: Caller, kpi = KPIS[0]) =>
  (await tasks(who)).find(({ kpiCode, person }) => kpiCode === kpi && person.id === self)!

const kindsTold = async (who: Caller) => {
  const { data } = await who.query('{ viewer { notifications(first: 5) { nodes { kind kpiCodes dueAt } } } }') // prettier-ignore
  return data.viewer.notifications.nodes as readonly { kind: string; kpiCodes: string[]; dueAt: string }[] // prettier-ignore
}

test('M6: whoever was given a KPI marks it as done, and the coordinator sees it', async () => {
  const { id: assignmentId } = await taskOf(contributor)

  expect(reasons(await send(contributor, 'assignmentMark', { assignmentId, isDone: true }))).toEqual([]) // prettier-ignore

  expect(await taskOf(coordinator)).toMatchObject({ doneAt: expect.any(String) })
  expect((await taskOf(coordinator, KPIS[1])).doneAt).toBeNull()
  await send(contributor, 'assignmentMark', { assignmentId, isDone: false })
  expect((await taskOf(coordinator)).doneAt).toBeNull()
})

test('M6: nobody marks for somebody else, and what is of others is not there', async () => {
  const { id: assignmentId } = await taskOf(coordinator)
  const refusedTo = async (who: Caller) =>
    reasons(await send(who, 'assignmentMark', { assignmentId, isDone: true }))

  expect(await refusedTo(coordinator)).toEqual(['WRONG_HAT'])
  expect(await refusedTo(await world().as('CONTRIBUTOR', 'XPE'))).toEqual(['NOT_FOUND'])
  const others = (await tasks(coordinator)).filter(({ person }) => person.id !== self)
  const foreign = reasons(
    await send(contributor, 'assignmentMark', { assignmentId: others[0]!.id, isDone: true }),
  )
  expect(foreign).toEqual(['NOT_ASSIGNED'])
})

test('the database lets a contributor change the mark alone, and of an own assignment alone', async () => {
  const { rows } = await world().asOwner(({ db }) =>
    sql<{
      id: string
      person: string
      administration: string
    }>`select g.id, g.person_id as person, g.administration_id as administration
      from assignment g where g.assessment_id = (select s.id from assessment s join administration a on a.id = s.administration_id
        join cycle c on c.id = s.cycle_id where a.code = 'XAL' and c.code = 'C2024') order by g.person_id limit 1`.execute(
      db,
    ),
  )
  const [row] = rows
  const as = (person: string, change: ReturnType<typeof sql>) =>
    world().database.write(
      { role: 'pmm_app', settings: { hat: 'C', person, administration: row!.administration } },
      ({ db }) => change.execute(db),
    )
  await expect(as(row!.person, sql`update assignment set due_on = null where id = ${row!.id}::uuid`)).rejects.toThrow(/marks an assignment/) // prettier-ignore
  const stranger = await as('00000000-0000-4000-8000-000000000000', sql`update assignment set done_at = now() where id = ${row!.id}::uuid`) // prettier-ignore
  expect(stranger.numAffectedRows).toBe(0n)
})

test('people are reminded once of what is due within two days, and of no mark or answer', async () => {
  const done = await taskOf(contributor, KPIS[1])
  await send(contributor, 'assignmentMark', { assignmentId: done.id, isDone: true })
  await world().asOwner(({ db }) =>
    sql`update kpi_response set state = 'PENDING', value = null, score = null, reason_code = null where kpi_code = any (${KPIS}::text[])
      and assessment_id = (select assessment_id from assignment g where kpi_code = 'TF-01-1' and due_on = ${day(2)}::date limit 1)`.execute(
      db,
    ),
  )

  await world().worker.drain()
  await world().worker.drain()

  const told = (await kindsTold(contributor)).filter(({ kind }) => kind === 'DUE_SOON')
  expect(told).toEqual([
    { kind: 'DUE_SOON', kpiCodes: [KPIS[0]], dueAt: `${day(2)}T00:00:00.000Z` },
  ])
  expect((await kindsTold(coordinator)).map(({ kind }) => kind)).not.toContain('DUE_SOON')

  await send(coordinator, 'assignmentSet', { assessmentId: id, personId: self, kpiCodes: [KPIS[0]], dueOn: day(1) }) // prettier-ignore
  await world().worker.drain()
  const again = (await kindsTold(contributor)).filter(({ kind }) => kind === 'DUE_SOON')
  expect(again.map(({ dueAt }) => dueAt)).toEqual([`${day(1)}T00:00:00.000Z`, `${day(2)}T00:00:00.000Z`]) // prettier-ignore
})
