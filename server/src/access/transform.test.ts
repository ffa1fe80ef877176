import {
  execute,
  graphqlSync,
  parse,
  subscribe,
  type ExecutionResult,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { createHook } from 'node:async_hooks'
import { describe, expect, test } from 'vitest'
import { CONDITIONS } from './conditions'
import { embed } from './embed'
import { schemaFromSdl } from './schema-from-sdl.fixture'
import { applyAccess } from './transform'
import { anonymous, type Hat, type Viewer } from './viewer'
import { ASSESSMENT, FREEDONIA, NOW, SYLVANIA, assignment, wearing } from './viewer.fixture'
import { WithheldCollector } from './withheld'

type Resolve = (...asked: never[]) => unknown
type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolve>>>>

/** A schema in force, its rows and resolvers given by type and field. */
function inForce(
  sdl: string,
  resolvers: Resolvers,
  onDefect?: (message: string) => void,
): GraphQLSchema {
  const schema = schemaFromSdl(sdl)
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName) as GraphQLObjectType
    for (const [name, resolve] of Object.entries(fields)) {
      type.getFields()[name]!.resolve = resolve as never
    }
  }
  return applyAccess(schema, onDefect ? { onDefect } : {})
}

function ask(schema: GraphQLSchema, viewer: Viewer, source: string, variableValues = {}) {
  const withheld = new WithheldCollector()
  const answer = graphqlSync({ schema, source, variableValues, contextValue: { viewer, withheld } })
  return { ...plain(answer), withheld: withheld.extension }
}

const plain = ({ data, errors }: ExecutionResult) => ({
  data: JSON.parse(JSON.stringify(data ?? null)) as unknown,
  codes: errors?.map((error) => error.extensions.code),
})

const CONTENT = `
  type Query {
    node: Node @access(to: [PUBLIC])
    either: Either @access(to: [PUBLIC])
    response: Response @access(to: [PUBLIC])
  }
  interface Node { id: ID! @access(to: [PUBLIC]) note: String @access(to: [PUBLIC]) }
  union Either = Response | Region
  type Response implements Node @rows(class: CONTENT) @access(to: [PUBLIC]) {
    id: ID! @access(to: [PUBLIC])
    note: String @access(to: [OWNER])
  }
  type Region @rows(class: REGISTER) @access(to: [PUBLIC]) { id: ID! @access(to: [PUBLIC]) }
`
const RESPONSE = {
  __typename: 'Response',
  id: '1',
  note: 'canary',
  copy: 'SUBMITTED',
  administrationId: FREEDONIA,
  assessmentId: ASSESSMENT,
  submissionId: 'first submission of Freedonia',
  assessmentStatus: 'ACCEPTED',
  kpiCode: 'TF-01-1',
}
const contentSchema = inForce(CONTENT, {
  Query: { node: () => RESPONSE, either: () => RESPONSE, response: () => RESPONSE },
})

