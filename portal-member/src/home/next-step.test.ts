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
  leftToDo: 0,
  openFigures: 0,
  toExplain: 0,
  unanswered: 0,
}

describe('the next step at home', () => {
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

  it('is nothing for a contributor whose KPIs are ready, for the approver not yet, for a viewer to read', () => {
    const draft = { ...nothing, status: 'DRAFT' } as const

    expect(nextStepOf({ ...draft, canEdit: true })).toBe('allReady')
    expect(nextStepOf({ ...draft, signsLater: true, leftToDo: 4 })).toBe('signLater')
    expect(nextStepOf({ ...draft, leftToDo: 4 })).toBe('look')
  })

  it('is to sign for the one who may submit, to wait for everybody else', () => {
    expect(nextStepOf({ ...nothing, status: 'INTERNAL_APPROVAL', canSubmit: true })).toBe('sign')
    expect(nextStepOf({ ...nothing, status: 'INTERNAL_APPROVAL' })).toBe('waitForSignature')
  })

  it('is to answer returned items before they are submitted again', () => {
    const returned = { ...nothing, status: 'RETURNED', canSubmit: true } as const
    expect(nextStepOf({ ...returned, canEdit: true, unanswered: 1 })).toBe('answer')
    expect(nextStepOf(returned)).toBe('resubmit')
  })

  it('is to look at the results once the submission is accepted', () => {
    expect(nextStepOf({ ...nothing, status: 'ACCEPTED' })).toBe('results')
  })
})
