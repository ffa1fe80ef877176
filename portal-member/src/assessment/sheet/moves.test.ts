import { describe, expect, it } from 'vitest'
import { stepOf, stepTo } from './moves'

const key = (name: string, more = {}) => ({
  key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more,
}) // prettier-ignore
const inside = { isChoice: false, isAtStart: false, isAtEnd: false, isRightToLeft: false }

describe('keys on the sheet', () => {
  it('go down by Enter and up by Shift and Enter', () => {
    expect(stepOf(key('Enter'), inside)).toBe('down')
    expect(stepOf(key('Enter', { shiftKey: true }), inside)).toBe('up')
  })

  it('leave a text sideways only at its ends', () => {
    expect(stepOf(key('ArrowRight'), inside)).toBeNull()
    expect(stepOf(key('ArrowRight'), { ...inside, isAtEnd: true })).toBe('after')
    expect(stepOf(key('ArrowLeft'), { ...inside, isAtStart: true })).toBe('before')
  })

  it('go the way the page runs', () => {
    const place = { ...inside, isAtStart: true, isAtEnd: true, isRightToLeft: true }
    expect(stepOf(key('ArrowLeft'), place)).toBe('after')
    expect(stepOf(key('ArrowRight'), place)).toBe('before')
  })

  it('do not change a level by arrows, but leave Alt and an arrow to the list', () => {
    const place = { ...inside, isChoice: true }
    expect(stepOf(key('ArrowDown'), place)).toBe('down')
    expect(stepOf(key('ArrowDown', { altKey: true }), place)).toBeNull()
  })
})

describe('Tab on the sheet', () => {
  const isOpen = [
    [true, true],
    [false, true],
  ]

  it('goes to the next open figure, row by row, and back', () => {
    expect(stepOf(key('Tab'), inside)).toBe('next')
    expect(stepOf(key('Tab', { shiftKey: true }), inside)).toBe('former')
    expect(stepTo('next', { row: 0, column: 1 }, isOpen)).toEqual({ row: 1, column: 1 })
    expect(stepTo('former', { row: 1, column: 1 }, isOpen)).toEqual({ row: 0, column: 1 })
  })

  it('ends with the sheet', () => {
    expect(stepTo('next', { row: 1, column: 1 }, isOpen)).toBeNull()
    expect(stepTo('former', { row: 0, column: 0 }, isOpen)).toBeNull()
  })
})

describe('a step on the sheet', () => {
  const isOpen = [
    [true, true],
    [false, true],
    [true, false],
  ]

  it('skips what cannot be typed in and stays where the sheet ends', () => {
    expect(stepTo('down', { row: 0, column: 0 }, isOpen)).toEqual({ row: 2, column: 0 })
    expect(stepTo('up', { row: 2, column: 0 }, isOpen)).toEqual({ row: 0, column: 0 })
    expect(stepTo('down', { row: 1, column: 1 }, isOpen)).toBeNull()
    expect(stepTo('after', { row: 2, column: 0 }, isOpen)).toBeNull()
    expect(stepTo('before', { row: 0, column: 1 }, isOpen)).toEqual({ row: 0, column: 0 })
  })

  it('finds the first and the last figure of a column', () => {
    expect(stepTo('last', { row: 0, column: 1 }, isOpen)).toEqual({ row: 1, column: 1 })
    expect(stepTo('first', { row: 2, column: 0 }, isOpen)).toEqual({ row: 0, column: 0 })
  })
})
