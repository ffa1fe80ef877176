import 'reflect-metadata'
import { expect, test } from 'vitest'
import { allow, deny, errorCodeOf, firstDenial } from './policy'

const tooLate = deny('OUT_OF_TIME', 'The cycle is closed.')
const notYours = deny('NOT_YOURS', 'The assessment belongs to another administration.')

test('the first denial answers, and later rules are not asked', () => {
  const never = () => {
    throw new Error('asked')
  }

  expect(firstDenial(allow, () => notYours, never)).toBe(notYours)
  expect(firstDenial(tooLate, notYours)).toBe(tooLate)
})

test('what nobody denies is allowed', () => {
  expect(firstDenial(allow, () => allow)).toEqual({ allowed: true, code: 'OK', reason: '' })
  expect(firstDenial()).toBe(allow)
})

test('a denial says why, and becomes the error of the command', () => {
  expect(notYours).toEqual({
    allowed: false,
    code: 'NOT_YOURS',
    reason: 'The assessment belongs to another administration.',
  })
  expect(errorCodeOf(notYours)).toBe('FORBIDDEN')
  expect(errorCodeOf(tooLate)).toBe('CONFLICT')
  expect(errorCodeOf(deny('SIGN_IN_REQUIRED', 'Sign in first.'))).toBe('UNAUTHENTICATED')
})
