import { describe, expect, it } from 'vitest'
import { nextStepOf, type NextStepFacts } from './next-step'

const nothing: NextStepFacts = {
  status: null,
  canStart: false,
  canEdit: false,
  canRequestApproval: false,
  canSubmit: false,
  signsLater: false,
  canResume: false,
  isEntryOpen: true,
  seesAll: true,
  isNothingGiven: false,
  leftToDo: 0,
  openFigures: 0,
  toExplain: 0,
  unanswered: 0,
}

describe('the next step at home', () => {
  it('tells everybody of a withdrawal, and offers the way back to who may take it', () => {
    const withdrawn = { ...nothing, status: 'WITHDRAWN' } as const
    expect(nextStepOf(withdrawn)).toBe('withdrawn')
    expect(nextStepOf({ ...withdrawn, canResume: true })).toBe('resume')
  })

  it('is to start where the server allows it, and to wait otherwise', () => {
    expect(nextStepOf({ ...nothing, canStart: true })).toBe('start')
    expect(nextStepOf(nothing)).toBe('waitForStart')
  })

  it('is to go on while KPIs are open, then to ask for the signature', () => {
    const draft = { ...nothing, status: 'DRAFT', canEdit: true, canRequestApproval: true } as const
    expect(nextStepOf({ ...draft, leftToDo: 3, openFigures: 2 })).toBe('continue')
    expect(nextStepOf(draft)).toBe('requestApproval')
  })

  it('is to explain where every figure is entered and warnings are left', () => {
    const draft = { ...nothing, status: 'DRAFT', canEdit: true, leftToDo: 2, toExplain: 2 } as const

    expect(nextStepOf(draft)).toBe('explain')
    expect(nextStepOf({ ...draft, openFigures: 1 })).toBe('continue')
  })

  it('is over for a draft, asked to be signed or not, once the cycle takes nothing more', () => {
    const over = { ...nothing, isEntryOpen: false, canEdit: false }
    expect(nextStepOf({ ...over, status: 'DRAFT', leftToDo: 9 })).toBe('lapsed')
    expect(nextStepOf({ ...over, status: 'INTERNAL_APPROVAL' })).toBe('lapsed')
    expect(nextStepOf({ ...over, status: 'SUBMITTED' })).toBe('waitForAcceptance')
  })

  it('is nothing for a contributor whose KPIs are ready, for the approver not yet, for a viewer to read', () => {
    const draft = { ...nothing, status: 'DRAFT' } as const

    expect(nextStepOf({ ...draft, canEdit: true })).toBe('allReady')
    expect(nextStepOf({ ...draft, signsLater: true, leftToDo: 4 })).toBe('signLater')
    expect(nextStepOf({ ...draft, leftToDo: 4 })).toBe('look')
  })

  it('says to whom nothing was given that there is nothing, ready or not', () => {
    const empty = { ...nothing, canEdit: true, seesAll: false, isNothingGiven: true }

    expect(nextStepOf({ ...empty, status: 'DRAFT' })).toBe('nothingGiven')
    expect(nextStepOf({ ...empty, status: 'RETURNED' })).toBe('nothingGiven')
    expect(nextStepOf({ ...empty, status: 'DRAFT', isEntryOpen: false })).toBe('lapsed')
    expect(nextStepOf({ ...empty, status: 'INTERNAL_APPROVAL' })).toBe('waitForSignature')
  })

  it('is to sign for the one who may submit, to wait for everybody else', () => {
    expect(nextStepOf({ ...nothing, status: 'INTERNAL_APPROVAL', canSubmit: true })).toBe('sign')
    expect(nextStepOf({ ...nothing, status: 'INTERNAL_APPROVAL' })).toBe('waitForSignature')
  })

  it('is to answer returned items, and to submit again for whoever signs once all are answered', () => {
    const returned = { ...nothing, status: 'RETURNED' } as const
    const coordinator = { ...returned, canEdit: true }
    const approver = { ...returned, canSubmit: true }

    expect(nextStepOf({ ...coordinator, unanswered: 1, leftToDo: 1 })).toBe('answer')
    expect(nextStepOf({ ...coordinator, canSubmit: true, unanswered: 1 })).toBe('answer')
    expect(nextStepOf({ ...coordinator, leftToDo: 1, toExplain: 1 })).toBe('explain')
    expect(nextStepOf(coordinator)).toBe('waitForResubmission')
    expect(nextStepOf({ ...coordinator, canSubmit: true })).toBe('resubmit')

    expect(nextStepOf({ ...approver, unanswered: 3 })).toBe('signAfterAnswers')
    expect(nextStepOf({ ...approver, leftToDo: 1 })).toBe('signAfterAnswers')
    expect(nextStepOf(approver)).toBe('resubmit')
  })

  it('tells of a return to whoever reads, and to a contributor only of the own part', () => {
    const returned = { ...nothing, status: 'RETURNED' } as const

    expect(nextStepOf({ ...returned, unanswered: 3 })).toBe('waitForAnswers')
    expect(nextStepOf(returned)).toBe('waitForResubmission')
    expect(nextStepOf({ ...returned, canEdit: true, seesAll: false })).toBe('ownAnswered')
    expect(nextStepOf({ ...returned, canEdit: true, seesAll: false, unanswered: 1 })).toBe('answer')
  })

  it('is to look at the results once the submission is accepted', () => {
    expect(nextStepOf({ ...nothing, status: 'ACCEPTED' })).toBe('results')
  })
})
