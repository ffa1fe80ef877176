import { generate } from 'otplib'
import { expect, test } from 'vitest'
import { newTotpSecret, totpStep, totpUri } from './totp'

const now = new Date('2026-11-02T10:00:00.000Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const secret = newTotpSecret()
const codeAt = (at: Date) => generate({ secret, epoch: Math.floor(at.getTime() / 1000) })

test('a secret has 160 bits and is never the same', () => {
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(newTotpSecret()).not.toBe(secret)
})

test('the code of this half minute is right, and names its step', async () => {
  expect(await totpStep(secret, await codeAt(now), now)).toBe(now.getTime() / 30_000)
})

test.each([
  [-60, null],
  [-31, null],
  [-30, -1],
  [0, 0],
  [29, 0],
  [30, 1],
  [59, 1],
  [60, null],
])('a code made %i seconds from now belongs to step %s', async (seconds, step) => {
  const expected = step === null ? null : now.getTime() / 30_000 + step

  expect(await totpStep(secret, await codeAt(later(seconds)), now)).toBe(expected)
})

test.each(['', '12345', '1234567', '12 345', 'abcdef', '１２３４５６'])(
  '%j is no code',
  async (code) => {
    expect(await totpStep(secret, code, now)).toBeNull()
  },
)

test('an authenticator app is told whose account it is', () => {
  const uri = new URL(totpUri(secret, 'ada.almor@example.org'))

  expect(uri.protocol).toBe('otpauth:')
  expect(decodeURIComponent(uri.pathname)).toContain('PMM Platform:ada.almor@example.org')
  expect(uri.searchParams.get('secret')).toBe(secret)
  expect(uri.searchParams.get('issuer')).toBe('PMM Platform')
})
