import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../../tests/setup/world.ts'
import { reasons, send } from '../asking.testing'

const world = useWorld()

let mariam: Caller
/** Has KPIs of RC and one element of TF, nothing of EP. */
let leon: Caller
let id: string
const YEAR = 2024

const CONTENT = '{ revision value isEstimated note author { name } }'
const BATCH = 'id writtenAt fileName undoes figureCount currentCount author { name }'
const LIST = `query List($id: ID!, $first: Int, $after: String) { assessment(id: $id) {
  figureBatches(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ${BATCH} } } } }`
const ONE = `query One($id: ID!, $batch: ID!) { assessment(id: $id) { figureBatch(id: $batch) { ${BATCH}
  cells { elementCode year before ${CONTENT} after ${CONTENT} current ${CONTENT} } } } }`

// oxlint-disable-next-line no-explicit-any
async function asked(who: Caller, document: string, more: object = {}): Promise<any> {
  const { data, errors } = await who.query(document, { id, ...more })
  if (errors) throw new Error(JSON.stringify(errors))
  return data.assessment
}
const listed = async (who: Caller, page: object = {}) =>
  (await asked(who, LIST, page))?.figureBatches
const batch = async (who: Caller, of: string) => (await asked(who, ONE, { batch: of }))?.figureBatch

const valuesNow = async () => {
  const { data } = await mariam.query(
    `query Now($id: ID!) { assessment(id: $id) { working { values { elementCode year value isEstimated note version } } } }`,
    { id },
  )
  return new Map<string, { value: string; isEstimated: boolean; note: string; version: number }>(
    data.assessment.working.values
      .filter(({ year }: { year: number }) => year === YEAR)
      .map((each: { elementCode: string }) => [each.elementCode, each]),
  )
}
/** Saves figures on the version that stands, as one call of a batch. */
async function save(who: Caller, figures: Readonly<Record<string, string>>, mark: object | null) {
  const now = await valuesNow()
  const cells = Object.entries(figures).map(([elementCode, value]) => ({ elementCode, year: YEAR, value, expectedVersion: now.get(elementCode)?.version ?? 0 })) // prettier-ignore
  return send(who, 'dataValuesSave', { assessmentId: id, cells, batch: mark })
}
const savedOf = ({ results }: { results: readonly { isSaved: boolean }[] }) =>
  results.map(({ isSaved }) => isSaved)

beforeAll(async () => {
  mariam = await world().person('Mariam Selk', 'COORDINATOR')
  leon = await world().person('Leon Tarask', 'CONTRIBUTOR')
  id = (await mariam.query('{ myAssessment(cycle: "C2024") { id } }')).data.myAssessment.id
})

describe('M14: figures that were written together', () => {
  test('over several calls are one batch, with what was there before and what is there now', async () => {
    const before = await valuesNow()
    const mark = { key: randomUUID(), fileName: 'closed accounts.xlsx' }
    await save(mariam, { REVENUE_COLLECTED: '1' }, null)
    await save(mariam, { REVENUE_COLLECTED: '640000000', OPEX: '23000000' }, mark)
    await save(mariam, { SEIZ_DRUGS: '7' }, { ...mark, key: mark.key.toUpperCase() })
    const { nodes, totalCount } = await listed(mariam)
    const found = await batch(mariam, nodes[0].id)
    const cellOf = (code: string) =>
      found.cells.find(({ elementCode }: { elementCode: string }) => elementCode === code)

    expect(totalCount).toBe(1)
    expect(nodes[0]).toMatchObject({
      fileName: 'closed accounts.xlsx', undoes: null, figureCount: 3, currentCount: 3, author: { name: 'Mariam Selk' },
    }) // prettier-ignore
    expect(found.cells).toHaveLength(3)
    expect(cellOf('REVENUE_COLLECTED').before).toMatchObject({ value: '1' })
    // Never changed before by anybody: what was there at first is known all the same.
    const { value, isEstimated, note } = before.get('OPEX')!
    expect(cellOf('OPEX')).toMatchObject({ before: { value, isEstimated, note }, after: { value: '23000000' }, current: { value: '23000000' } }) // prettier-ignore
  })

  test('are undone as a batch of its own, which leaves alone what was changed since', async () => {
    const [{ id: batchId }] = (await listed(mariam)).nodes
    await save(mariam, { SEIZ_DRUGS: '8' }, null)
    const { cells, currentCount } = await batch(mariam, batchId)
    expect(currentCount).toBe(2)
    const isCurrent = (cell: { after: { revision: number }; current: { revision: number } }) =>
      cell.after.revision === cell.current.revision
    const answer = await send(mariam, 'dataValuesSave', {
      assessmentId: id,
      batch: { key: randomUUID(), undoes: batchId },
      cells: cells
        .filter(isCurrent)
        .map((cell: { elementCode: string; year: number; before: { value: string; isEstimated: boolean; note: string }; after: { revision: number } }) => ({
          elementCode: cell.elementCode, year: cell.year, value: cell.before.value, isEstimated: cell.before.isEstimated,
          note: cell.before.note, expectedVersion: cell.after.revision,
        })), // prettier-ignore
    })
    const { nodes } = await listed(mariam)
    const now = await valuesNow()

    expect(savedOf(answer)).toEqual([true, true])
    expect(nodes[0]).toMatchObject({ undoes: batchId, fileName: null, figureCount: 2, currentCount: 2 }) // prettier-ignore
    expect(nodes[1]).toMatchObject({ id: batchId, currentCount: 0 })
    expect(now.get('REVENUE_COLLECTED')!.value).toBe('1')
    expect(now.get('SEIZ_DRUGS')!.value).toBe('8')
  })

  test('are listed page by page, the newest first', async () => {
    const first = await listed(mariam, { first: 1 })
    const second = await listed(mariam, { first: 1, after: first.pageInfo.endCursor })

    expect(first.pageInfo.hasNextPage).toBe(true)
    expect(second.pageInfo.hasNextPage).toBe(false)
    expect([first.nodes[0].undoes, second.nodes[0].fileName]).toEqual([
      second.nodes[0].id,
      'closed accounts.xlsx',
    ])
  })

  test('ask for a key and a name that can be kept, all at once', async () => {
    const refused = await save(mariam, { OPEX: '1' }, { key: 'x', fileName: 'y'.repeat(201) })

    expect(refused.problems).toMatchObject([
      { reason: 'INVALID_KEY', path: ['input', 'batch', 'key'] },
      { reason: 'TEXT_TOO_LONG', path: ['input', 'batch', 'fileName'] },
    ])
  })
})

