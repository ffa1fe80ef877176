import { expect, test } from 'vitest'
import { cornersOf } from './score-line'

test('more is better: the line rises from floor to goal', () => {
  expect(cornersOf({ method: 'LINEAR', floor: '-20', goal: '20' })).toEqual([
    { value: '-20', score: '0' },
    { value: '20', score: '100' },
  ])
})

test('less is better: the goal lies below the floor', () => {
  expect(cornersOf({ method: 'LINEAR', floor: '72', goal: '0.5' })).toEqual([
    { value: '0.5', score: '100' },
    { value: '72', score: '0' },
  ])
})

test('nearer is better: the line falls on both sides of the target', () => {
  expect(cornersOf({ method: 'DISTANCE', target: '100', maxDistance: '25' })).toEqual([
    { value: '75', score: '0' },
    { value: '100', score: '100' },
    { value: '125', score: '0' },
  ])
})

test('what is never scored has no line', () => {
  expect(cornersOf({ method: 'NONE' })).toEqual([])
})