describe('a hidden field stays hidden', () => {
  const reviewer = wearing('REVIEWER', { reviewAssignments: [assignment()] })

  test.each([
    ['directly', '{ response { id note } }'],
    ['under an alias', '{ response { id renamed: note } }'],
    ['through an interface', '{ node { id note } }'],
    ['by fragment from an interface', '{ node { ... on Response { note } } }'],
    ['by fragment from a union', '{ either { ... on Response { note } } }'],
    [
      'by fragment to a concrete type and back',
      '{ either { ... on Node { ...r } } } fragment r on Response { ... on Node { note } }',
    ],
    ['under a directive', 'query ($yes: Boolean = true) { response { note @include(if: $yes) } }'],
  ])('%s', (_way, source) => {
    const asOutsider = ask(contentSchema, reviewer, source)
    const asOwner = ask(contentSchema, wearing('APPROVER'), source)

    expect(JSON.stringify(asOutsider)).not.toContain('canary')
    expect(asOutsider.codes).toBeUndefined()
    expect(JSON.stringify(asOwner.data)).toContain('canary')
  })

  test('also in a list of own and foreign rows, where only the foreign ones are null', () => {
    const schema = inForce(CONTENT.replace('response: Response', 'response: [Response!]!'), {
      Query: { response: () => [RESPONSE, { ...RESPONSE, administrationId: SYLVANIA }] },
    })

    const { data } = ask(schema, wearing('APPROVER'), '{ response { note } }')

    expect(data).toEqual({ response: [{ note: 'canary' }, { note: null }] })
  })

  test('when its row lacks a column, which is told without a value', () => {
    const defects: string[] = []
    const { administrationId: _left, ...rest } = RESPONSE
    const schema = inForce(CONTENT, { Query: { response: () => rest } }, (text) =>
      defects.push(text),
    )

    const { data } = ask(schema, wearing('APPROVER'), '{ response { id note } }')

    expect(data).toEqual({ response: null })
    expect(defects).toEqual(['Access denied on a CONTENT row: column administrationId is missing.'])
  })
})

describe('conditions', () => {
  const sdl = `
    type Query { finding: Finding @access(to: [PUBLIC]) report: Report @access(to: [PUBLIC]) }
    type Finding @rows(class: REVIEW_ITEM) @access(to: [OWNER, REVIEWER, SECRETARIAT]) {
      text: String @access(to: [OWNER, REVIEWER, SECRETARIAT], when: REVIEW_STAGE)
    }
    type Report @rows(class: REVIEW) @access(to: [PUBLIC]) {
      report: String @access(to: [OWNER, REVIEWER, SECRETARIAT, MEMBER, PARTNER, PUBLIC], when: REPORT_LEVEL)
    }
  `
  const finding = {
    text: 'canary',
    administrationId: FREEDONIA,
    reviewId: 'review of Freedonia',
    authorId: 'person as REVIEWER',
    itemStatus: 'DRAFT',
    reviewStatus: 'IN_PROGRESS',
  }
  const reviewing = { reviewAssignments: [assignment()] }

  test.each([
    ['the author', wearing('REVIEWER', reviewing), 'canary'],
    ['the team', wearing('LEAD_REVIEWER', reviewing), null],
    ['the owner', wearing('COORDINATOR'), null],
    ['the officer', wearing('CYCLE_OFFICER'), null],
  ] as const)('a draft finding is for its author: %s', (_who, viewer, text) => {
    const schema = inForce(sdl, { Query: { finding: () => finding } })

    const answer = ask(schema, viewer, '{ finding { text } }')

    expect(answer.data).toEqual({ finding: { text } })
    expect(answer.withheld).toEqual(
      text === null ? [{ path: ['finding', 'text'], reason: 'NOT_SHARED' }] : undefined,
    )
  })

  const released = { copy: 'RELEASED', status: 'PUBLISHED', report: 'canary' }

  test.each([
    ['NATIONAL', 'MEMBERS', 'COORDINATOR', null],
    ['WCO', 'MEMBERS', 'COORDINATOR', 'canary'],
    ['WCO', 'PUBLIC', null, null],
    ['PUBLIC', 'PUBLIC', null, 'canary'],
  ] as const)(
    'a report opened to %s, in the edition %s, for %s: %s',
    (reportLevel, edition, hat, report) => {
      const row = { ...released, reportLevel, edition }
      const schema = inForce(sdl, { Query: { report: () => row } })

      expect(ask(schema, wearing(hat), '{ report { report } }').data).toEqual({
        report: { report },
      })
    },
  )

  test.each([
    ['WCO', null],
    ['PUBLIC', 'canary'],
  ])(
    'who enters as the public meets the condition of the public: %s gives %s',
    (reportLevel, report) => {
      const narrow = sdl.replace(
        'OWNER, REVIEWER, SECRETARIAT, MEMBER, PARTNER, PUBLIC',
        'OWNER, PUBLIC',
      )
      const row = { ...released, reportLevel, edition: 'MEMBERS' }
      const schema = inForce(narrow, { Query: { report: () => row } })

      expect(ask(schema, wearing('COORDINATOR'), '{ report { report } }').data).toEqual({
        report: { report },
      })
    },
  )

  test('a promise is no answer', () => {
    const schema = schemaFromSdl(sdl)
    schema.getQueryType()!.getFields().finding!.resolve = () => finding
    const holds = (() => Promise.resolve(true)) as never
    applyAccess(schema, {
      conditions: { ...CONDITIONS, REVIEW_STAGE: { ...CONDITIONS.REVIEW_STAGE, holds } },
    })

    const { data } = ask(schema, wearing('COORDINATOR'), '{ finding { text } }')

    expect(data).toEqual({ finding: { text: null } })
  })

  test('a rule that throws denies and is told', () => {
    const defects: string[] = []
    const { itemStatus: _left, ...rest } = finding
    const schema = inForce(
      sdl,
      { Query: { finding: () => ({ ...rest, itemStatus: undefined }) } },
      (text) => defects.push(text),
    )

    const { data } = ask(schema, wearing('COORDINATOR'), '{ finding { text } }')

    expect(data).toEqual({ finding: { text: null } })
    expect(defects).toHaveLength(1)
  })
})

