import { expect, test } from 'vitest'
import { mayRead } from './may-read'
import { takeReads } from './reads'
import { schemaFromSdl } from './schema-from-sdl.fixture'
import { applyAccess } from './transform'
import { ASSESSMENT, FREEDONIA, SUBMISSION, SYLVANIA, assignment, wearing } from './viewer.fixture'

const schema = applyAccess(
  schemaFromSdl(`
    type Query { response: Response @access(to: [PUBLIC]) }
    interface Node { id: ID @access(to: [PUBLIC]) }
    type Response implements Node @rows(class: CONTENT) @access(to: [PUBLIC]) {
      id: ID @access(to: [PUBLIC])
      note: String @access(to: [OWNER], when: COORDINATION)
      value: String @access(to: [OWNER, REVIEWER])
    }`),
)
const row = {
  copy: 'SUBMITTED',
  administrationId: FREEDONIA,
  assessmentId: ASSESSMENT,
  submissionId: SUBMISSION,
  assessmentStatus: 'ACCEPTED',
  kpiCode: 'TF-01-1',
}
const reviewing = { reviewAssignments: [assignment()] }

test.each([
  ['COORDINATOR', true, true],
  ['VIEWER', false, true],
  ['REVIEWER', false, true],
  ['CYCLE_OFFICER', false, false],
] as const)('%s reads the note: %s, the value: %s', (hat, note, value) => {
  const viewer = wearing(hat, hat === 'REVIEWER' ? reviewing : {})

  expect(mayRead(schema, viewer, 'Response.note', row)).toBe(note)
  expect(mayRead(schema, viewer, 'Response.value', row)).toBe(value)
})

test('a foreign row is read by nobody', () => {
  const stranger = wearing('COORDINATOR', { administrationId: SYLVANIA })

  expect(mayRead(schema, stranger, 'Response.value', row)).toBe(false)
})

test('a yes counts as read where it tells content', () => {
  const reviewer = wearing('REVIEWER', reviewing)

  mayRead(schema, reviewer, 'Response.note', row)
  mayRead(schema, reviewer, 'Response.id', row)
  expect(takeReads(reviewer)).toEqual([])

  mayRead(schema, reviewer, 'Response.value', row)
  expect(takeReads(reviewer)).toHaveLength(1)
})

test.each(['Response.lost', 'Lost.value', 'Query.response', 'Node.id', 'Response'] as const)(
  '%s has no rule to go by',
  (at) => {
    expect(() => mayRead(schema, wearing('COORDINATOR'), at as 'Response.lost', row)).toThrow(
      `The schema has no rule for ${at}.`,
    )
  },
)
