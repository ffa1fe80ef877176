import { describe, expect, test } from 'vitest'
import { anonymous, type Hat, type Permission, type Viewer } from '#access'
import { AssessmentStatus } from './enums'
import {
  canAccept,
  canAnswerItem,
  canAssign,
  canEdit,
  canEditElement,
  canEditKpi,
  canExtend,
  canMarkAssignment,
  canNote,
  canRateInstruments,
  canReopen,
  canRequestApproval,
  canResume,
  canReturn,
  canSendBack,
  canStart,
  canSubmit,
  canCancelWithdrawal,
  canWithdraw,
  type SignatureFacts,
} from './policies'
import { after, stateAfter, type AssessmentStep } from './transitions'

const now = new Date('2026-11-02T10:00:00Z')
const OWN = 'administration-own'
const HATS: readonly (Hat | null)[] = [
  null, 'CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER', 'REVIEWER', 'LEAD_REVIEWER',
  'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER', 'PARTNER',
] // prettier-ignore
const STATES = Object.keys(AssessmentStatus) as AssessmentStatus[]

const viewer = (hat: Hat | null, administrationId: string | null = OWN): Viewer => ({
  ...anonymous(now),
  hat,
  personId: hat ? `person-${hat}` : null,
  administrationId,
  assignedKpis: new Set(['a:TF-01-1']),
  assignedElements: new Set(['a:DECL_ALL', 'a:DECL_ELECTRONIC']),
  entrustedElements: new Set(['a:DECL_ALL']),
})

const facts = (over: Partial<SignatureFacts> = {}): SignatureFacts => ({
  id: 'a',
  administrationId: OWN,
  status: 'DRAFT',
  dueAt: '2026-12-01T00:00:00Z',
  withdrawalProposedBy: null,
  requiresApproval: true,
  cycleStatus: 'OPEN',
  cycleClosesAt: '2026-12-15T00:00:00Z',
  extendedUntil: null,
  enteredBy: ['person-CONTRIBUTOR', 'person-COORDINATOR'],
  ...over,
})

const everywhere = { kpis: null, elements: null }

type Policy = (viewer: Viewer, facts: SignatureFacts) => Permission

/** Action, and for every hat that is ever allowed the states in which it is. */
const TABLE: readonly [
  string,
  Policy,
  Partial<Record<Hat, readonly AssessmentStatus[]>>,
][] = [
  ['enter content', canEdit, { CONTRIBUTOR: ['DRAFT', 'RETURNED'], COORDINATOR: ['DRAFT', 'RETURNED'] }],
  ['write a working note', (v, f) => canNote(v, f, 'TF-01-1'), {
    CONTRIBUTOR: ['DRAFT', 'INTERNAL_APPROVAL', 'SUBMITTED', 'RETURNED', 'WITHDRAWN'],
    COORDINATOR: ['DRAFT', 'INTERNAL_APPROVAL', 'SUBMITTED', 'RETURNED', 'WITHDRAWN'],
  }],
  ['delegate', canAssign, { COORDINATOR: ['DRAFT', 'RETURNED'] }],
  ['mark their own part', (v, f) => canMarkAssignment(v, f, 'person-CONTRIBUTOR'), {
    CONTRIBUTOR: ['DRAFT', 'RETURNED'],
  }],
  ['ask for the signature', canRequestApproval, { COORDINATOR: ['DRAFT', 'RETURNED'] }],
  ['ask for it where nobody signs', (v, f) => canRequestApproval(v, { ...f, requiresApproval: false }), {
    COORDINATOR: ['DRAFT'],
  }],
  ['send back, or take the request back', canSendBack, {
    COORDINATOR: ['INTERNAL_APPROVAL'],
    APPROVER: ['INTERNAL_APPROVAL'],
  }],
  ['take up again', canResume, { COORDINATOR: ['WITHDRAWN'] }],
  ['submit', canSubmit, { APPROVER: ['INTERNAL_APPROVAL', 'RETURNED'] }],
  ['submit without a second signature', (v, f) => canSubmit(v, { ...f, requiresApproval: false }), {
    COORDINATOR: ['DRAFT', 'INTERNAL_APPROVAL', 'RETURNED'],
  }],
  ['answer a returned item', (v, f) => canAnswerItem(v, f, 'TF-01-1'), {
    CONTRIBUTOR: ['RETURNED'],
    COORDINATOR: ['RETURNED'],
  }],
  ['return', canReturn, { CYCLE_OFFICER: ['SUBMITTED'] }],
  ['accept', canAccept, { CYCLE_OFFICER: ['SUBMITTED'] }],
  ['reopen', canReopen, { CYCLE_OFFICER: ['SUBMITTED', 'ACCEPTED'] }],
  ['propose a withdrawal', canWithdraw, {
    COORDINATOR: ['DRAFT', 'INTERNAL_APPROVAL', 'SUBMITTED', 'RETURNED', 'ACCEPTED'],
  }],
  ['confirm a withdrawal', (v, f) => canWithdraw(v, { ...f, withdrawalProposedBy: 'person-COORDINATOR' }), {
    APPROVER: ['DRAFT', 'INTERNAL_APPROVAL', 'SUBMITTED', 'RETURNED', 'ACCEPTED'],
  }],
  ['end a proposed withdrawal', (v, f) => canCancelWithdrawal(v, { ...f, withdrawalProposedBy: 'person-COORDINATOR' }), {
    COORDINATOR: ['DRAFT', 'INTERNAL_APPROVAL', 'SUBMITTED', 'RETURNED', 'ACCEPTED'],
    APPROVER: ['DRAFT', 'INTERNAL_APPROVAL', 'SUBMITTED', 'RETURNED', 'ACCEPTED'],
  }],
] // prettier-ignore

