import { expect, test } from 'vitest'
import { useWorld } from '../../../tests/setup/world.ts'
import { cycleId, mine, reasons, send } from './asking.testing'

const world = useWorld()
const HOUR = 60 * 60 * 1000

test('a server clock that jumps back and forth loses no figure, applies none twice and keeps their order', async () => {
  const coordinator = await world().as('COORDINATOR', 'XHE')
  await send(coordinator, 'assessmentStart', { cycleId: await cycleId(world()) })
  const { id } = await mine(coordinator)
  const start = world().clock.now().getTime()
  const inputOf = (nth: number) => ({
    assessmentId: id,
    idempotencyKey: `0192f0a0-0000-7000-8000-00000000010${nth}`,
    cells: [{ elementCode: 'DECL_ALL', year: 2024, value: `${100 + nth}`, expectedVersion: nth }],
  })

  const versions: number[] = []
  for (const [nth, hours] of [0, -1, 26, -49, 3].entries()) {
    world().clock.move(new Date(start + hours * HOUR))
    const saved = await send(coordinator, 'dataValuesSave', inputOf(nth))
    world().clock.move(new Date(start + (hours - 2) * HOUR))
    const again = await send(coordinator, 'dataValuesSave', inputOf(nth))
    expect(again.results).toEqual(saved.results)
    versions.push(saved.results[0].version)
  }

  const { data } = await coordinator.query(
    `query History($id: ID!) { assessment(id: $id) { valueHistory(element: "DECL_ALL", year: 2024) { nodes { revision value } } } }`,
    { id },
  )
  world().clock.move(new Date(start))
  expect(versions).toEqual([1, 2, 3, 4, 5])
  expect(data.assessment.valueHistory.nodes).toEqual(
    [5, 4, 3, 2, 1].map((revision) => ({ revision, value: `${99 + revision}` })),
  )
})

test('a deadline is judged by the clock of the server at each request, and a clock put right opens again', async () => {
  const coordinator = await world().as('COORDINATOR', 'XAL')
  const { data } = await coordinator.query(`{ cycle(code: "C2024") { closesAt } }`)
  const closes = new Date(data.cycle.closesAt).getTime()
  const now = world().clock.now()
  const assessment = await mine(coordinator)
  const stored = assessment.working.values[0]
  const save = (expectedVersion: number) =>
    send(coordinator, 'dataValuesSave', {
      assessmentId: assessment.id,
      cells: [{ elementCode: stored.elementCode, year: stored.year, value: '7', expectedVersion }],
    })

  world().clock.move(new Date(closes - 1000))
  const before = await save(stored.version)
  world().clock.move(new Date(closes + 1000))
  const after = await save(stored.version + 1)
  world().clock.move(now)
  const again = await save(stored.version + 1)

  expect(before.results[0]).toMatchObject({ isSaved: true, version: stored.version + 1 })
  expect(reasons(after)).toEqual(['OUT_OF_TIME'])
  expect(after.results ?? null).toBeNull()
  expect(again.results[0]).toMatchObject({ isSaved: true, version: stored.version + 2 })
})

test('an assignment or role taken away between two saves refuses the second, and the first stays', async () => {
  const contributor = await world().as('CONTRIBUTOR', 'XAL')
  const coordinator = await world().as('COORDINATOR', 'XAL')
  const own = await mine(contributor)
  const stored = own.working.values[0]
  const save = (expectedVersion: number) =>
    contributor.query(
      `mutation Save($input: DataValuesSaveInput!) { dataValuesSave(input: $input) {
        results { isSaved version problem { reason } } problems { reason message } } }`,
      {
        input: {
          assessmentId: own.id,
          cells: [
            { elementCode: stored.elementCode, year: stored.year, value: '8', expectedVersion },
          ],
        },
      },
    )

  const first = await save(stored.version)
  await world().asOwner(({ db }) =>
    db
      .updateTable('personRole')
      .set({ endedAt: world().clock.now() })
      .where('role', '=', 'CONTRIBUTOR')
      .where('personId', 'in', (eb) =>
        eb.selectFrom('person').select('id').where('name', '=', contributor.name),
      )
      .execute(),
  )
  const second = await save(stored.version + 1)

  const now = (await mine(coordinator)).working.values.find(
    ({ elementCode, year }: { elementCode: string; year: number }) =>
      elementCode === stored.elementCode && year === stored.year,
  )
  expect(first.data.dataValuesSave.results[0].isSaved).toBe(true)
  expect(second.errors?.[0]).toMatchObject({
    message: expect.stringMatching(/\w+/),
    extensions: { code: 'UNAUTHENTICATED' },
  })
  expect(now).toMatchObject({ value: '8', version: stored.version + 1 })
})
