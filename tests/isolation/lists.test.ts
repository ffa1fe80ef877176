import type { GraphQLField, GraphQLSchema } from 'graphql'
import { getNamedType, isNonNullType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeRareStates } from '../access/arrangement.ts'
import { ask, schemaOf } from '../access/ask.ts'
import { heldBy } from '../access/audiences.ts'
import { castOf, type Actor } from '../access/cast.ts'
import { openAsOwner, type OwnerDatabase } from '../access/owner-database.ts'
import { subjectsOf, type Subjects } from '../access/subjects.ts'
import { useWorld } from '../setup/world.ts'

const world = useWorld()

let schema: GraphQLSchema
let cast: readonly Actor[]
let subjects: Subjects
let everything: OwnerDatabase
let lists: readonly GraphQLField<unknown, unknown>[]

beforeAll(async () => {
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  cast = await castOf(world())
  schema = await schemaOf(world().server)
  everything = await openAsOwner(world())
  subjects = await everything.database.read({ role: 'pmm_owner', settings: {} }, subjectsOf)
  lists = Object.values(schema.getQueryType()!.getFields()).filter(
    ({ args }) =>
      args.some(({ name }) => name === 'first') &&
      args.every(({ type, defaultValue }) => !isNonNullType(type) || defaultValue !== undefined),
  )
})
afterAll(() => everything?.close())

const hasIds = (field: GraphQLField<unknown, unknown>): boolean => {
  const type = getNamedType(field.type)
  if (!isObjectType(type)) return false
  const nodes = type.getFields()['nodes']
  const node = nodes && getNamedType(nodes.type)
  return isObjectType(node) && 'id' in node.getFields()
}

interface Page {
  readonly totalCount: number
  readonly nodes: readonly { readonly id: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

const pageOf = async (actor: Actor, list: string, args: string) => {
  const answer = await ask(
    world().server,
    actor,
    `{ ${list}(${args}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
  )
  return { answer, page: (answer.data?.[list] ?? null) as Page | null }
}

const everyPage = async (actor: Actor, list: string, size: number) => {
  const ids: string[] = []
  const counts = new Set<number>()
  let after = ''
  for (let turn = 0; turn < 50; turn += 1) {
    const { page } = await pageOf(actor, list, `first: ${size}${after}`)
    if (!page) break
    ids.push(...page.nodes.map(({ id }) => id))
    counts.add(page.totalCount)
    if (!page.pageInfo.hasNextPage) break
    after = `, after: "${page.pageInfo.endCursor}"`
  }
  return { ids, counts: [...counts] }
}

describe('a list', () => {
  test('is there to be asked', () => {
    expect(lists.filter(hasIds).length).toBeGreaterThanOrEqual(3)
  })

  test('A10: holds visible rows only, counts those alone, and shows each once', async () => {
    const wrong: string[] = []
    for (const { name } of lists.filter(hasIds)) {
      for (const actor of cast) {
        const { ids, counts } = await everyPage(actor, name, 40)
        const hidden = ids.filter((id) => {
          const subject = subjects.get(id)
          return !subject || heldBy(actor, subject, world().clock.now()).size === 0
        })
        if (hidden.length > 0)
          wrong.push(`${actor.name} finds ${hidden.length} hidden rows in ${name}`)
        if (new Set(ids).size !== ids.length)
          wrong.push(`${actor.name} finds rows twice in ${name}`)
        if (counts.some((count) => count !== ids.length)) {
          wrong.push(`${actor.name} counts ${counts.join('/')} in ${name} and sees ${ids.length}`)
        }
      }
    }

    expect(wrong).toEqual([])
  })

  test('is the same in pages of another size', async () => {
    const wrong: string[] = []
    for (const { name } of lists.filter(hasIds)) {
      for (const actor of cast.filter(({ name: who }) =>
        ['officer', 'coordinator of XAL'].includes(who),
      )) {
        const large = await everyPage(actor, name, 100)
        const small = await everyPage(actor, name, 7)
        if (large.ids.join() !== small.ids.join() && large.ids.length < 300)
          wrong.push(`${actor.name}: ${name}`)
      }
    }

    expect(wrong).toEqual([])
  })

  test.each(['0', '-1', '101', '2147483647'])('A11: refuses pages of %s rows', async (first) => {
    const officer = cast.find(({ name }) => name === 'officer')!
    for (const { name } of lists.filter(hasIds)) {
      const { answer } = await pageOf(officer, name, `first: ${first}`)
      expect(`${name} ${String(answer.errors[0]?.extensions['code'])}`).toBe(`${name} BAD_INPUT`)
    }
  })

  test('gives 20 rows when nothing is asked', async () => {
    const { page } = await pageOf(cast[0]!, 'administrations', 'after: null')

    expect(page!.nodes).toHaveLength(20)
  })

  test('A11: takes a forged cursor for bad input or for a place in the own rows', async () => {
    const member = cast.find(({ name }) => name === 'coordinator of XAL')!
    const forged = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url')
    const cursors = ['x', '', forged({}), forged([]), forged([1]), forged(['x']), forged(['', '']),
      forged(["' or true --", '00000000-0000-0000-0000-000000000000']), forged(['a', 'b', 'c', 'd'])] // prettier-ignore
    const wrong: string[] = []
    for (const { name } of lists.filter(hasIds)) {
      for (const cursor of cursors) {
        const { answer, page } = await pageOf(member, name, `first: 100, after: "${cursor}"`)
        const code = answer.errors[0]?.extensions['code']
        if (
          !['BAD_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN', undefined].includes(
            code as string | undefined,
          )
        ) {
          wrong.push(`${name} after ${cursor}: ${String(code)}`)
        }
        const hidden = (page?.nodes ?? []).filter(({ id }) => {
          const subject = subjects.get(id)
          return !subject || heldBy(member, subject, world().clock.now()).size === 0
        })
        if (hidden.length > 0) wrong.push(`${name} after ${cursor}: ${hidden.length} hidden rows`)
      }
    }

    expect(wrong).toEqual([])
  })

  test("A11: takes another viewer's cursor without showing that viewer's rows", async () => {
    const [member, other] = ['coordinator of XAL', 'coordinator of XOR'].map((name) =>
      cast.find((each) => each.name === name)!,
    ) as [Actor, Actor]
    for (const { name } of lists.filter(hasIds)) {
      const { page } = await pageOf(other, name, 'first: 1')
      if (!page?.pageInfo.endCursor) continue
      const own = new Set((await everyPage(member, name, 100)).ids)
      const after = await pageOf(member, name, `first: 100, after: "${page.pageInfo.endCursor}"`)
      expect((after.page?.nodes ?? []).filter(({ id }) => !own.has(id))).toEqual([])
    }
  })
})
