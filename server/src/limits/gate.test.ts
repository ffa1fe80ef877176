import { getIntrospectionQuery, parse, visit } from 'graphql'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DocumentGate, LIMITS, NESTING, readDocument, refusalOf } from '.'

const ALONE = new Set(['sessionOpen'])
const reasonOf = (text: string) => {
  const gated = readDocument(text, ALONE)
  return 'refused' in gated ? gated.refused : 'document' in gated ? null : 'UNREADABLE'
}
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ')
const deep = (levels: number) => `{ ${'a { '.repeat(levels - 1)}b${' }'.repeat(levels - 1)} }`
const chain = (length: number, part: (next: string) => string) =>
  `{ a { ...F0 } } ${times(length, (index) => `fragment F${index} on Query { ${part(`F${index + 1}`)} }`)}
   fragment F${length} on Query { b }`

/** One document within each limit and one beyond it. */
const cases: readonly (readonly [reason: string, within: string, beyond: string])[] = [
  [
    'TOO_MANY_TOKENS',
    `{ b(x: [${'1 '.repeat(LIMITS.tokens - 10)}]) }`,
    `{ b(x: [${'1 '.repeat(LIMITS.tokens)}]) }`,
  ],
  ['TOO_MANY_OPERATIONS', 'query A { b }', 'query A { b } query B { b }'],
  ['TOO_DEEP', deep(LIMITS.depth), deep(LIMITS.depth + 1)],
  [
    'TOO_MANY_ALIASES',
    `{ a { ${times(LIMITS.aliases, (index) => `x${index}: b`)} } }`,
    `{ a { ${times(LIMITS.aliases + 1, (index) => `x${index}: b`)} } }`,
  ],
  [
    'TOO_MANY_DIRECTIVES',
    `{ b ${'@include(if: true) '.repeat(LIMITS.directivesOfSelection)} }`,
    `{ b ${'@include(if: true) '.repeat(LIMITS.directivesOfSelection + 1)} }`,
  ],
  [
    'TOO_MANY_FRAGMENTS',
    chain(LIMITS.fragments - 1, (next) => `...${next}`),
    chain(LIMITS.fragments, (next) => `...${next}`),
  ],
  [
    'FRAGMENT_CYCLE',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { b }',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  ],
  [
    'TOO_MANY_SELECTIONS',
    `{ a { ${'b '.repeat(LIMITS.width)} } }`,
    `{ a { ${'b '.repeat(LIMITS.width + 1)} } }`,
  ],
  [
    'TOO_MANY_ROOT_FIELDS',
    `{ ${'b '.repeat(LIMITS.queryFields)} }`,
    `{ ${'b '.repeat(LIMITS.queryFields + 1)} }`,
  ],
  [
    'TOO_MANY_ROOT_FIELDS',
    `mutation { ${'b '.repeat(LIMITS.mutationFields)} }`,
    `mutation { ${'b '.repeat(LIMITS.mutationFields + 1)} }`,
  ],
  ['AUTHENTICATION_ALONE', 'mutation { __typename sessionOpen }', 'mutation { sessionOpen other }'],
]

describe('a document', () => {
  test.for(cases)('%s: within it passes, beyond it does not', ([reason, within, beyond]) => {
    expect(reasonOf(within)).toBeNull()
    expect(reasonOf(beyond)).toBe(reason)
  })

  test('that is none is left to whoever parses it', () => {
    expect(reasonOf('{ b')).toBe('UNREADABLE')
    expect(reasonOf('')).toBe('UNREADABLE')
  })

  test('nested deeper than a stack is refused, not fatal', () => {
    expect(reasonOf(`${'{a'.repeat(4_900)}${'}'.repeat(4_900)}`)).toBe('TOO_DEEP')
    expect(reasonOf(`{b(x:${'['.repeat(4_900)}${']'.repeat(4_900)})}`)).toBe('TOO_DEEP')
    expect(reasonOf(`{ ${'... { '.repeat(NESTING)}b${' }'.repeat(NESTING)} }`)).toBe('TOO_DEEP')
  })
})

describe('what is hidden in fragments', () => {
  test('counts as deep as where it is named', () => {
    const under = (levels: number) =>
      `{ a { a { ...F } } } fragment F on Query { ${deep(levels).slice(1, -1)} }`

    expect(reasonOf(under(LIMITS.depth - 2))).toBeNull()
    expect(reasonOf(under(LIMITS.depth - 1))).toBe('TOO_DEEP')
  })

  test('counts as root fields', () => {
    const fields = times(LIMITS.queryFields + 1, () => 'b')

    expect(reasonOf(`{ ...F } fragment F on Query { ${fields} }`)).toBe('TOO_MANY_ROOT_FIELDS')
    expect(reasonOf(`{ ... { ... @include(if: true) { ${fields} } } }`)).toBe(
      'TOO_MANY_ROOT_FIELDS',
    )
  })

  test('counts as often as it is named', () => {
    const doubled = (length: number) => chain(length, (next) => `a { ...${next} } c { ...${next} }`)

    expect(reasonOf(doubled(11))).toBeNull()
    expect(reasonOf(doubled(12))).toBe('TOO_MANY_SELECTIONS')
  })

  test('hides no alias, no directive and no sign-in', () => {
    const aliases = times(LIMITS.aliases + 1, (index) => `x${index}: __typename`)
    const directives = times(
      LIMITS.directives / LIMITS.directivesOfSelection + 1,
      () => `b ${'@skip(if: false) '.repeat(LIMITS.directivesOfSelection)}`,
    )

    expect(reasonOf(`{ ...F } fragment F on Query { a { ${aliases} } }`)).toBe('TOO_MANY_ALIASES')
    expect(reasonOf(`{ ...F } fragment F on Query { a { ${directives} } }`)).toBe(
      'TOO_MANY_DIRECTIVES',
    )
    expect(
      reasonOf('mutation { ...F } fragment F on Mutation { one: sessionOpen two: sessionOpen }'),
    ).toBe('AUTHENTICATION_ALONE')
    expect(
      reasonOf('mutation { ...F ...F } fragment F on Mutation { ... { sessionOpen } other }'),
    ).toBe('AUTHENTICATION_ALONE')
  })

  test('is refused where nothing names it, too', () => {
    expect(reasonOf(`{ b } fragment F on Query ${deep(LIMITS.depth + 1)}`)).toBe('TOO_DEEP')
    expect(reasonOf('{ b } fragment F on Query { a { ...F } }')).toBe('FRAGMENT_CYCLE')
  })
})

describe('the walk', () => {
  const written = (text: string) => {
    let count = 0
    visit(parse(text), {
      Field: () => void (count += 1),
      FragmentSpread: () => void (count += 1),
      InlineFragment: () => void (count += 1),
    })
    return count
  }

  test.for([
    ['a fragment named twice in each of ten', chain(10, (next) => `a { ...${next} } c { ...${next} }`)],
    ['a fragment named fifty times', `{ a { ${'...F '.repeat(50)} } } fragment F on Query { b c d }`],
    ['fragments that name all later ones', `{ a { ...F0 } } ${times(11, (index) =>
      `fragment F${index} on Query { ${times(11 - index, (later) => `...F${index + later + 1}`)} }`)}
      fragment F11 on Query { b }`],
  ] as const)('visits each selection once: %s', ([, text]) => {
    const { refused, visited } = refusalOf(parse(text), ALONE)

    expect(refused).toBeNull()
    expect(visited).toBe(written(text))
  }) // prettier-ignore

  test('ends before the text where the limit does', () => {
    const doubling = chain(LIMITS.fragments - 1, (next) => `a { ...${next} } c { ...${next} }`)

    expect(refusalOf(parse(doubling), ALONE).visited).toBeLessThanOrEqual(written(doubling))
  })
})

test('introspection stays within the limits', () => {
  expect(reasonOf(getIntrospectionQuery())).toBeNull()
  expect(
    reasonOf(
      getIntrospectionQuery({
        schemaDescription: true,
        inputValueDeprecation: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        oneOf: true,
      }),
    ),
  ).toBeNull()
})

test('the documents of the portals and of the documentation stay within the limits', () => {
  const folder = join(import.meta.dirname, '..', '..', '..', 'graphql')
  const ofPortals = readdirSync(join(folder, 'documents')).flatMap((file) =>
    Object.values(
      JSON.parse(readFileSync(join(folder, 'documents', file), 'utf8')) as Record<string, string>,
    ),
  )
  const samples = readdirSync(join(folder, 'operations'))
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(join(folder, 'operations', file), 'utf8'))
  const texts = [...ofPortals, ...samples]

  expect(ofPortals.length).toBeGreaterThan(50)
  expect(samples.length).toBeGreaterThanOrEqual(5)
  expect(texts.filter((text) => reasonOf(text) !== null)).toEqual([])
})

test('what was accepted is remembered within bounds', () => {
  const gate = new DocumentGate(ALONE, 20)
  const first = gate.read('{ first }')

  expect(gate.read('{ first }')).toBe(first)
  gate.read('{ second }')
  expect(gate.read('{ first }')).toBe(first)
  gate.read('{ third }')
  expect(gate.read('{ first }')).toBe(first)
  expect(gate.read('{ second }')).not.toBe(undefined)
  gate.read(`{ a { ${'b '.repeat(30)} } }`)
  expect(gate.read('{ first }')).not.toBe(first)
  expect(gate.read('{ first')).toEqual({ unreadable: true })
})
