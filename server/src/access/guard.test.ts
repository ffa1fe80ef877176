import { graphqlSync, type GraphQLObjectType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { MEMBER, OWNER, PARTNER, PUBLIC, SECRETARIAT, type Audience } from './audience'
import { CONDITIONS, type Condition } from './conditions'
import { admits, guardField, guardProperty, type AccessContext, type Guarded } from './guard'
import { refusal } from './guard-root'
import { takeReads } from './reads'
import { RefusalCollector } from './refusals'
import type { Row } from './row'
import type { RowClass } from './row-class'
import { compileRule } from './rule'
import { schemaFromSdl } from './schema-from-sdl.fixture'
import { applyAccess } from './transform'
import type { Viewer } from './viewer'
import { ASSESSMENT, FREEDONIA, SUBMISSION, SYLVANIA, assignment, wearing } from './viewer.fixture'
import { WithheldCollector } from './withheld'

const guarded = (
  audiences: number,
  when: Condition | null,
  rowClass: RowClass,
  facts: Partial<Guarded> = {},
): Guarded => ({
  rule: compileRule({ audiences, when }, CONDITIONS),
  rowClass,
  report: () => {},
  isContent: false,
  saysItself: false,
  ...facts,
})

const info = { path: { prev: undefined, key: 'value', typename: undefined } } as never

// Both guards decide the same, whether they call a resolver or read a property.
const GUARDS = [
  ['a resolver', (what: Guarded) => guardField(what, (source) => (source as Row).value)],
  ['a property', (what: Guarded) => guardProperty(what, 'value')],
] as const

const submitted = {
  value: 'canary',
  copy: 'SUBMITTED',
  administrationId: FREEDONIA,
  assessmentId: ASSESSMENT,
  submissionId: SUBMISSION,
  assessmentStatus: 'ACCEPTED',
  kpiCode: 'TF-01-1',
}
const reviewer = () => wearing('REVIEWER', { reviewAssignments: [assignment()] })

describe.each(GUARDS)('the guard over %s', (_what, over) => {
  const read = (what: Guarded, row: Row, viewer: Viewer) => {
    const withheld = new WithheldCollector()
    const value: unknown = over(what)(row, {}, { viewer, withheld }, info)
    return [value, withheld.extension?.map((each) => 'reason' in each && each.reason)]
  }

  test('lets in by the rule, at once or by its condition, and nobody else', () => {
    const what = guarded(OWNER | SECRETARIAT, 'COORDINATION', 'COMMENT')
    const row = { value: 'canary', administrationId: FREEDONIA }

    expect(read(what, row, wearing('CYCLE_OFFICER'))).toEqual(['canary', undefined])
    expect(read(what, row, wearing('COORDINATOR'))).toEqual(['canary', undefined])
    expect(read(what, row, wearing('VIEWER'))).toEqual([null, ['WITHHELD']])
    expect(read(what, row, wearing('ADMINISTRATOR'))).toEqual([null, ['WITHHELD']])
    expect(read(what, row, wearing('COORDINATOR', { administrationId: SYLVANIA }))).toEqual([
      null,
      ['WITHHELD'],
    ])
  })

  test('says why by what the viewer holds', () => {
    const shared = guarded(OWNER | SECRETARIAT, 'SHARED_BY_MEMBER', 'GAP')
    const row = { value: 'canary', administrationId: FREEDONIA, shareWithSecretariat: false }

    expect(read(shared, row, wearing('CYCLE_OFFICER'))).toEqual([null, ['NOT_SHARED']])
    expect(read(shared, row, wearing('ADMINISTRATOR'))).toEqual([null, ['WITHHELD']])
  })

  test.each([
    ['PARTNER', PARTNER | SECRETARIAT, 'PUBLISHED', 'OUT_OF_SCOPE'],
    ['PARTNER', SECRETARIAT, 'PUBLISHED', 'WITHHELD'],
    ['PARTNER', PARTNER | SECRETARIAT, 'EMBARGOED', 'WITHHELD'],
    ['VIEWER', PARTNER | SECRETARIAT, 'PUBLISHED', 'WITHHELD'],
    [null, PARTNER | SECRETARIAT, 'PUBLISHED', 'WITHHELD'],
  ] as const)('tells %s, under rule %i on a %s row, %s', (hat, audiences, status, reason) => {
    const row = { value: 'canary', status, edition: 'PUBLIC', kpiCode: 'TF-01-1' }

    expect(read(guarded(audiences, null, 'CELL'), row, wearing(hat))).toEqual([null, [reason]])
  })

  test('tells a partner of no scope where the row is theirs already', () => {
    const row = { value: 'canary', status: 'EMBARGOED', edition: 'PUBLIC', kpiCode: 'TF-01-1' }
    const partner = wearing('PARTNER', { scopes: ['read:embargo'] })

    expect(read(guarded(PUBLIC, null, 'CELL'), row, partner)).toEqual(['canary', undefined])
    expect(read(guarded(SECRETARIAT, null, 'CELL'), row, partner)).toEqual([null, ['WITHHELD']])
    // Held as a partner and yet kept out, by a condition of another audience.
    const what = guarded(PARTNER | SECRETARIAT, null, 'CELL')
    const without = { ...what, rule: { ...what.rule, free: SECRETARIAT } }
    expect(read(without, row, partner)).toEqual([null, ['WITHHELD']])
  })

  test('refuses in silence where the type says it itself, or nobody listens', () => {
    const what = guarded(SECRETARIAT, null, 'COMMENT', { saysItself: true })
    const row = { value: 'canary', administrationId: FREEDONIA }

    expect(read(what, row, wearing('VIEWER'))).toEqual([null, undefined])
    expect(
      over({ ...what, saysItself: false })(row, {}, { viewer: wearing('VIEWER') }, info),
    ).toBeNull()
  })

  test('notes content that somebody else than its owner is given', () => {
    const content = guarded(PUBLIC, null, 'CONTENT', { isContent: true })
    const outsider = reviewer()
    const owner = wearing('COORDINATOR')

    read(content, submitted, outsider)
    read(content, submitted, owner)

    expect(takeReads(outsider).map(({ responses }) => [...responses])).toEqual([['TF-01-1']])
    expect(takeReads(owner)).toEqual([])
  })

  test('notes what is read through an owner’s eyes, the copy being edited too', () => {
    const owner = wearing('COORDINATOR')
    const through: Viewer = {
      ...owner,
      supportView: { id: 'view', personId: 'administrator' } as NonNullable<Viewer['supportView']>,
    }
    const content = guarded(OWNER, null, 'CONTENT', { isContent: true })

    read(content, { ...submitted, copy: 'WORKING' }, through)
    read(content, { ...submitted, copy: 'WORKING' }, owner)

    expect(takeReads(through).map(({ kind, responses }) => [kind, ...responses])).toEqual([
      ['WORKING', 'TF-01-1'],
    ])
    expect(takeReads(owner)).toEqual([])
  })

  test('notes neither what is no content nor what was refused', () => {
    const outsider = reviewer()

    read(guarded(PUBLIC, null, 'CONTENT'), submitted, outsider)
    read(guarded(OWNER, null, 'CONTENT', { isContent: true }), submitted, outsider)

    expect(takeReads(outsider)).toEqual([])
  })
})

test('a condition is asked of the audiences a rule names, never of another the viewer holds', () => {
  const asked: Audience[] = []
  const rule = {
    ...compileRule({ audiences: OWNER, when: 'COORDINATION' }, CONDITIONS),
    condition: {
      ...CONDITIONS.COORDINATION,
      holds: (_viewer: Viewer, _row: Row, audience: Audience) => {
        asked.push(audience)
        return audience !== OWNER
      },
    },
  }

  expect(admits(rule, wearing('COORDINATOR'), OWNER | MEMBER, {}, () => {})).toBe(false)
  expect(asked).toEqual([OWNER])
})

describe('refused at the root', () => {
  const schema = schemaFromSdl(`
    type Query {
      own(secret: Boolean @access(to: [SECRETARIAT])): String @access(to: [MEMBER])
    }
    type Mutation {
      change(input: Change @access(to: [PUBLIC])): Region @access(to: [MEMBER, SECRETARIAT, PARTNER])
    }
    input Change { level: String @access(to: [SECRETARIAT]) }
    type Region @rows(class: REGISTER) @access(to: [PUBLIC]) {
      name(internal: Boolean @access(to: [OWNER])): String @access(to: [PUBLIC])
    }`)
  let changes = 0
  const resolvers = schema.getMutationType() as GraphQLObjectType
  resolvers.getFields().change!.resolve = () => {
    changes += 1
    return { name: 'Freedonia', administrationId: FREEDONIA }
  }
  applyAccess(schema)

  const ask = (viewer: Viewer, source: string) => {
    const refusals = new RefusalCollector()
    const contextValue: AccessContext = { viewer, refusals }
    const { errors = [] } = graphqlSync({ schema, source, contextValue })
    return { reasons: errors.map(({ extensions }) => extensions.reason), refused: refusals.take() }
  }

  test('a command leaves a line for the audit log of the person', () => {
    const line = [{ action: 'change', input: {}, codes: ['FORBIDDEN'] }]

    expect(ask(wearing('REVIEWER'), 'mutation { change { name } }')).toEqual({
      reasons: ['WRONG_HAT'],
      refused: line,
    })
    expect(ask(wearing(null), 'mutation { change { name } }')).toEqual({
      reasons: ['SIGN_IN_REQUIRED'],
      refused: [],
    })
  })

  test('so does a command with an input that is not the person’s to give', () => {
    const { reasons, refused } = ask(
      wearing('VIEWER'),
      'mutation { change(input: { level: "x" }) { name } }',
    )

    expect(reasons).toEqual(['WRONG_HAT'])
    expect(refused.map(({ action }) => action)).toEqual(['change'])
  })

  test('a question leaves none, nor does an argument below the root', () => {
    expect(ask(wearing('CYCLE_OFFICER'), '{ own }').refused).toEqual([])
    expect(ask(wearing('VIEWER'), '{ own(secret: true) }').refused).toEqual([])
    expect(ask(wearing('CYCLE_OFFICER'), 'mutation { change { name(internal: true) } }')).toEqual({
      reasons: ['WRONG_HAT'],
      refused: [],
    })
  })

  test('a token changes nothing, whatever the rule says', () => {
    changes = 0

    expect(ask(wearing('PARTNER'), 'mutation { change { name } }').reasons).toEqual([
      'QUERIES_ONLY',
    ])
    expect(changes).toBe(0)
    expect(ask(wearing('VIEWER'), 'mutation { change { name } }').reasons).toEqual([])
    expect(changes).toBe(1)
  })

  test('an unfinished sign-in is told to finish', () => {
    const reasonOf = (unfinished: Viewer['unfinished']) =>
      refusal(wearing(null, unfinished ? { unfinished } : {}), 'own').extensions.reason
    const setup = {
      step: 'SECOND_FACTOR_SETUP',
      hat: 'ADMINISTRATOR',
      administrationId: null,
    } as const

    expect(reasonOf({ step: 'SECOND_FACTOR' })).toBe('SECOND_FACTOR_REQUIRED')
    expect(reasonOf(setup)).toBe('SECOND_FACTOR_SETUP_REQUIRED')
    expect(reasonOf(undefined)).toBe('SIGN_IN_REQUIRED')
  })
})
