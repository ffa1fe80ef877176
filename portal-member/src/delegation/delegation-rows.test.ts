import { expect, test } from 'vitest'
import {
  formerPeople,
  givenByCode,
  isOverdue,
  isWanted,
  undoing,
  type AssignmentEntry,
} from './delegation-rows'

const TODAY = '2026-11-10'
const AMINA = { id: 'p1', name: 'Amina Sel' }
const given = (kpiCode: string, over: Partial<AssignmentEntry> = {}): AssignmentEntry => ({
  id: `a-${kpiCode}`,
  kpiCode,
  elementCode: null,
  dueOn: '2026-11-20',
  state: 'OPEN',
  doneAt: null,
  person: AMINA,
  ...over,
})

test('a day gone by is overdue while nothing is answered and nothing marked', () => {
  const late = { dueOn: '2026-11-09' }

  expect(isOverdue(given('K', late), TODAY)).toBe(true)
  expect(isOverdue(given('K', { dueOn: TODAY }), TODAY)).toBe(false)
  expect(isOverdue(given('K', { ...late, state: 'DONE' }), TODAY)).toBe(false)
  expect(isOverdue(given('K', { ...late, doneAt: '2026-11-08T10:00:00Z' }), TODAY)).toBe(false)
})

const alone = (elementCode: string, over: Partial<AssignmentEntry> = {}) => ({
  ...given('', { id: `a-${elementCode}`, kpiCode: null, elementCode, ...over }),
})

test('a KPI is found by person, by day and by having nobody', () => {
  expect(isWanted([], [], 'unassigned', '', TODAY)).toBe(true)
  expect(isWanted([given('K')], [], 'unassigned', '', TODAY)).toBe(false)
  expect(isWanted([given('K')], [], 'all', 'p1', TODAY)).toBe(true)
  expect(isWanted([given('K')], [], 'all', 'p2', TODAY)).toBe(false)
  expect(isWanted([given('K', { dueOn: '2026-11-01' })], [], 'overdue', '', TODAY)).toBe(true)
  expect(isWanted([given('K', { doneAt: '2026-11-08T10:00:00Z' })], [], 'done', '', TODAY)).toBe(
    true,
  )
})

test('undoing takes away what is new and gives back what was there, with its day', () => {
  const before = [given('A'), given('B', { dueOn: '2026-11-15' })]
  const after = [given('A', { dueOn: '2026-11-30' }), given('C')]

  expect(undoing(before, after, TODAY)).toEqual({
    remove: [after[1]],
    give: [
      { personId: 'p1', dueOn: '2026-11-20', kpiCodes: ['A'], elementCodes: [] },
      { personId: 'p1', dueOn: '2026-11-15', kpiCodes: ['B'], elementCodes: [] },
    ],
  })
})

test('a day that has gone by is not given again', () => {
  expect(undoing([given('A', { dueOn: '2026-11-01' })], [], TODAY).give).toEqual([])
})

test('a KPI is found by what is given of it alone, and stays one that nobody has as a whole', () => {
  const ofElements = [alone('E', { dueOn: '2026-11-01' })]

  expect(isWanted([], ofElements, 'all', 'p1', TODAY)).toBe(true)
  expect(isWanted([], ofElements, 'all', 'p2', TODAY)).toBe(false)
  expect(isWanted([], ofElements, 'overdue', '', TODAY)).toBe(true)
  expect(isWanted([], ofElements, 'unassigned', '', TODAY)).toBe(true)
})

test('an element that passed from one person to the next is given back', () => {
  const before = [alone('E')]
  const after = [alone('E', { id: 'a2', person: { id: 'p2', name: 'Bo' } })]

  expect(undoing(before, after, TODAY)).toEqual({
    remove: after,
    give: [{ personId: 'p1', dueOn: '2026-11-20', kpiCodes: [], elementCodes: ['E'] }],
  })
})

test('what somebody had who is no contributor any more is nobody’s, and says whose it was', () => {
  const LEON = { id: 'p2', name: 'Leon Tarask' }
  const all = [given('A', { person: LEON }), given('B', { person: LEON }), given('B')]
  const former = new Set(['p2'])
  const by = givenByCode(all, 'kpiCode', former)

  expect(formerPeople(all, new Set(['p1']))).toEqual([LEON])
  expect(by.get('A')!.map(({ person }) => person)).toEqual([LEON])
  expect(by.get('B')!.map(({ person }) => person)).toEqual([AMINA])
  expect(isWanted(by.get('A')!, [], 'unassigned', '', TODAY, former)).toBe(true)
  expect(isWanted(by.get('A')!, [], 'all', 'p2', TODAY, former)).toBe(true)
  expect(isWanted(by.get('B')!, [], 'unassigned', '', TODAY, former)).toBe(false)
  expect(undoing(all, [], TODAY, former).give.map(({ personId }) => personId)).toEqual(['p1'])
})