describe('who may know of a batch', () => {
  test('a contributor of what is in it of the own figures, and of no other batch', async () => {
    const hidden = { key: randomUUID(), fileName: 'not for Leon.xlsx' }
    await save(mariam, { SEIZ_DRUGS: '9' }, hidden)
    const all = (await listed(mariam)).nodes
    const mixed = all.find(
      ({ fileName }: { fileName: string }) => fileName === 'closed accounts.xlsx',
    )
    const own = await listed(leon)
    const found = await batch(leon, mixed.id)

    expect(JSON.stringify(own)).not.toContain('not for Leon')
    expect(await batch(leon, all[0].id)).toBeNull()
    expect(found.figureCount).toBe(found.cells.length)
    expect(found.cells.map(({ elementCode }: { elementCode: string }) => elementCode)).not.toContain('SEIZ_DRUGS') // prettier-ignore
    expect(found.figureCount).toBeLessThan(mixed.figureCount)
    // What is hidden answers as what is not there.
    const [hid, made] = await Promise.all(
      [all[0].id, 'RkIAAAAAAAAAAAAAAAAAAAAA'].map((undoes) => save(leon, { REVENUE_COLLECTED: '2' }, { key: randomUUID(), undoes })), // prettier-ignore
    )
    expect(hid.problems).toEqual(made.problems)
    expect(reasons(hid)).toEqual(['NOT_FOUND'])
  })

  test('the same key of two people makes two batches', async () => {
    const key = randomUUID()
    const before = (await listed(mariam)).totalCount
    await save(mariam, { REVENUE_COLLECTED: '3' }, { key })
    await save(leon, { REVENUE_COLLECTED: '4' }, { key })
    const { nodes, totalCount } = await listed(mariam)

    expect(totalCount).toBe(before + 2)
    expect(nodes.slice(0, 2).map(({ author }: { author: { name: string } }) => author.name).toSorted()).toEqual(['Leon Tarask', 'Mariam Selk']) // prettier-ignore
  })

  test('approver and viewer read it; nobody outside the administration does, and nobody without a session', async () => {
    const [{ id: batchId }] = (await listed(mariam)).nodes
    const own = await Promise.all(
      (['APPROVER', 'VIEWER'] as const).map(async (hat) => listed(await world().as(hat, 'XAL'))),
    )
    const others = await Promise.all([
      world().as('COORDINATOR', 'XOR'),
      world().as('REVIEWER'),
      world().as('CYCLE_OFFICER'),
      world().nobody(),
    ])
    const outside = await Promise.all(
      others.map(async (who) => (await who.query(ONE, { id, batch: batchId })).data?.assessment?.figureBatch ?? null), // prettier-ignore
    )

    expect(own.map(({ totalCount }) => totalCount)).toEqual(own.map(() => own[0].totalCount))
    expect(own[0].totalCount).toBeGreaterThan(0)
    expect(outside).toEqual(others.map(() => null))
  })
})