describe('withheld fields', () => {
  const sdl = (more: string) => `
    type Query { rows: [Row!]! @access(to: [PUBLIC]) }
    type Row @rows(class: REGISTER) @access(to: [PUBLIC]) {
      id: ID! @access(to: [PUBLIC]) note: String @access(to: [SECRETARIAT])
      feed: String @access(to: [PARTNER, SECRETARIAT]) ${more}
    }
  `
  const rows = (count: number) =>
    Array.from({ length: count }, (_, id) => ({ id, note: 'x', feed: 'y' }))

  test('are listed with their path as answered', () => {
    const schema = inForce(sdl(''), { Query: { rows: () => rows(1) } })

    const { withheld } = ask(schema, wearing('VIEWER'), '{ all: rows { id remark: note } }')

    expect(withheld).toEqual([{ path: ['all', 0, 'remark'], reason: 'WITHHELD' }])
  })

  test('are listed a hundred times, then counted', () => {
    const schema = inForce(sdl(''), { Query: { rows: () => rows(130) } })

    const { withheld } = ask(schema, wearing('VIEWER'), '{ rows { note } }')

    expect(withheld).toHaveLength(101)
    expect(withheld?.at(99)).toEqual({ path: ['rows', 99, 'note'], reason: 'WITHHELD' })
    expect(withheld?.at(100)).toEqual({ more: 30 })
  })

  test('are not listed where an access field stands beside them', () => {
    const schema = inForce(sdl('access: String @access(to: [PUBLIC])'), {
      Query: { rows: () => rows(1) },
    })

    const { data, withheld } = ask(schema, wearing('VIEWER'), '{ rows { note } }')

    expect(data).toEqual({ rows: [{ note: null }] })
    expect(withheld).toBeUndefined()
  })

  test('tell a partner that a scope is missing', () => {
    const schema = inForce(sdl(''), { Query: { rows: () => rows(1) } })
    const query = '{ rows { feed } }'

    const without = ask(schema, wearing('PARTNER'), query)
    const with_ = ask(schema, wearing('PARTNER', { scopes: ['read:public'] }), query)

    expect(without.withheld).toEqual([{ path: ['rows', 0, 'feed'], reason: 'OUT_OF_SCOPE' }])
    expect(with_.data).toEqual({ rows: [{ feed: 'y' }] })
  })
})

