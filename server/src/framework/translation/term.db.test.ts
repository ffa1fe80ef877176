import { beforeAll, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../../tests/setup/world'

const world = useWorld()
const LIST = `query ($search: String, $state: TermState, $first: Int, $after: String) {
  frameworkTerms(search: $search, state: $state, first: $first, after: $after) { totalCount
    pageInfo { hasNextPage endCursor } nodes { id en fr note state version provenance { status } proposedBy { name }
      viewerCan { change { allowed } approve { allowed code } } } } }`
const command = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { problems { reason path } term { id en fr state version } } }`
const SAVE = command('frameworkTermSave', 'FrameworkTermSaveInput')
const APPROVE = command('frameworkTermApprove', 'FrameworkTermApproveInput')
const REMOVE = command('frameworkTermRemove', 'FrameworkTermRemoveInput')

let maren: Caller
let pascal: Caller

beforeAll(async () => {
  maren = await world().as('METHODOLOGY_EDITOR')
  pascal = await world().as('METHODOLOGY_EDITOR', undefined, 1)
})

async function list(caller: Caller, variables: Record<string, unknown> = {}) {
  const { data, errors } = await caller.query(LIST, { first: 100, ...variables })
  expect(errors).toBeUndefined()
  return data.frameworkTerms
}

async function run(caller: Caller, document: string, input: Record<string, unknown>) {
  const { data, errors } = await caller.query(document, { input })
  expect(errors).toBeUndefined()
  const payload = Object.values(data)[0] as any // oxlint-disable-line no-explicit-any
  return {
    ...payload,
    reasons: payload.problems.map(({ reason }: { reason: string }) => reason),
  }
}

const named = async (caller: Caller, en: string) =>
  (await list(caller, { search: en })).nodes.find((term: { en: string }) => term.en === en)

test('a proposed term is the secretariat’s, an approved one everybody’s; two people make it', async () => {
  const outside = [
    world().nobody(),
    await world().as('COORDINATOR'),
    await world().as('PMMPT_OBSERVER'),
  ]
  const { term, problems } = await run(maren, SAVE, {
    en: 'free  zone ',
    fr: 'zone franche',
    note: 'Not “zone libre”.',
  })
  expect(problems).toEqual([])
  expect(term).toMatchObject({ en: 'free zone', fr: 'zone franche', state: 'PROPOSED', version: 1 })
  for (const caller of outside) expect(await named(caller, 'free zone')).toBeUndefined() // oxlint-disable-line no-await-in-loop
  expect(await named(maren, 'free zone')).toMatchObject({
    proposedBy: { name: maren.name },
    viewerCan: { change: { allowed: true }, approve: { allowed: false, code: 'SECOND_PERSON' } },
  })

  const seen = { termId: term.id, expectedVersion: 1 }
  expect((await run(maren, APPROVE, seen)).reasons).toEqual(['SECOND_PERSON'])
  expect((await run(pascal, APPROVE, seen)).reasons).toEqual([])
  expect((await run(pascal, APPROVE, seen)).reasons).toEqual(['WRONG_STATE'])
  for (const caller of outside) {
    // oxlint-disable-next-line no-await-in-loop
    expect(await named(caller, 'free zone')).toMatchObject({
      fr: 'zone franche',
      state: 'APPROVED',
      proposedBy: null,
      viewerCan: { change: { allowed: false } },
    })
  }

  const changed = await run(pascal, SAVE, {
    ...seen,
    expectedVersion: 2,
    en: 'free zone',
    fr: 'zone franche ; zone économique',
  })
  expect(changed.term).toMatchObject({ state: 'PROPOSED', version: 3 })
  expect((await run(maren, REMOVE, { ...seen, expectedVersion: 2 })).reasons).toEqual([
    'STALE_VERSION',
  ])
  expect((await run(maren, REMOVE, { ...seen, expectedVersion: 3 })).reasons).toEqual([])
  expect(await named(maren, 'free zone')).toBeUndefined()
})

test('every fault of a term is named at once, and an English term stands there once', async () => {
  expect((await run(maren, SAVE, { en: ' ', fr: 'x'.repeat(241) })).problems).toEqual([
    { reason: 'TEXT_MISSING', path: ['input', 'en'] },
    { reason: 'TEXT_TOO_LONG', path: ['input', 'fr'] },
  ])
  expect((await run(maren, SAVE, { en: 'CLEARANCE', fr: 'autre' })).reasons).toEqual(['TERM_TWICE'])
  const made = await run(maren, SAVE, { termId: 'nothing', en: 'a', fr: 'b' })
  expect(made.reasons).toEqual(['NOT_FOUND'])
})

test('only methodology editors keep the glossary', async () => {
  const term = await named(maren, 'clearance')
  for (const role of ['CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER']) {
    const caller = await world().as(role) // oxlint-disable-line no-await-in-loop
    const seen = { termId: term.id, expectedVersion: term.version }
    // oxlint-disable-next-line no-await-in-loop
    for (const [document, input] of [
      [SAVE, { en: 'x', fr: 'y' }],
      [APPROVE, seen],
      [REMOVE, seen],
    ] as const) {
      expect((await run(caller, document, input)).reasons).toEqual(['WRONG_HAT']) // oxlint-disable-line no-await-in-loop
    }
  }
})

test('the glossary is paged by its English and searched in both languages', async () => {
  const all = await list(world().nobody())
  const pages: string[] = []
  let after: string | null = null
  do {
    const page = await list(world().nobody(), { first: 20, after }) // oxlint-disable-line no-await-in-loop
    pages.push(...page.nodes.map(({ en }: { en: string }) => en))
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after)
  expect(pages).toEqual(all.nodes.map(({ en }: { en: string }) => en))
  expect(pages.length).toBe(all.totalCount)
  const found = await list(world().nobody(), { search: 'operateur economique' })
  expect(found.nodes).toMatchObject([
    { en: 'authorized economic operator', provenance: { status: 'CONSTRUCTED' } },
  ])
})
