import { expect, test } from 'vitest'
import { anonymous, type Hat, type Viewer } from '#access'
import { canComment, canReopenThread, canResolve, canReword, type CommentFacts } from './policies'

const now = new Date('2026-11-02T10:00:00Z')
const HATS: readonly (Hat | null)[] = [
  null, 'CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER', 'REVIEWER', 'LEAD_REVIEWER',
  'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER', 'PARTNER',
] // prettier-ignore
const STATES = ['DRAFT', 'INTERNAL_APPROVAL', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'WITHDRAWN']
const SECRETARIAT_HATS: readonly (Hat | null)[] = ['CYCLE_OFFICER', 'METHODOLOGY_EDITOR', 'ADMINISTRATOR', 'PMMPT_OBSERVER'] // prettier-ignore

const viewer = (hat: Hat | null, administrationId: string | null = 'own'): Viewer => ({
  ...anonymous(now),
  hat,
  personId: hat ? `person-${hat}` : null,
  administrationId: SECRETARIAT_HATS.includes(hat) ? null : administrationId,
  assignedKpis: new Set(['a:TF-01-1']),
  assignedElements: new Set(['a:DECL_ALL']),
})
const assessment = (status: string) => ({ id: 'a', administrationId: 'own', status })
const comment = (over: Partial<CommentFacts> = {}): CommentFacts => ({
  id: 'c',
  threadId: 'c',
  kpiCode: 'TF-01-1',
  elementCode: null,
  authorId: 'person-COORDINATOR',
  removedAt: null,
  resolvedAt: null,
  ...over,
})

test.each(HATS)('%s speaks inside the administration in every state, or in none', (hat) => {
  const speaks = ['CONTRIBUTOR', 'COORDINATOR', 'APPROVER'].includes(hat ?? '')
  for (const status of STATES) {
    expect(canComment(viewer(hat), assessment(status), 'INTERNAL').allowed).toBe(speaks)
    expect(canComment(viewer(hat, 'another'), assessment(status), 'INTERNAL').allowed).toBe(false)
  }
})

test.each(HATS)('%s writes with the secretariat while it looks at the submission', (hat) => {
  const speaks = ['COORDINATOR', 'APPROVER', 'CYCLE_OFFICER'].includes(hat ?? '')
  for (const status of STATES) {
    const isOpen = ['SUBMITTED', 'RETURNED'].includes(status)
    const { allowed } = canComment(viewer(hat), assessment(status), 'SECRETARIAT')
    expect(allowed).toBe(speaks && isOpen)
  }
  const foreign = canComment(viewer(hat, 'another'), assessment('SUBMITTED'), 'SECRETARIAT')
  expect(foreign.allowed).toBe(hat === 'CYCLE_OFFICER')
})

test('a contributor speaks of what was assigned: a KPI, or an element', () => {
  const may = (kpiCode: string | null, elementCode: string | null) =>
    canComment(viewer('CONTRIBUTOR'), assessment('DRAFT'), 'INTERNAL', { kpiCode, elementCode }).code // prettier-ignore

  expect(may('TF-01-1', null)).toBe('OK')
  expect(may(null, 'DECL_ALL')).toBe('OK')
  expect(may('TF-01-2', null)).toBe('NOT_ASSIGNED')
  expect(may(null, 'DECL_ELECTRONIC')).toBe('NOT_ASSIGNED')
})

test('only the author changes the words, and only while they stand', () => {
  const may = (hat: Hat, over: Partial<CommentFacts> = {}) =>
    canReword(viewer(hat), assessment('DRAFT'), 'INTERNAL', comment(over)).code

  expect(may('COORDINATOR')).toBe('OK')
  expect(may('APPROVER')).toBe('NOT_YOURS')
  expect(may('COORDINATOR', { removedAt: now })).toBe('WRONG_STATE')
})

test('what was said to the secretariat stands once the assessment is accepted', () => {
  const may = (status: string) =>
    canReword(viewer('COORDINATOR'), assessment(status), 'SECRETARIAT', comment()).code

  expect([may('RETURNED'), may('ACCEPTED')]).toEqual(['OK', 'WRONG_STATE'])
})

test('nobody signed in is told to sign in, whatever they ask', () => {
  const facts = [
    viewer(null),
    assessment('DRAFT'),
    'INTERNAL',
    comment({ resolvedAt: now }),
  ] as const
  for (const policy of [canComment, canReword, canResolve, canReopenThread]) {
    expect(policy(...facts).code).toBe('SIGN_IN_REQUIRED')
  }
})

test('only contributors are held to what was assigned', () => {
  const place = { kpiCode: 'TF-09-9', elementCode: 'OTHER' }
  const may = (hat: Hat) => canComment(viewer(hat), assessment('DRAFT'), 'INTERNAL', place).code

  expect([may('COORDINATOR'), may('APPROVER'), may('CONTRIBUTOR')]).toEqual(['OK', 'OK', 'NOT_ASSIGNED']) // prettier-ignore
})

test('a thread is resolved and opened again at its first comment, by whoever may speak', () => {
  const facts = (over: Partial<CommentFacts> = {}) =>
    [viewer('APPROVER'), assessment('DRAFT'), 'INTERNAL', comment(over)] as const

  expect(canResolve(...facts()).code).toBe('OK')
  expect(canResolve(...facts({ resolvedAt: now })).code).toBe('WRONG_STATE')
  expect(canResolve(...facts({ threadId: 'another' })).code).toBe('WRONG_STATE')
  expect(canReopenThread(...facts({ resolvedAt: now })).code).toBe('OK')
  expect(canReopenThread(...facts()).code).toBe('WRONG_STATE')
  expect(canResolve(viewer('VIEWER'), assessment('DRAFT'), 'INTERNAL', comment()).code).toBe('WRONG_HAT') // prettier-ignore
  expect(canReopenThread(...facts({ threadId: 'another', resolvedAt: now })).code).toBe(
    'WRONG_STATE',
  )
  expect(canReopenThread(viewer('VIEWER'), assessment('DRAFT'), 'INTERNAL', comment({ resolvedAt: now })).code).toBe('WRONG_HAT') // prettier-ignore
})
