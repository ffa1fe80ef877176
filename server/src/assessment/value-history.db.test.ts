import { expect, test } from 'vitest'
import { useWorld } from '../../../tests/setup/world.ts'
import { mine, send } from './asking.testing.ts'

const world = useWorld()
const PAGE = `query Page($id: ID!, $first: Int, $after: String) { assessment(id: $id) {
  valueHistory(element: "DATA_REQUESTED", year: 2024, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { revision value } } } }`

test('every content of a figure can be reached, page by page, with their number', async () => {
  const coordinator = await world().as('COORDINATOR', 'XAL')
  const { id, working } = await mine(coordinator)
  const stored = working.values.find(
    (value: { elementCode: string; year: number }) =>
      value.elementCode === 'DATA_REQUESTED' && value.year === 2024,
  )
  let version = stored?.version ?? 0
  const before = version
  for (let nth = 1; nth <= 25; nth += 1) {
    const cells = [
      {
        elementCode: 'DATA_REQUESTED',
        year: 2024,
        raw: String(100 + nth),
        expectedVersion: version,
      },
    ]
    // oxlint-disable-next-line no-await-in-loop
    const saved = await send(coordinator, 'dataValuesSave', { assessmentId: id, cells })
    version = saved.results[0].version
  }

  const read: { revision: number; value: string }[] = []
  let after: string | null = null
  let pages = 0
  do {
    // oxlint-disable-next-line no-await-in-loop
    const answer: { data: { assessment: { valueHistory: never } } } = await coordinator.query(
      PAGE,
      { id, first: 10, after },
    )
    const { totalCount, pageInfo, nodes } = answer.data.assessment.valueHistory as {
      totalCount: number
      pageInfo: { hasNextPage: boolean; endCursor: string }
      nodes: { revision: number; value: string }[]
    }
    expect(totalCount).toBe(before + 25)
    read.push(...nodes)
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    pages += 1
  } while (after !== null)

  expect(pages).toBe(3)
  // The content the figure began with is among them.
  expect(before).toBe(1)
  expect(read.map(({ revision }) => revision)).toEqual(
    Array.from({ length: 26 }, (_, at) => 26 - at),
  )
  expect(read[0]).toEqual({ revision: before + 25, value: '125' })
  expect(read.at(-2)).toEqual({ revision: 2, value: '101' })
  expect(read.at(-1)).toEqual({ revision: 1, value: stored.value })
})

test('a page too large and a made-up cursor are refused, one past the end is empty with the number', async () => {
  const coordinator = await world().as('COORDINATOR', 'XAL')
  const { id } = await mine(coordinator)
  const reasonOf = async (variables: object) =>
    (await coordinator.query(PAGE, { id, ...variables })).errors?.[0]?.extensions['reason']

  expect(await reasonOf({ first: 101 })).toBe('PAGE_SIZE')
  expect(await reasonOf({ after: 'nothing' })).toBe('CURSOR')
  const past = Buffer.from(JSON.stringify(['0'])).toString('base64url')
  const { data } = await coordinator.query(PAGE, { id, after: past })
  expect(data.assessment.valueHistory.nodes).toEqual([])
  expect(data.assessment.valueHistory.pageInfo).toEqual({ hasNextPage: false, endCursor: null })
})