describe.each(TABLE)('who may %s', (_action, policy, allowed) => {
  test.each(HATS)('hat %s, in every state', (hat) => {
    const states = STATES.filter((status) => policy(viewer(hat), facts({ status })).allowed)

    expect(states).toEqual(STATES.filter((status) => hat && allowed[hat]?.includes(status)))
  })

  test('nobody of another administration', () => {
    // It is the own assessment alone that can be started or taken up again; its caller looks for it.
    if (policy === canResume) return
    const strangers = HATS.filter((hat) => hat !== 'CYCLE_OFFICER').flatMap((hat) =>
      STATES.filter((status) => policy(viewer(hat, 'elsewhere'), facts({ status })).allowed),
    )

    expect(strangers).toEqual([])
  })
})

test('the part of another person is marked by nobody', () => {
  const codes = HATS.map((hat) => canMarkAssignment(viewer(hat), facts(), 'person-other').code)

  expect(codes).not.toContain('OK')
  expect(canMarkAssignment(viewer('CONTRIBUTOR'), facts(), 'person-other').code).toBe('NOT_ASSIGNED') // prettier-ignore
  expect(canMarkAssignment(viewer('COORDINATOR'), facts(), 'person-COORDINATOR').code).toBe('WRONG_HAT') // prettier-ignore
})

