import { buildSchema, getIntrospectionQuery, parse, type OperationDefinitionNode } from 'graphql'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LIST_SIZES, LIST_SIZES_BY_NAME, MAXIMUM_COST, PAGE, Pricer, UNSTATED } from '.'

const folder = join(import.meta.dirname, '..', '..', '..', 'graphql')
const served = buildSchema(readFileSync(join(folder, 'schema.graphql'), 'utf8'))
const pricer = new Pricer(served)

const priceOf = (text: string, variables: Record<string, unknown> = {}, by = pricer) => {
  const document = parse(text)
  return by.priceOf(document, document.definitions[0] as OperationDefinitionNode, variables)
}

describe('a price', () => {
  test.for([
    ['an object is one point, its leaves are none', '{ release { code name status } }', 1],
    ['an object in an object is another', '{ release { cycle { code } } }', 2],
    ['nothing is free', '{ __typename }', 1],
    ['a field unknown to the schema is left to validation', '{ nonsense { a } }', 1],
    ['an alias pays again', '{ a: release { code } b: release { code } }', 2],
    ['a directive spares nothing', '{ release @include(if: false) { code cycle @skip(if: true) { code } } }', 2],
    ['a closed list is its stated size', '{ release { benchmarks { n } } }', 1 + 360],
    ['an argument narrows it', '{ release { benchmarks(kpi: "TF-01-1") { n } } }', 1 + 7],
    ['an argument that says nothing does not', '{ release { benchmarks(kpi: null) { n } } }', 1 + 360],
    ['lists in lists multiply', '{ frameworkVersion(code: "A") { dimensions { outcomes { code } } } }', 1 + 4 * (1 + 6)],
    ['a page is what it says', '{ administrations(first: 7) { nodes { code } } }', 1 + 7],
    ['a page that says nothing is the usual one', '{ administrations { nodes { code } } }', 1 + PAGE.usual],
    ['no page is larger than the largest', '{ administrations(first: 100000) { nodes { code } } }', 1 + PAGE.most],
    ['no page is nothing', '{ administrations(first: -5) { nodes { code } } }', 1 + 1],
    ['what a page has once costs once', '{ administrations(first: 7) { totalCount pageInfo { endCursor } } }', 1 + 1],
    ['an edge and its node are two', '{ administrations(first: 7) { edges { node { code } } } }', 1 + 7 * 2],
    ['a mutation pays for its payload', 'mutation { sessionClose { problems { code } } }', 1 + 1],
  ] as const)('%s', ([, text, price]) => {
    expect(priceOf(text)).toBe(price)
  }) // prettier-ignore

  test.for([
    ['given', { first: 50 }, 50],
    ['not given', {}, 30],
    ['given as null', { first: null }, PAGE.usual],
    ['given beyond the largest', { first: 1_000_000 }, PAGE.most],
    ['given as what it cannot be', { first: '5' }, PAGE.most],
    ['given as a list', { first: [1] }, PAGE.most],
    ['given as a name every object has', { constructor: 1 }, 30],
  ] as const)('follows the variable: %s', ([, variables, rows]) => {
    const text = 'query ($first: Int = 30) { administrations(first: $first) { nodes { code } } }'

    expect(priceOf(text, variables)).toBe(1 + rows)
  })

  test('follows the variable each time, though the document is the same', () => {
    const document = parse('query ($n: Int) { administrations(first: $n) { nodes { code } } }')
    const priced = (n: number) =>
      pricer.priceOf(document, document.definitions[0] as OperationDefinitionNode, { n })

    expect([priced(5), priced(9), priced(5)]).toEqual([6, 10, 6])
  })

  test('counts a fragment wherever it is named, with the page around it', () => {
    const text = `query { a: administrations(first: 3) { ...P } b: administrations(first: 8) { ...P } }
      fragment P on AdministrationConnection { nodes { ...A } pageInfo { endCursor } }
      fragment A on Administration { region { code } }`

    expect(priceOf(text)).toBe(2 * (1 + 1) + (3 + 8) * 2)
  })

  test('of fragments that double one another is known at once', () => {
    const length = 40
    const fragments = Array.from({ length }, (_, index) =>
      `fragment F${index} on Release { a: supersedes { ...F${index + 1} } b: supersedes { ...F${index + 1} } }`,
    ).join(' ') // prettier-ignore

    const price = priceOf(`{ release { ...F0 } } ${fragments} fragment F40 on Release { code }`)

    expect(price).toBe(2 ** (length + 1) - 1)
  })

  test('of nested lists is their product, however deep', () => {
    const nested = (depth: number): string =>
      depth === 0 ? 'code' : `kpis { elements { element { ${nested(depth - 1)} } } }`

    expect(priceOf(`{ kpi(version: "A", code: "B") { elements { element { ${nested(4)} } } } }`))
      .toBeGreaterThan(MAXIMUM_COST / 10) // prettier-ignore
  })
})

describe('asking about the schema', () => {
  test('costs little, and more the more is asked', () => {
    const whole = priceOf(getIntrospectionQuery())

    expect(whole).toBeGreaterThan(5)
    expect(whole).toBeLessThan(60)
    expect(priceOf('{ __type(name: "Kpi") { name } }')).toBe(1)
    expect(
      priceOf('{ __schema { types { fields { type { fields { args { type { name } } } } } } } }'),
    ).toBeGreaterThan(whole)
  })
})

describe('the stated sizes', () => {
  test('are of lists that exist', () => {
    const missing = Object.keys(LIST_SIZES).filter((at) => {
      const [type = '', field = ''] = at.split('.')
      const found = served.getType(type)
      return !(found && 'getFields' in found && field in found.getFields())
    })

    expect(missing).toEqual([])
    expect(Object.keys(LIST_SIZES_BY_NAME)).toContain('problems')
  })

  test('narrow by arguments that exist', () => {
    const missing = Object.entries(LIST_SIZES).flatMap(([at, { given = {} }]) => {
      const [type = '', field = ''] = at.split('.')
      const found = served.getType(type)
      const args = found && 'getFields' in found ? found.getFields()[field] : undefined
      const names = args && 'args' in args ? args.args.map(({ name }) => name) : []
      return Object.keys(given).filter((name) => !names.includes(name))
    })

    expect(missing).toEqual([])
  })

  test('stand in for what is not stated', () => {
    const small = new Pricer(buildSchema('type Query { a: [A!]! } type A { b: Int }'))

    expect(priceOf('{ a { b } }', {}, small)).toBe(UNSTATED.entries)
  })
})

test('the sample queries and the first query of the README may be run by anybody', () => {
  const operations = readdirSync(join(folder, 'operations'))
  const samples = operations
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => {
      const variables = file.replace('.graphql', '.variables.json')
      return priceOf(
        readFileSync(join(folder, 'operations', file), 'utf8'),
        operations.includes(variables)
          ? (JSON.parse(readFileSync(join(folder, 'operations', variables), 'utf8')) as Record<string, unknown>)
          : {},
      )
    }) // prettier-ignore
  const readme = readFileSync(join(folder, '..', 'README.md'), 'utf8')
  const first = /"query":\s+"((?:[^"\\]|\\.)*)"/.exec(readme)?.[1]

  expect(samples.length).toBeGreaterThanOrEqual(5)
  expect(samples.filter((price) => price > MAXIMUM_COST)).toEqual([])
  expect(priceOf(JSON.parse(`"${first}"`) as string)).toBe(15)
})
