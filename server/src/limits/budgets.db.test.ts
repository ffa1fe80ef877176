import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { TransactionIdentity } from '#platform'
import { useWorld } from '../../../tests/setup/world'
import { forgetFullBuckets } from './budgets'

const world = useWorld()
const START = new Date('2026-11-02T12:00:00.000Z')
const at = (seconds: number) => new Date(START.getTime() + seconds * 1000)
const app: TransactionIdentity = { role: 'pmm_app', settings: {} }
const workerIdentity: TransactionIdentity = { role: 'pmm_worker', settings: {} }

interface Taken {
  readonly isTaken: boolean
  readonly left: number
  readonly wait: number
}

const take = async (key: string, points: number, when = START, hourly = 1_000): Promise<Taken> => {
  const { rows } = await world().database.write(app, ({ db }) =>
    sql<{ taken: Taken }>`select rate_take(${key}, ${hourly}::integer, ${points}::integer,
      ${when.toISOString()}::timestamptz) as taken`.execute(db),
  )
  return rows[0]!.taken
}

const keys = async () => {
  const { rows } = await world().asOwner(({ db }) =>
    sql<{ key: string }>`select key from rate_bucket order by key`.execute(db),
  )
  return rows.map(({ key }) => key)
}

beforeEach(() => world().asOwner(({ db }) => sql`delete from rate_bucket`.execute(db)))

describe('a bucket', () => {
  test('is full at first and empties by what is taken', async () => {
    expect(await take('a', 400)).toEqual({ isTaken: true, left: 600, wait: 0 })
    expect(await take('a', 600)).toEqual({ isTaken: true, left: 0, wait: 0 })
  })

  test('gives all or nothing, and says how long to wait', async () => {
    await take('a', 900)

    expect(await take('a', 200)).toEqual({ isTaken: false, left: 100, wait: 360 })
    expect(await take('a', 100)).toEqual({ isTaken: true, left: 0, wait: 0 })
  })

  test('fills evenly, and never above the brim', async () => {
    await take('a', 1_000)

    expect(await take('a', 1, at(2))).toMatchObject({ isTaken: false })
    expect(await take('a', 500, at(1_800))).toEqual({ isTaken: true, left: 0, wait: 0 })
    expect(await take('a', 1, at(90_000))).toMatchObject({ isTaken: true, left: 999 })
  })

  test('lets a refusal cost nothing', async () => {
    await take('a', 1_000)
    await take('a', 500, at(900))

    expect(await take('a', 500, at(1_800))).toEqual({ isTaken: true, left: 0, wait: 0 })
  })

  test('never runs backwards, whichever clock is behind', async () => {
    await take('a', 1_000, at(600))
    await take('a', 1, at(0))

    expect(await take('a', 100, at(660))).toMatchObject({ isTaken: false, left: 16 })
  })

  test('can never hold what is more than it holds', async () => {
    expect(await take('a', 2_000)).toMatchObject({ isTaken: false, left: 1_000 })
  })

  test('is of its key alone', async () => {
    await take('a', 1_000)

    expect(await take('b', 1)).toMatchObject({ isTaken: true, left: 999 })
  })

  test('is one budget however many ask at once', async () => {
    const taken = await Promise.all(Array.from({ length: 40 }, () => take('a', 100)))

    expect(taken.filter(({ isTaken }) => isTaken)).toHaveLength(10)
    expect(taken.filter(({ isTaken }) => isTaken).map(({ left }) => left).toSorted((x, y) => x - y))
      .toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]) // prettier-ignore
  })
})

describe('buckets', () => {
  test('are forgotten once full, at most every ten minutes', async () => {
    const forget = forgetFullBuckets()
    const forgetAt = (when: Date) =>
      world().database.write(workerIdentity, (scope) => forget({ ...scope, now: when }))
    await take('old', 1, START)
    await take('new', 1, at(1_000))

    await forgetAt(at(3_601))
    expect(await keys()).toEqual(['new'])
    await forgetAt(at(3_601 + 599))
    expect(await keys()).toEqual(['new'])
    await forgetAt(at(4_601))
    expect(await keys()).toEqual([])
  })

  test('are closed to everybody but their function', async () => {
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: unknown) => (error as { code?: string }).code,
      )
    const asApp = (statement: ReturnType<typeof sql>) =>
      codeOf(world().database.write(app, ({ db }) => statement.execute(db)))

    expect(await asApp(sql`select * from rate_bucket`)).toBe('42501')
    expect(await asApp(sql`update rate_bucket set points = 1e9`)).toBe('42501')
    expect(await asApp(sql`delete from rate_bucket`)).toBe('42501')
    expect(await asApp(sql`select rate_forget(now())`)).toBe('42501')
  })
})