describe('entry', () => {
  const coordinator = viewer('COORDINATOR')

  test('ends with the cycle, by its status and by its clock', () => {
    expect(canEdit(coordinator, facts({ cycleStatus: 'CLOSED' })).code).toBe('OUT_OF_TIME')
    expect(canEdit(coordinator, facts({ cycleClosesAt: now })).code).toBe('OUT_OF_TIME')
  })

  test('goes on under an extension, but never in a reported cycle', () => {
    const extendedUntil = '2026-11-20T00:00:00Z'

    expect(canEdit(coordinator, facts({ cycleStatus: 'CLOSED', extendedUntil })).allowed).toBe(true)
    expect(canEdit(coordinator, facts({ cycleClosesAt: now, extendedUntil })).allowed).toBe(true)
    expect(canEdit(coordinator, facts({ cycleStatus: 'REPORTED', extendedUntil })).allowed).toBe(
      false,
    )
  })

  test.each([
    ['ask for the signature', canRequestApproval, 'COORDINATOR', 'DRAFT'],
    ['submit', canSubmit, 'APPROVER', 'INTERNAL_APPROVAL'],
    ['answer a returned item', (v, f) => canAnswerItem(v, f, 'TF-01-1'), 'COORDINATOR', 'RETURNED'],
  ] as const satisfies readonly (readonly [string, Policy, Hat, AssessmentStatus])[])(
    'ends for who would %s',
    (_action, policy, hat, status) => {
      const over = facts({ status, cycleStatus: 'CLOSED', dueAt: now })

      expect(policy(viewer(hat), over).code).toBe('OUT_OF_TIME')
      expect(policy(viewer(hat), facts({ status })).allowed).toBe(true)
    },
  )

  test('of returned items goes on until they are due', () => {
    const returned = { status: 'RETURNED', cycleStatus: 'CLOSED' } as const

    expect(canEdit(coordinator, facts(returned)).allowed).toBe(true)
    expect(canEdit(coordinator, facts({ ...returned, dueAt: now })).code).toBe('OUT_OF_TIME')
  })

  test('is open to contributors where it is assigned to them', () => {
    const contributor = viewer('CONTRIBUTOR')

    expect(canEditElement(contributor, facts(), 'DECL_ALL', everywhere).allowed).toBe(true)
    expect(canEditElement(contributor, facts(), 'AEO_COUNT', everywhere).code).toBe('NOT_ASSIGNED')
    expect(canEditElement(contributor, facts(), 'DECL_ELECTRONIC', everywhere).code).toBe(
      'NOT_ASSIGNED',
    )
    expect(canEditKpi(contributor, facts(), 'TF-01-1', everywhere).allowed).toBe(true)
    expect(canEditKpi(contributor, facts(), 'TF-02-1', everywhere).code).toBe('NOT_ASSIGNED')
    expect(canRateInstruments(contributor, facts(), 'TF-01-1', everywhere).allowed).toBe(true)
    expect(canRateInstruments(contributor, facts(), 'TF-02-1', everywhere).code).toBe(
      'NOT_ASSIGNED',
    )
    expect(canEditElement(coordinator, facts(), 'AEO_COUNT', everywhere).allowed).toBe(true)
    expect(canEditKpi(coordinator, facts(), 'TF-02-1', everywhere).allowed).toBe(true)
  })

  test('is closed to who may not enter anything', () => {
    for (const hat of HATS.filter((each) => each !== 'CONTRIBUTOR' && each !== 'COORDINATOR')) {
      const own = viewer(hat)

      expect(canEditElement(own, facts(), 'DECL_ALL', everywhere).allowed).toBe(false)
      expect(canEditKpi(own, facts(), 'TF-01-1', everywhere).allowed).toBe(false)
      expect(canRateInstruments(own, facts(), 'TF-01-1', everywhere).allowed).toBe(false)
    }
  })

  test('of notes and answers is the contributor’s where it is assigned, the coordinator’s everywhere', () => {
    const contributor = viewer('CONTRIBUTOR')
    const returned = facts({ status: 'RETURNED' })

    expect(canNote(contributor, facts(), 'TF-02-1').code).toBe('NOT_ASSIGNED')
    expect(canNote(coordinator, facts(), 'TF-02-1').allowed).toBe(true)
    expect(canAnswerItem(contributor, returned, 'TF-02-1').code).toBe('NOT_ASSIGNED')
    expect(canAnswerItem(coordinator, returned, 'TF-02-1').allowed).toBe(true)
  })

  test('is offered to nobody before they sign in', () => {
    const codes = TABLE.map(
      ([, policy]) => policy(viewer(null), facts({ status: 'WITHDRAWN' })).code,
    )

    expect(new Set(codes)).toEqual(new Set(['SIGN_IN_REQUIRED']))
  })

  test('is open to everybody only at the returned items', () => {
    const open = { kpis: new Set(['TF-01-1']), elements: new Set(['DECL_ALL']) }
    const returned = facts({ status: 'RETURNED' })

    expect(canEditKpi(coordinator, returned, 'TF-01-1', open).allowed).toBe(true)
    expect(canEditKpi(coordinator, returned, 'TF-02-1', open).code).toBe('WRONG_STATE')
    expect(canEditElement(coordinator, returned, 'DECL_ALL', open).allowed).toBe(true)
    expect(canEditElement(coordinator, returned, 'AEO_COUNT', open).code).toBe('WRONG_STATE')
  })
})

describe('the signature', () => {
  test('is not given by who alone entered the figures', () => {
    const alone = facts({ status: 'INTERNAL_APPROVAL', enteredBy: ['person-APPROVER'] })

    expect(canSubmit(viewer('APPROVER'), alone).code).toBe('SECOND_PERSON')
  })

  test('is given where nothing was entered, or one person may submit alone', () => {
    const empty = facts({ status: 'INTERNAL_APPROVAL', enteredBy: [] })
    const simple = facts({ requiresApproval: false, enteredBy: ['person-COORDINATOR'] })

    expect(canSubmit(viewer('APPROVER'), empty).allowed).toBe(true)
    expect(canSubmit(viewer('COORDINATOR'), simple).allowed).toBe(true)
  })

  test('is given by who entered some of them', () => {
    const enteredBy = ['person-APPROVER', 'person-COORDINATOR']

    expect(canSubmit(viewer('APPROVER'), facts({ status: 'RETURNED', enteredBy })).allowed).toBe(
      true,
    )
  })
})

