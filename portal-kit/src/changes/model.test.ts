import { expect, test } from 'vitest'
import { decimalsTellingApart } from './model'

const write = (value: string, decimals: number) => Number(value).toFixed(decimals)
const decimals = (before: string, after: string, least = 1) =>
  decimalsTellingApart(before, after, least, write)

test('two numbers are written with as many decimals as tell them apart', () => {
  expect(decimals('102.5', '97.1')).toBe(1)
  expect(decimals('102.52', '102.48')).toBe(2)
  expect(decimals('102.5012', '102.4988')).toBe(3)
  expect(decimals('102.50123', '102.50124')).toBe(5)
})

test('a number that stays the same is written with those asked for', () => {
  expect(decimals('3', '3.00', 0)).toBe(2)
  expect(decimals('12', '13', 0)).toBe(0)
})
