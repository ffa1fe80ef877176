import { expect, test } from 'vitest'
import { useWorld } from '../../../tests/setup/world'

const world = useWorld()

const PAGE = `query ($after: String) { administrations(first: 100, after: $after) {
  nodes { code } totalCount pageInfo { hasNextPage endCursor } } }`

interface RegisterPage {
  readonly nodes: readonly { readonly code: string }[]
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

test('anybody reads an administration of the register', async () => {
  const { data, errors } = await world().nobody().query(`{ administration(code: "XAM") {
    code name nom: name(locale: FR) nameLocale(locale: FR) region { code name } geography isLandlocked
    incomeGroup administrationType joinedOn isInvented requiresApproval provenance { status sources note } } }`)

  expect(errors).toBeUndefined()
  expect(data.administration).toEqual({
    code: 'XAM',
    name: 'Almendra Islands',
    nom: 'Îles Almendra',
    nameLocale: 'FR',
    region: {
      code: 'AMS',
      name: 'South America, North America, Central America and the Caribbean',
    },
    geography: 'ISLAND',
    isLandlocked: false,
    incomeGroup: 'UPPER_MIDDLE',
    administrationType: 'CUSTOMS_SERVICE',
    joinedOn: null,
    isInvented: true,
    requiresApproval: null,
    provenance: { status: 'INVENTED', sources: [], note: null },
  })
})

test('whether a second signature is needed is known to the administration and the secretariat', async () => {
  const READ = '{ administration(code: "XAL") { requiresApproval } }'
  const [own, foreign, officer] = await Promise.all([
    world().as('VIEWER', 'XAL'),
    world().as('VIEWER', 'XOR'),
    world().as('CYCLE_OFFICER'),
  ])

  expect((await own.query(READ)).data.administration.requiresApproval).toBe(true)
  expect((await officer.query(READ)).data.administration.requiresApproval).toBe(true)
  expect((await foreign.query(READ)).data.administration.requiresApproval).toBeNull()
})

test('the register is read page by page, whole and in order', async () => {
  const codes: string[] = []
  let after: string | null = null
  do {
    const page: RegisterPage = (await world().nobody().query(PAGE, { after })).data.administrations
    codes.push(...page.nodes.map(({ code }) => code))
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    expect(page.totalCount).toBe(187)
  } while (after)

  expect(codes).toHaveLength(187)
  expect(codes).toEqual([...codes].sort())
})

test('the regions have their real sizes', async () => {
  const { data } = await world().nobody().query('{ regions { code administrationCount } }')

  const sizes = Object.fromEntries(
    data.regions.map((each: { code: string; administrationCount: number }) => [
      each.code,
      each.administrationCount,
    ]),
  )
  expect(sizes).toEqual({ AMS: 34, EUR: 52, ESA: 24, MENA: 18, WCA: 24, AP: 35 })
})

test('one region is a list of its own with its own count', async () => {
  const { data } = await world()
    .nobody()
    .query('{ administrations(region: "MENA", first: 5) { nodes { region { code } } totalCount } }')

  const { nodes, totalCount } = data.administrations
  const regions = nodes.map(({ region }: { region: { code: string } }) => region.code)
  expect(totalCount).toBe(18)
  expect(new Set(regions)).toEqual(new Set(['MENA']))
})

test.each([
  ['no page', 'first: 0', 'PAGE_SIZE'],
  ['too large a page', 'first: 101', 'PAGE_SIZE'],
  ['a made-up cursor', 'after: "e30"', 'CURSOR'],
])('%s is refused', async (_case, argument, reason) => {
  const { errors } = await world().nobody().query(`{ administrations(${argument}) { totalCount } }`)

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', reason })
})

test('an administration and its region for a page of them cost a constant number of statements', async () => {
  const { database } = world()
  const count = async (first: number) => {
    const before = database.counter.count
    await world()
      .nobody()
      .query(`{ administrations(first: ${first}) { nodes { region { code } } totalCount } }`)
    return database.counter.count - before
  }

  const few = await count(2)

  expect(await count(100)).toBe(few)
  expect(few).toBe(3)
})

test('an unknown code is nothing, not an error', async () => {
  const { data, errors } = await world().nobody().query('{ administration(code: "ZZZ") { code } }')

  expect(data).toEqual({ administration: null })
  expect(errors).toBeUndefined()
})
