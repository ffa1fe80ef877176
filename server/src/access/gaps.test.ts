import 'reflect-metadata'
import { describe, expect, test } from 'vitest'
import { CONDITIONS } from './conditions'
import { schemaFromSdl } from './schema-from-sdl.fixture'
import { applyAccess } from './transform'
import { UncoveredSchema, type Gap } from './uncovered-schema'

function gapsOf(start: () => unknown): readonly Pick<Gap, 'kind' | 'at'>[] {
  try {
    start()
  } catch (error) {
    if (error instanceof UncoveredSchema) return error.gaps.map(({ kind, at }) => ({ kind, at }))
    throw error
  }
  return []
}

const ROOT = 'type Query { kpi: Kpi @access(to: [PUBLIC]) }'
const CODE = 'code: ID! @access(to: [PUBLIC])'
const OPEN = '@rows(class: CATALOGUE) @access(to: [PUBLIC])'

// Every schema here is complete but for the one thing its name says.
const FIXTURES: Readonly<Record<string, { sdl: string; gap: Pick<Gap, 'kind' | 'at'> }>> = {
  'an output field without a rule': {
    sdl: `${ROOT} type Kpi ${OPEN} { ${CODE} name: String }`,
    gap: { kind: 'NO_RULE', at: 'Kpi.name' },
  },
  'a root field without a rule': {
    sdl: `type Query { kpi: Kpi } type Kpi ${OPEN} { ${CODE} }`,
    gap: { kind: 'NO_RULE', at: 'Query.kpi' },
  },
  'an argument without a rule': {
    sdl: `${ROOT} type Kpi ${OPEN} { ${CODE} name(locale: String): String @access(to: [PUBLIC]) }`,
    gap: { kind: 'NO_RULE', at: 'Kpi.name(locale:)' },
  },
  'an input field without a rule': {
    sdl: `${ROOT} type Kpi ${OPEN} { ${CODE} }
      type Mutation { save(input: KpiInput @access(to: [PUBLIC])): Kpi @access(to: [SECRETARIAT]) }
      input KpiInput { name: String }`,
    gap: { kind: 'NO_RULE', at: 'KpiInput.name' },
  },
  'an interface field without a rule': {
    sdl: `${ROOT} interface Node { code: ID! } type Kpi implements Node ${OPEN} { ${CODE} }`,
    gap: { kind: 'NO_RULE', at: 'Node.code' },
  },
  'an object type without row class': {
    sdl: `${ROOT} type Kpi @access(to: [PUBLIC]) { ${CODE} }`,
    gap: { kind: 'NO_ROW_CLASS', at: 'Kpi' },
  },
  'an object type without ceiling': {
    sdl: `${ROOT} type Kpi @rows(class: CATALOGUE) { ${CODE} }`,
    gap: { kind: 'NO_CEILING', at: 'Kpi' },
  },
  'a field wider than the ceiling of its type': {
    sdl: `${ROOT} type Kpi @rows(class: CATALOGUE) @access(to: [SECRETARIAT]) {
      code: ID! @access(to: [SECRETARIAT]) name: String @access(to: [SECRETARIAT, MEMBER]) }`,
    gap: { kind: 'WIDER_THAN_CEILING', at: 'Kpi.name' },
  },
  'a public field under a narrower ceiling': {
    sdl: `${ROOT} type Kpi @rows(class: CATALOGUE) @access(to: [SECRETARIAT, MEMBER]) {
      code: ID! @access(to: [SECRETARIAT, MEMBER]) name: String @access(to: [PUBLIC]) }`,
    gap: { kind: 'WIDER_THAN_CEILING', at: 'Kpi.name' },
  },
  'a narrower field that cannot be null': {
    sdl: `${ROOT} type Kpi ${OPEN} { ${CODE} guidance: String! @access(to: [SECRETARIAT]) }`,
    gap: { kind: 'NOT_NULLABLE', at: 'Kpi.guidance' },
  },
  'a conditional field that cannot be null': {
    sdl: `${ROOT} type Kpi @rows(class: CATALOGUE) @access(to: [SECRETARIAT]) {
      code: ID! @access(to: [SECRETARIAT]) note: String! @access(to: [SECRETARIAT], when: STAFF) }`,
    gap: { kind: 'NOT_NULLABLE', at: 'Kpi.note' },
  },
  'a field that cannot be null although its argument can be refused': {
    sdl: `${ROOT} type Kpi ${OPEN} { ${CODE}
      name(draft: Boolean @access(to: [SECRETARIAT])): String! @access(to: [PUBLIC]) }`,
    gap: { kind: 'NOT_NULLABLE', at: 'Kpi.name' },
  },
  'a field that cannot be null although an input field deep inside can be refused': {
    sdl: `${ROOT} type Kpi ${OPEN} { ${CODE}
      name(options: Options @access(to: [PUBLIC])): String! @access(to: [PUBLIC]) }
      input Options { more: [More!] @access(to: [PUBLIC]) }
      input More { draft: Boolean @access(to: [SECRETARIAT]) }`,
    gap: { kind: 'NOT_NULLABLE', at: 'Kpi.name' },
  },
  'OWNER at the root': {
    sdl: `type Query { kpi: Kpi @access(to: [OWNER, SECRETARIAT]) } type Kpi ${OPEN} { ${CODE} }`,
    gap: { kind: 'OWNER_WITHOUT_ROW', at: 'Query.kpi' },
  },
  'OWNER on an argument at the root': {
    sdl: `type Query { kpi(code: ID @access(to: [OWNER])): Kpi @access(to: [PUBLIC]) } type Kpi ${OPEN} { ${CODE} }`,
    gap: { kind: 'OWNER_WITHOUT_ROW', at: 'Query.kpi(code:)' },
  },
  'a condition at the root that asks a row': {
    sdl: `type Query { kpi: Kpi @access(to: [REVIEWER], when: AUTHOR) } type Kpi ${OPEN} { ${CODE} }`,
    gap: { kind: 'CONDITION_WITHOUT_ROW', at: 'Query.kpi' },
  },
  'a condition that narrows nobody': {
    sdl: `${ROOT} type Kpi ${OPEN} { ${CODE} note: String @access(to: [MEMBER], when: STAFF) }`,
    gap: { kind: 'CONDITION_WITHOUT_EFFECT', at: 'Kpi.note' },
  },
  'a computed field wider than its source': {
    sdl: `${ROOT} type Kpi ${OPEN} { ${CODE} note: String @access(to: [SECRETARIAT])
      score: String @access(to: [SECRETARIAT, MEMBER]) @reads(from: [code, note]) }`,
    gap: { kind: 'WIDER_THAN_SOURCE', at: 'Kpi.score' },
  },
  'a computed field without the condition of its source': {
    sdl: `${ROOT} type Kpi ${OPEN} { ${CODE} note: String @access(to: [SECRETARIAT], when: STAFF)
      score: String @access(to: [SECRETARIAT]) @reads(from: [note]) }`,
    gap: { kind: 'WIDER_THAN_SOURCE', at: 'Kpi.score' },
  },
  'a computed field wider than a source in another type': {
    sdl: `${ROOT} type Kpi ${OPEN} { ${CODE} rule: Rule @access(to: [PUBLIC])
      score: String @access(to: [PUBLIC]) @reads(from: [Rule.text]) }
      type Rule ${OPEN} { text: String @access(to: [SECRETARIAT]) }`,
    gap: { kind: 'WIDER_THAN_SOURCE', at: 'Kpi.score' },
  },
  'a computed field that reads nothing known': {
    sdl: `${ROOT} type Kpi ${OPEN} { ${CODE} score: String @access(to: [PUBLIC]) @reads(from: [lost]) }`,
    gap: { kind: 'UNKNOWN_SOURCE', at: 'Kpi.score' },
  },
  'a filter by a field not every reader may read': {
    sdl: `type Query { kpis(filter: KpiFilter @access(to: [PUBLIC])): Kpi @access(to: [PUBLIC]) }
      type Kpi ${OPEN} { ${CODE} note: String @access(to: [SECRETARIAT]) }
      input KpiFilter { note: String @access(to: [SECRETARIAT]) @reads(from: [Kpi.note]) }`,
    gap: { kind: 'FILTERS_RESTRICTED', at: 'KpiFilter.note' },
  },
  'a sort by a conditional field': {
    sdl: `type Query { kpis(orderBy: String @access(to: [PUBLIC]) @reads(from: [Kpi.note])): Kpi @access(to: [PUBLIC]) }
      type Kpi @rows(class: CATALOGUE) @access(to: [SECRETARIAT]) {
        code: ID! @access(to: [SECRETARIAT]) note: String @access(to: [SECRETARIAT], when: STAFF) }`,
    gap: { kind: 'FILTERS_RESTRICTED', at: 'Query.kpis(orderBy:)' },
  },
  'a filter that does not say what it acts on': {
    sdl: `type Query { kpis(filter: KpiFilter @access(to: [PUBLIC])): Kpi @access(to: [PUBLIC]) }
      type Kpi ${OPEN} { ${CODE} } input KpiFilter { code: ID @access(to: [PUBLIC]) }`,
    gap: { kind: 'UNKNOWN_SOURCE', at: 'KpiFilter.code' },
  },
  'a class wider than its interface': {
    sdl: `${ROOT} interface Node { note: String @access(to: [SECRETARIAT]) }
      type Kpi implements Node ${OPEN} { ${CODE} note: String @access(to: [SECRETARIAT, MEMBER]) }`,
    gap: { kind: 'WIDER_THAN_INTERFACE', at: 'Kpi.note' },
  },
  'a field nobody can ever read': {
    sdl: `${ROOT} type Kpi ${OPEN} { ${CODE} note: String @access(to: [OWNER]) }`,
    gap: { kind: 'NEVER_READABLE', at: 'Kpi.note' },
  },
  'a restricted argument with a default': {
    sdl: `type Query { kpi(draft: Boolean = false @access(to: [SECRETARIAT])): Kpi @access(to: [PUBLIC]) } type Kpi ${OPEN} { ${CODE} }`,
    gap: { kind: 'RESTRICTED_DEFAULT', at: 'Query.kpi(draft:)' },
  },
  'an embedded type at the root whose fields ask a row': {
    sdl: `type Query { card: Card @access(to: [PUBLIC]) }
      type Card @rows(class: PERSON_CARD) @access(to: [PUBLIC]) { name: String @access(to: [MEMBER]) }`,
    gap: { kind: 'EMBEDDED_WITHOUT_ROW', at: 'Query.card' },
  },
}