describe('a withdrawal', () => {
  test('is not confirmed by who proposed it', () => {
    const proposed = facts({ withdrawalProposedBy: 'person-APPROVER' })

    expect(canWithdraw(viewer('APPROVER'), proposed).code).toBe('SECOND_PERSON')
  })

  test('proposed once waits for the approver, where there is one to ask', () => {
    const proposed = { withdrawalProposedBy: 'person-COORDINATOR' }

    expect(canWithdraw(viewer('COORDINATOR'), facts(proposed)).code).toBe('WRONG_STATE')
    expect(
      canWithdraw(viewer('COORDINATOR'), facts({ ...proposed, requiresApproval: false })).allowed,
    ).toBe(true)
  })

  test('waits for the coordinator before the approver', () => {
    expect(canWithdraw(viewer('APPROVER'), facts()).code).toBe('NOT_READY')
    expect(canCancelWithdrawal(viewer('APPROVER'), facts()).code).toBe('WRONG_STATE')
  })
})

describe('start and extension', () => {
  const cycle = { status: 'OPEN', closesAt: '2026-12-15T00:00:00Z', isInvited: true }

  test.each(HATS)('hat %s', (hat) => {
    expect(canStart(viewer(hat), cycle).allowed).toBe(hat === 'COORDINATOR')
    expect(canExtend(viewer(hat), cycle).allowed).toBe(hat === 'CYCLE_OFFICER')
  })

  test('follow the calendar', () => {
    const coordinator = viewer('COORDINATOR')

    expect(canStart(coordinator, { ...cycle, status: 'PLANNED' }).code).toBe('WRONG_STATE')
    expect(canStart(coordinator, { ...cycle, status: 'CLOSED' }).code).toBe('OUT_OF_TIME')
    expect(canStart(coordinator, { ...cycle, closesAt: now }).code).toBe('OUT_OF_TIME')
    expect(
      canStart(coordinator, { ...cycle, status: 'CLOSED' }, '2026-12-20T00:00:00Z').allowed,
    ).toBe(true)
    expect(canStart(coordinator, { ...cycle, isInvited: false }).code).toBe('NOT_INVITED')
    expect(canStart(viewer(null), cycle).code).toBe('SIGN_IN_REQUIRED')
    expect(canExtend(viewer('CYCLE_OFFICER'), { status: 'CLOSED' }).allowed).toBe(true)
    expect(canExtend(viewer('CYCLE_OFFICER'), { status: 'REPORTED' }).code).toBe('WRONG_STATE')
    expect(canExtend(viewer(null), { status: 'OPEN' }).code).toBe('SIGN_IN_REQUIRED')
  })
})

describe('the steps', () => {
  const STEPS: readonly [AssessmentStep, Partial<Record<AssessmentStatus, AssessmentStatus>>][] = [
    ['REQUEST_APPROVAL', { DRAFT: 'INTERNAL_APPROVAL' }],
    ['SEND_BACK', { INTERNAL_APPROVAL: 'DRAFT' }],
    ['SUBMIT', { DRAFT: 'SUBMITTED', INTERNAL_APPROVAL: 'SUBMITTED', RETURNED: 'SUBMITTED' }],
    ['RETURN', { SUBMITTED: 'RETURNED' }],
    ['ACCEPT', { SUBMITTED: 'ACCEPTED' }],
    ['REOPEN', { SUBMITTED: 'RETURNED', ACCEPTED: 'RETURNED' }],
    ['RESUME', { WITHDRAWN: 'DRAFT' }],
  ]

  test.each(STEPS)('%s', (step, expected) => {
    const found = Object.fromEntries(
      STATES.flatMap((status) => {
        const next = stateAfter(status, step)
        return next ? [[status, next]] : []
      }),
    )

    expect(found).toEqual(expected)
  })

  test('out of order are a mistake of the program', () => {
    expect(() => after('ACCEPTED', 'SUBMIT')).toThrow()
  })
})
