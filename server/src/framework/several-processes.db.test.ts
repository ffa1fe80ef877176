import { beforeAll, describe, expect, test } from 'vitest'
import catalogue from '../../data/pmm-v1.json'
import { sequenceIds } from '../../seeds/ids'
import { useWorld, type Answer, type Caller, type Process } from '../../../tests/setup/world'
import { importCatalogue } from './import-catalogue'
import { sealVersion } from './seal-version'

const world = useWorld()

const CODE = 'PMM-ELSEWHERE'
const LIST = '{ frameworkVersions { code status } }'
const TREE = `query ($code: String!) { frameworkVersion(code: $code) { id code status version retiredAt
  dimensions { code outcomes { code kpis { code name } } } } }`
const RETIRE = `mutation ($input: FrameworkVersionRetireInput!) { frameworkVersionRetire(input: $input) {
  problems { reason } frameworkVersion { status } } }`

let here: Process
let there: Process
let editor: Caller
let coordinator: Caller

beforeAll(async () => {
  editor = await world().as('METHODOLOGY_EDITOR')
  coordinator = await world().as('COORDINATOR')
  there = await world().startAnother()
  here = { services: world().services, server: world().server, asks: (caller) => caller }
})

interface Listed {
  readonly frameworkVersions: readonly { readonly code: string; readonly status: string }[]
}
interface Tree {
  readonly frameworkVersion: {
    readonly id: string
    readonly status: string
    readonly version: number
    readonly dimensions: readonly object[]
  } | null
}

const statusIn = async (caller: Caller) => {
  const { data } = await caller.query<Listed>(LIST)
  return data.frameworkVersions.find(({ code }) => code === CODE)?.status ?? null
}

const treeFor = (caller: Caller): Promise<Answer<Tree>> => caller.query<Tree>(TREE, { code: CODE })

const statementsOf = (process: Process, work: () => Promise<unknown>) =>
  process.services.database.counter.during(work)

const later = (seconds: number) =>
  world().clock.move(new Date(world().clock.now().getTime() + seconds * 1000))

// What a process publishes is in the database at once, and in its own memory; nobody else is told.
const publishElsewhere = (code = CODE, idsFrom = 'elsewhere') =>
  world().asOwner(async ({ db }) => {
    const { id, contentHash } = await importCatalogue(db, sequenceIds(idsFrom), {
      ...catalogue,
      version: { ...catalogue.version, code },
    })
    await sealVersion(db, id, {
      status: 'PUBLISHED',
      contentHash,
      publishedAt: world().clock.now(),
    })
  })

describe('two processes on one database', () => {
  test('a version published by another is served to whoever is signed in with the next request', async () => {
    const stranger = there.asks(world().nobody())
    expect(await statusIn(stranger)).toBeNull()
    await publishElsewhere()

    expect(await statusIn(there.asks(coordinator))).toBe('PUBLISHED')
    expect((await treeFor(there.asks(coordinator))).data.frameworkVersion).toMatchObject({
      status: 'PUBLISHED',
      dimensions: expect.objectContaining({ length: 4 }),
    })
  })

  test('a stranger is served it five seconds later at the latest', async () => {
    const stranger = world().nobody()
    expect(await statusIn(stranger)).toBeNull()
    later(4)
    expect(await statusIn(stranger)).toBeNull()
    later(1)

    expect(await statusIn(stranger)).toBe('PUBLISHED')
  })

  test('a version retired here is retired there with the next request', async () => {
    later(1)
    await publishElsewhere('PMM-AFTER', 'after')
    const before = (await treeFor(editor)).data.frameworkVersion!
    expect(await statusIn(there.asks(world().nobody()))).toBe('PUBLISHED')
    const answer = await editor.query(RETIRE, {
      input: {
        versionId: before.id,
        expectedVersion: before.version,
        reason: 'A newer one is there.',
      },
    })
    expect(answer.data.frameworkVersionRetire).toEqual({
      problems: [],
      frameworkVersion: { status: 'RETIRED' },
    })

    expect(await statusIn(world().nobody())).toBe('RETIRED')
    expect(await statusIn(there.asks(world().nobody()))).toBe('PUBLISHED')
    expect(await statusIn(there.asks(coordinator))).toBe('RETIRED')
    expect(await statusIn(there.asks(world().nobody()))).toBe('RETIRED')
    const after = (await treeFor(there.asks(world().nobody()))).data.frameworkVersion
    expect(after).toMatchObject({ status: 'RETIRED', version: before.version + 1 })
    expect(after!.dimensions).toEqual(before.dimensions)
  })

  test('the tree costs no statement, the identity its one, and the look for news one in five seconds', async () => {
    for (const process of [here, there]) {
      const stranger = process.asks(world().nobody())
      const member = process.asks(coordinator)
      await treeFor(member)
      await treeFor(stranger)

      expect(await statementsOf(process, () => treeFor(stranger))).toBe(0)
      expect(await statementsOf(process, () => treeFor(member))).toBe(1)
      later(5)
      expect(
        await statementsOf(process, () =>
          Promise.all([treeFor(stranger), treeFor(stranger), treeFor(stranger)]),
        ),
      ).toBe(1)
      expect(await statementsOf(process, () => treeFor(stranger))).toBe(0)
    }
  })

  test('many who notice a change at once have it read once', async () => {
    const another = await world().startAnother()
    await world().asOwner(({ db }) =>
      db
        .updateTable('frameworkVersion')
        .set({ status: 'RETIRED', retiredAt: world().clock.now() })
        .where('code', '=', 'PMM-V1-DEMO')
        .execute(),
    )
    const member = another.asks(coordinator)
    const count = await statementsOf(another, () =>
      Promise.all(Array.from({ length: 5 }, () => statusIn(member))),
    )

    // Five identities, the list of versions, and the nine statements of one version.
    expect(count).toBe(5 + 1 + 9)
  })
})