describe('the server does not start with', () => {
  test.each(Object.entries(FIXTURES))('%s', (_name, { sdl, gap }) => {
    expect(gapsOf(() => applyAccess(schemaFromSdl(sdl)))).toEqual([gap])
  })

  test('an asynchronous condition', () => {
    const conditions = {
      ...CONDITIONS,
      STAFF: { ...CONDITIONS.STAFF, holds: (async () => true) as never },
    }

    const gaps = gapsOf(() =>
      applyAccess(schemaFromSdl(`${ROOT} type Kpi ${OPEN} { ${CODE} }`), { conditions }),
    )

    expect(gaps).toEqual([{ kind: 'ASYNCHRONOUS_CONDITION', at: 'STAFF' }])
  })

  test('several gaps, which are listed at once', () => {
    const sdl = `type Query { kpi: Kpi } type Kpi ${OPEN} { ${CODE} name: String note: String! @access(to: [MEMBER]) }`

    expect(() => applyAccess(schemaFromSdl(sdl))).toThrow(
      /3 gaps[^]*Kpi\.name[^]*Kpi\.note[^]*Query\.kpi/,
    )
  })
})

describe('the server starts with', () => {
  test.each([
    ['a complete schema', `${ROOT} type Kpi ${OPEN} { ${CODE} }`],
    [
      'a non-null field that every reader of a narrow type may read',
      `${ROOT} type Kpi @rows(class: CATALOGUE) @access(to: [SECRETARIAT]) { code: ID! @access(to: [SECRETARIAT]) }`,
    ],
    [
      'a non-null root field for some hats, since it refuses with an error',
      `type Query { kpi: Kpi! @access(to: [SECRETARIAT], when: STAFF) } type Kpi ${OPEN} { ${CODE} }`,
    ],
    [
      'a computed field as narrow as its source, under the same condition',
      `${ROOT} type Kpi ${OPEN} { ${CODE} note: String @access(to: [SECRETARIAT, MEMBER], when: STAFF)
        score: String @access(to: [SECRETARIAT], when: STAFF) @reads(from: [note]) }`,
    ],
    [
      'a class narrower than its interface',
      `${ROOT} interface Node { note: String @access(to: [PUBLIC]) }
        type Kpi implements Node ${OPEN} { ${CODE} note: String @access(to: [SECRETARIAT]) }`,
    ],
    [
      'an embedded type at the root that is as open as the root',
      `type Query { card: Card @access(to: [PUBLIC]) }
        type Card @rows(class: PERSON_CARD) @access(to: [PUBLIC]) { name: String @access(to: [PUBLIC]) }`,
    ],
  ])('%s', (_name, sdl) => {
    expect(gapsOf(() => applyAccess(schemaFromSdl(sdl)))).toEqual([])
  })
})

test('rules are put in force once', () => {
  const schema = applyAccess(schemaFromSdl(`${ROOT} type Kpi ${OPEN} { ${CODE} }`))

  expect(() => applyAccess(schema)).toThrow('in force already')
})