describe('the root', () => {
  const schema = inForce(
    `type Query {
      open: String @access(to: [PUBLIC])
      board: String @access(to: [SECRETARIAT], when: STAFF)
      own: String @access(to: [MEMBER])
    }`,
    { Query: { open: () => 'open', board: () => 'board', own: () => 'own' } },
  )

  test.each([
    [null, 'own', ['UNAUTHENTICATED']],
    ['CYCLE_OFFICER', 'own', ['FORBIDDEN']],
    ['REVIEWER', 'own', ['FORBIDDEN']],
    ['VIEWER', 'own', undefined],
    ['CYCLE_OFFICER', 'board', undefined],
    ['PMMPT_OBSERVER', 'board', ['FORBIDDEN']],
    ['VIEWER', 'board', ['FORBIDDEN']],
    [null, 'open', undefined],
  ] as const)('answers %s asking %s with %s', (hat, field, codes) => {
    expect(ask(schema, wearing(hat), `{ ${field} }`).codes).toEqual(codes)
  })

  test('refuses one field and answers the others', () => {
    const { data } = ask(schema, anonymous(NOW), '{ open own }')

    expect(data).toEqual({ open: 'open', own: null })
  })

  test('without a viewer answers nothing that is restricted', () => {
    const answer = graphqlSync({ schema, source: '{ own }', contextValue: {} })

    expect(answer.errors).toHaveLength(1)
    expect(answer.data).toEqual({ own: null })
  })
})

test('a subscription is refused before its source is opened', async () => {
  let opened = 0
  const schema = schemaFromSdl(`
    type Query { open: String @access(to: [PUBLIC]) }
    type Subscription { changed: String @access(to: [MEMBER]) }
  `)
  schema.getSubscriptionType()!.getFields().changed!.subscribe = async function* changes() {
    opened += 1
    yield { changed: 'yes' }
  }
  applyAccess(schema)
  const document = parse('subscription { changed }')
  const as = (hat: Hat | null) =>
    subscribe({ schema, document, contextValue: { viewer: wearing(hat) } })

  const refused = await as(null)
  expect(plain(refused as ExecutionResult).codes).toEqual(['UNAUTHENTICATED'])
  expect(opened).toBe(0)

  const events = (await as('VIEWER')) as AsyncGenerator<ExecutionResult>
  expect((await events.next()).value.data).toEqual({ changed: 'yes' })
})

