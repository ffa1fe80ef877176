import { expect, test } from 'vitest'
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes'

test('ten codes, none like another', () => {
  const codes = newRecoveryCodes()

  expect(codes).toHaveLength(10)
  expect(new Set(codes).size).toBe(10)
  for (const code of codes)
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
})

test('a code may be typed in small letters, with spaces, and with letters that look alike', () => {
  const hash = hashOfRecoveryCode('0123-4567-89AB-CDEF')

  expect(hashOfRecoveryCode(' 0123 4567 89ab cdef ')).toEqual(hash)
  expect(hashOfRecoveryCode('O123456789abcdef')).toEqual(hash)
  expect(hashOfRecoveryCode('0l23456789abcdef')).toEqual(hash)
})

test.each(['', '123456', '0123-4567-89AB-CDE', '0123-4567-89AB-CDEU', 'x'.repeat(5000)])(
  '%s can be no code',
  (text) => {
    expect(hashOfRecoveryCode(text)).toBeNull()
  },
)
