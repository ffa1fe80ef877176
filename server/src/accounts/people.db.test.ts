import { expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world'

const world = useWorld()
const PEOPLE =
  '{ people { nodes { id name email status roles administration { code } } totalCount } }'

const PAGE = `query ($after: String) { people(first: 60, after: $after) {
  nodes { id } totalCount pageInfo { hasNextPage endCursor } } }`

interface PeoplePage {
  readonly nodes: readonly { readonly id: string }[]
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

const people = async (caller: Caller, document = PEOPLE) => {
  const { data, errors } = await caller.query(document)
  expect(errors).toBeUndefined()
  return data.people
}

test('a coordinator sees everybody of the own administration with address and roles', async () => {
  const { nodes, totalCount } = await people(await world().as('COORDINATOR', 'XOR'))

  expect(totalCount).toBe(4)
  expect(nodes.map((each: { name: string; roles: string[] }) => [each.name, each.roles])).toEqual([
    ['Bram Telder', ['VIEWER']],
    ['Piers Holm', ['CONTRIBUTOR']],
    ['Renata Adeline', ['COORDINATOR']],
    ['Sigrid Vanter', ['APPROVER']],
  ])
  expect(nodes[0]).toMatchObject({
    email: 'bram.telder@demo.invalid',
    status: 'ACTIVE',
    administration: { code: 'XOR' },
  })
})

test('a contributor sees the names of colleagues, and all about oneself', async () => {
  const { nodes } = await people(await world().person('Piers Holm', 'CONTRIBUTOR'))
  const named = (name: string) => nodes.find((each: { name: string }) => each.name === name)

  expect(named('Renata Adeline')).toMatchObject({ email: null, status: null, roles: null })
  expect(named('Piers Holm')).toMatchObject({
    email: 'piers.holm@demo.invalid',
    roles: ['CONTRIBUTOR'],
  })
})

test('nobody of another administration is among them', async () => {
  const [own, other] = await Promise.all([
    people(await world().as('COORDINATOR', 'XOR')),
    people(await world().as('COORDINATOR', 'XHE')),
  ])
  const ids = (list: { nodes: { id: string }[] }) => list.nodes.map(({ id }) => id)

  expect(ids(own).filter((id) => ids(other).includes(id))).toEqual([])
})

test('a role narrows the list and its count', async () => {
  const approvers = await people(
    await world().as('COORDINATOR', 'XOR'),
    '{ people(role: APPROVER) { nodes { name } totalCount } }',
  )

  expect(approvers).toEqual({ nodes: [{ name: 'Sigrid Vanter' }], totalCount: 1 })
})

test('the administrator reads everybody page by page, the cycle officer nobody', async () => {
  const administrator = await world().as('ADMINISTRATOR')
  const ids: string[] = []
  let after: string | null = null
  let total = 0
  do {
    const page: PeoplePage = (await administrator.query(PAGE, { after })).data.people
    ids.push(...page.nodes.map(({ id }) => id))
    total = page.totalCount
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after)

  expect(new Set(ids).size).toBe(total)
  expect(total).toBeGreaterThan(100)
  expect(await people(await world().as('CYCLE_OFFICER'))).toEqual({ nodes: [], totalCount: 0 })
})

test.each(['nobody', 'REVIEWER'])('people are no business of %s', async (role) => {
  const caller = role === 'nobody' ? world().nobody() : await world().as(role)

  const { data } = await caller.query(PEOPLE)

  expect(data.people).toBeNull()
})
