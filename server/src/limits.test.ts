import { buildSchema, parse, validate } from 'graphql'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LIMITS, documentLimits } from './limits'

const schema = buildSchema('type Query { a: Query, b: Int }')
const reasons = (document: string) =>
  validate(schema, parse(document), [documentLimits]).map(({ extensions }) => extensions['reason'])
const aliased = (count: number) =>
  `{ a { ${Array.from({ length: count }, (_, index) => `x${index}: b`).join(' ')} } }`
const deep = (levels: number) => `{ ${'a { '.repeat(levels - 1)}b${' }'.repeat(levels - 1)} }`

test('aliases are counted wherever they stand', () => {
  expect(reasons(aliased(LIMITS.aliases))).toEqual([])
  expect(reasons(aliased(LIMITS.aliases + 1))).toEqual(['TOO_MANY_ALIASES'])
})

test('depth and root fields have an end', () => {
  expect(reasons(deep(LIMITS.depth))).toEqual([])
  expect(reasons(deep(LIMITS.depth + 1))).toEqual(['TOO_DEEP'])
  expect(reasons(`{ ${'b '.repeat(LIMITS.rootFields + 1)} }`)).toEqual(['TOO_MANY_ROOT_FIELDS'])
})

test('the documents of the portals stay within the limits', () => {
  const folder = join(import.meta.dirname, '..', '..', 'graphql', 'documents')
  const texts = readdirSync(folder).flatMap((file) =>
    Object.values(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>),
  )
  const served = buildSchema(readFileSync(join(folder, '..', 'schema.graphql'), 'utf8'))

  const refused = texts.filter((text) => validate(served, parse(text), [documentLimits]).length > 0)

  expect(texts.length).toBeGreaterThan(0)
  expect(refused).toEqual([])
})
