import { describe, expect, test } from 'vitest'
import { anonymous, type Hat, type Viewer } from '#access'
import type { FrameworkVersionStatus } from '../enums'
import { canUndo } from './policies'

const as = (hat: Hat | null): Viewer => ({
  ...anonymous(new Date('2026-11-02T09:00:00Z')),
  hat,
  personId: hat && 'somebody',
})
const change = {
  status: 'DRAFT' as FrameworkVersionStatus,
  nodeKind: 'KPI' as const,
  undoneBy: null,
}

describe('a change of a version is taken back', () => {
  test('by a methodology editor and nobody else', () => {
    expect(canUndo(as('METHODOLOGY_EDITOR'), change).allowed).toBe(true)
    expect(canUndo(as(null), change).code).toBe('SIGN_IN_REQUIRED')
    for (const hat of ['CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER', 'COORDINATOR'] as const)
      expect(canUndo(as(hat), change).code).toBe('WRONG_HAT')
  })

  test.each(['IN_REVIEW', 'APPROVED', 'PUBLISHED', 'RETIRED'] as const)(
    'in a draft, not in a version that is %s',
    (status) => {
      expect(canUndo(as('METHODOLOGY_EDITOR'), { ...change, status }).code).toBe('WRONG_STATE')
    },
  )

  test('once', () => {
    const again = { ...change, undoneBy: 'somebody else' }

    expect(canUndo(as('METHODOLOGY_EDITOR'), again).code).toBe('WRONG_STATE')
  })

  test.each(['VERSION', 'LINEAGE', 'OUTCOME_MAPPING'] as const)(
    'also what was stated beside a node: %s',
    (nodeKind) => {
      expect(canUndo(as('METHODOLOGY_EDITOR'), { ...change, nodeKind }).allowed).toBe(true)
    },
  )

  test('where it was made, if it is no change of a single node', () => {
    const elsewhere = { ...change, nodeKind: 'ELSEWHERE' as never }

    expect(canUndo(as('METHODOLOGY_EDITOR'), elsewhere).code).toBe('WRONG_STATE')
  })
})