describe('arguments and input fields', () => {
  const calls: unknown[] = []
  const schema = inForce(
    `type Query {
      list(code: ID @access(to: [PUBLIC]) drafts: Boolean @access(to: [SECRETARIAT])): String @access(to: [PUBLIC])
      save(input: Outer @access(to: [PUBLIC])): String @access(to: [PUBLIC])
      region: Region @access(to: [PUBLIC])
    }
    input Outer { name: String @access(to: [PUBLIC]) rows: [[Inner!]!] @access(to: [PUBLIC]) }
    input Inner {
      value: String @access(to: [PUBLIC])
      level: String @access(to: [SECRETARIAT], when: STAFF)
      nested: Inner @access(to: [PUBLIC])
      again: Outer @access(to: [PUBLIC])
    }
    type Region @rows(class: REGISTER) @access(to: [PUBLIC]) {
      name(internal: Boolean @access(to: [OWNER])): String @access(to: [PUBLIC])
    }`,
    {
      Query: {
        list: () => calls.push('list'),
        save: () => calls.push('save'),
        region: () => ({ administrationId: FREEDONIA }),
      },
      Region: { name: () => 'Freedonia' },
    },
  )

  test.each([
    ['a restricted argument', '{ list(drafts: true) }'],
    ['a restricted argument given as null', '{ list(drafts: null) }'],
    [
      'an input field in a list of lists',
      '{ save(input: { rows: [[], [{ value: "a" }, { level: "x" }]] }) }',
    ],
    [
      'an input field inside its own type',
      '{ save(input: { rows: [[{ nested: { nested: { level: "x" } } }]] }) }',
    ],
    [
      'an input field around a circle',
      '{ save(input: { rows: [[{ again: { rows: [[{ level: "x" }]] } }]] }) }',
    ],
    [
      'an input field in a single value taken as list',
      '{ save(input: { rows: { level: null } }) }',
    ],
  ])('refuse %s before anything happens', (_what, source) => {
    calls.length = 0

    expect(ask(schema, anonymous(NOW), source).codes).toEqual(['UNAUTHENTICATED'])
    expect(ask(schema, wearing('VIEWER'), source).codes).toEqual(['FORBIDDEN'])
    expect(calls).toEqual([])

    expect(ask(schema, wearing('CYCLE_OFFICER'), source).codes).toBeUndefined()
    expect(calls).toHaveLength(1)
  })

  test('are found from wherever a circle of inputs is entered', () => {
    const circle = inForce(
      `type Query {
        save(outer: Outer @access(to: [PUBLIC]), inner: Inner @access(to: [PUBLIC])): String @access(to: [PUBLIC])
      }
      input Outer { inner: Inner @access(to: [PUBLIC]) level: String @access(to: [SECRETARIAT]) }
      input Inner { again: Outer @access(to: [PUBLIC]) }`,
      { Query: { save: () => 'saved' } },
    )

    for (const given of [
      'outer: { level: "x" }',
      'inner: { again: { inner: { again: { level: "x" } } } }',
    ]) {
      expect(ask(circle, wearing('VIEWER'), `{ save(${given}) }`).codes).toEqual(['FORBIDDEN'])
    }
  })

  test('are found in an input of nothing else, and behind one that is open', () => {
    const closed = inForce(
      `type Query {
        save(open: Open @access(to: [PUBLIC]), closed: Closed @access(to: [PUBLIC])): String @access(to: [PUBLIC])
      }
      input Open { name: String @access(to: [PUBLIC]) closed: Closed @access(to: [PUBLIC]) }
      input Closed { level: String @access(to: [SECRETARIAT]) }`,
      { Query: { save: () => 'saved' } },
    )

    for (const given of [
      'closed: { level: "x" }',
      'open: { name: "a" }, closed: { level: "x" }',
      'open: { name: "a", closed: {} }, closed: { level: "x" }',
    ]) {
      expect(ask(closed, wearing('VIEWER'), `{ save(${given}) }`).codes).toEqual(['FORBIDDEN'])
    }
  })

  test('refuse what comes by variable', () => {
    const source = 'query ($input: Outer) { save(input: $input) }'
    const variables = { input: { rows: [[{ value: 'a', level: 'x' }]] } }

    expect(ask(schema, wearing('VIEWER'), source, variables).codes).toEqual(['FORBIDDEN'])
    expect(ask(schema, wearing('PMMPT_OBSERVER'), source, variables).codes).toEqual(['FORBIDDEN'])
    expect(ask(schema, wearing('ADMINISTRATOR'), source, variables).codes).toBeUndefined()
  })

  test('let pass what is open, and restricted ones that are not given', () => {
    const open =
      '{ list(code: "1") save(input: { name: "a", rows: [[{ value: "b", nested: null }]] }) }'

    expect(ask(schema, anonymous(NOW), open).codes).toBeUndefined()
  })

  test('on a row are judged by the row', () => {
    const source = '{ region { name(internal: true) } }'

    expect(ask(schema, wearing('COORDINATOR'), source).data).toEqual({
      region: { name: 'Freedonia' },
    })
    expect(ask(schema, wearing('CYCLE_OFFICER'), source).codes).toEqual(['FORBIDDEN'])
  })
})

