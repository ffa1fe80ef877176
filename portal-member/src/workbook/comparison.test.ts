import { expect, test } from 'vitest'
import {
  canTake,
  cellOf,
  formerCellOf,
  newAndChanged,
  shownFigures,
  takenAtFirst,
  type ComparedFigure,
  type FigureState,
} from './comparison'

const figure = (elementCode: string, state: FigureState): ComparedFigure =>
  ({
    elementCode,
    period: 'T',
    year: 2024,
    at: 'RC!J3',
    state,
    typed: '640',
    result: { value: '640', isEstimated: true, note: null },
    base: null,
    current: { value: '618', isEstimated: false, note: 'Before', version: 4, authorName: 'Leon', updatedAt: null }, // prettier-ignore
    problems: [],
    findings: [],
  }) as unknown as ComparedFigure

const ALL = (['NEW', 'CHANGED', 'UNCHANGED', 'CONFLICT', 'REJECTED'] as const).map((state) =>
  figure(state, state),
)
const codes = (figures: readonly ComparedFigure[]) => figures.map(({ elementCode }) => elementCode)

test('what is new or changed is taken at first; what met a colleague only by choice, what is rejected never', () => {
  expect([...takenAtFirst(ALL)]).toEqual(['NEW T', 'CHANGED T'])
  expect(codes(ALL.filter(canTake))).toEqual(['NEW', 'CHANGED', 'CONFLICT'])
})

test('what would hold up the submission is left out at first, and taken by choice; a warning is taken', () => {
  const found = (level: string) => ({ ...figure(level, 'NEW'), findings: [{ kind: 'NEGATIVE', level, message: '' }] }) as ComparedFigure // prettier-ignore
  const figures = [found('BLOCK'), found('WARN')]
  expect([...takenAtFirst(figures)]).toEqual(['WARN T'])
  expect(codes(figures.filter(canTake))).toEqual(['BLOCK', 'WARN'])
  expect(codes(newAndChanged(figures))).toEqual(['BLOCK', 'WARN'])
})

test('first stands what has to be decided or corrected', () => {
  expect(codes(shownFigures(ALL, 'DECIDE'))).toEqual(['NEW', 'CHANGED', 'CONFLICT', 'REJECTED'])
  expect(codes(shownFigures(ALL, 'UNCHANGED'))).toEqual(['UNCHANGED'])
})

test('what was saved is no longer to be decided, and stands by itself', () => {
  const saved = new Set(['CHANGED T', 'CONFLICT T'])
  expect(codes(shownFigures(ALL, 'DECIDE', saved))).toEqual(['NEW', 'REJECTED'])
  expect(codes(shownFigures(ALL, 'CHANGED', saved))).toEqual([])
  expect(codes(shownFigures(ALL, 'NEW', saved))).toEqual(['NEW'])
  expect(codes(shownFigures(ALL, 'SAVED', saved))).toEqual(['CHANGED', 'CONFLICT'])
})

test('a rejected cell of a figure that was saved from another cell stays to be corrected', () => {
  const twice = [figure('REV', 'CHANGED'), figure('REV', 'REJECTED')]
  expect(shownFigures(twice, 'DECIDE', new Set(['REV T']))).toEqual([twice[1]])
})

test('a figure is saved on the version that was compared, and undone on the one that made', () => {
  expect(cellOf(ALL[1]!)).toEqual({
    elementCode: 'CHANGED', year: 2024, value: '640', isEstimated: true, note: null, expectedVersion: 4,
  }) // prettier-ignore
  expect(formerCellOf(ALL[1]!, 5)).toEqual({
    elementCode: 'CHANGED', year: 2024, value: '618', isEstimated: false, note: 'Before', expectedVersion: 5,
  }) // prettier-ignore
})
