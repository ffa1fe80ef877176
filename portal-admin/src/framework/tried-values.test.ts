import { describe, expect, test } from 'vitest'
import { tidyFigure, triedValues } from './tried-values'

describe('values to be scored', () => {
  test('are read in the language of the portal', () => {
    expect(triedValues('1,5 80; 97.5', 'fr').figures).toEqual(['1.5', '80', '97.5'])
    expect(triedValues('-3 0.25', 'en')).toMatchObject({ figures: ['-3', '0.25'], guessed: [] })
  })

  test('that are no figures are named, and the others are scored', () => {
    const tried = triedValues(`abc 1e3 50 ${'9'.repeat(31)}`, 'en')

    expect(tried.figures).toEqual(['50'])
    expect(tried.unreadable).toEqual(['abc', '1e3', '9'.repeat(31)])
  })

  test('written as in the other language are said back', () => {
    expect(triedValues('1,5', 'en').guessed).toEqual([{ text: '1,5', value: '1.5' }])
    expect(triedValues('1,5', 'fr').guessed).toEqual([])
  })

  test('are no more than the server takes', () => {
    const tried = triedValues('1 '.repeat(51), 'en')

    expect(tried.figures).toHaveLength(50)
    expect(tried.isTooMany).toBe(true)
  })
})

test('a figure is written as the server takes it once it is typed; what is none is left to be mended', () => {
  expect(tidyFigure('1 204,5', 'fr')).toBe('1204.5')
  expect(tidyFigure('1,5', 'en')).toBe('1.5')
  expect(tidyFigure('1e3', 'en')).toBe('1e3')
  expect(tidyFigure('', 'en')).toBe('')
})