describe('embedded objects', () => {
  const sdl = `
    type Query { findings: [Finding!]! @access(to: [PUBLIC]) }
    type Finding @rows(class: COMMENT) @access(to: [OWNER, SECRETARIAT]) {
      author: Card @access(to: [OWNER, SECRETARIAT])
      later: Card @access(to: [OWNER, SECRETARIAT])
      readers: [Card!] @access(to: [OWNER, SECRETARIAT])
    }
    type Card @rows(class: PERSON_CARD) @access(to: [PUBLIC]) {
      name: String @access(to: [OWNER])
      contact: Contact @access(to: [PUBLIC])
    }
    type Contact @rows(class: EMBEDDED) @access(to: [PUBLIC]) { mail: String @access(to: [OWNER]) }
  `
  // One card object on rows of two administrations, as a batch or a cache would hand it out.
  const card = { name: 'canary', contact: { mail: 'canary' } }
  const finding = (administrationId: string) => ({
    administrationId,
    author: card,
    readers: [card, card],
    later: null,
  })
  const source = '{ findings { author { name contact { mail } } readers { name } } }'

  test('stand under the row they are shown on, though shared between rows', () => {
    const schema = inForce(sdl, {
      Query: { findings: () => [finding(FREEDONIA), finding(SYLVANIA)] },
      Finding: { author: (row: never) => (row as { author: unknown }).author },
    })

    const asMember = ask(schema, wearing('COORDINATOR'), source)
    const asOfficer = ask(schema, wearing('CYCLE_OFFICER'), source)

    expect(asMember.data).toEqual({
      findings: [
        {
          author: { name: 'canary', contact: { mail: 'canary' } },
          readers: [{ name: 'canary' }, { name: 'canary' }],
        },
        { author: null, readers: null },
      ],
    })
    expect(JSON.stringify(asOfficer)).not.toContain('canary')
    expect(asOfficer.codes).toBeUndefined()
  })

  test('deny when a promise brought them without their row, and answer when it did', async () => {
    const defects: string[] = []
    const schema = inForce(
      sdl,
      {
        Query: { findings: () => [finding(FREEDONIA)] },
        Finding: {
          author: async () => ({ ...card }),
          later: async (row: never) => embed('COMMENT', row, { ...card }),
        },
      },
      (text) => defects.push(text),
    )

    const { data } = await execute({
      schema,
      document: parse('{ findings { author { name } later { name } } }'),
      contextValue: { viewer: wearing('COORDINATOR') },
    })

    expect(plain({ data: data ?? null }).data).toEqual({
      findings: [{ author: { name: null }, later: { name: 'canary' } }],
    })
    expect(defects[0]).toContain('not handed its row')
  })
})

function promisesDuring(work: () => unknown): number {
  let promises = 0
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'PROMISE') promises += 1
    },
  })
  hook.enable()
  work()
  hook.disable()
  return promises
}

test('ten thousand guarded fields add no promise', () => {
  const schema = inForce(
    `type Query { rows: [Row!]! @access(to: [PUBLIC]) }
     type Row @rows(class: COMMENT) @access(to: [OWNER, SECRETARIAT]) {
       ${Array.from({ length: 10 }, (_, n) => `f${n}: Int @access(to: [OWNER], when: COORDINATION)`).join('\n')}
     }`,
    {
      Query: {
        rows: () =>
          Array.from({ length: 1000 }, (_, n) => ({
            administrationId: n % 2 ? FREEDONIA : SYLVANIA,
            ...Object.fromEntries(Array.from({ length: 10 }, (_each, f) => [`f${f}`, f])),
          })),
      },
    },
  )
  const document = parse(`{ rows { ${Array.from({ length: 10 }, (_, n) => `f${n}`).join(' ')} } }`)
  let answer: unknown
  const promises = promisesDuring(() => {
    answer = execute({ schema, document, contextValue: { viewer: wearing('COORDINATOR') } })
  })

  expect(answer).not.toBeInstanceOf(Promise)
  const rows = (answer as ExecutionResult).data!.rows as { f9: number | null }[]
  expect(rows.filter((row) => row.f9 === 9)).toHaveLength(500)
  expect(promises).toBe(0)
  expect(promisesDuring(() => Promise.resolve())).toBe(1)
})
