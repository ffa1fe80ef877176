import { expect, test } from 'vitest'
import { bearerToken, clientOfToken, tokenOfClient } from './client-token'

const CLIENT = '01961d1a-7c00-7000-8000-00000000a001'

test('a token names its client', () => {
  expect(clientOfToken(tokenOfClient(CLIENT))).toBe(CLIENT)
})

test('two tokens of one client differ', () => {
  expect(tokenOfClient(CLIENT)).not.toBe(tokenOfClient(CLIENT))
})

test('a token with any one character changed is recognised without the database', () => {
  const token = tokenOfClient(CLIENT, new Uint8Array(32).fill(7))

  for (let at = 0; at < token.length; at += 1) {
    const other = token[at] === '0' ? '1' : '0'
    expect(clientOfToken(token.slice(0, at) + other + token.slice(at + 1)), `at ${at}`).toBeNull()
  }
})

test('a secret with underscores and dashes is read whole', () => {
  const secret = Buffer.from('-_'.repeat(21) + '8', 'base64url')

  expect(clientOfToken(tokenOfClient(CLIENT, secret))).toBe(CLIENT)
})

test.each([
  '',
  'pmm_',
  'pmm_1_2_3',
  `${tokenOfClient(CLIENT)}x`,
  tokenOfClient(CLIENT).slice(0, -1),
])('no token: %s', (text) => {
  expect(clientOfToken(text)).toBeNull()
})

test('a token is accepted in the Bearer scheme alone', () => {
  const token = tokenOfClient(CLIENT)

  expect(bearerToken(`Bearer ${token}`)).toBe(token)
  expect(bearerToken(token)).toBeNull()
  expect(bearerToken(`Basic ${token}`)).toBeNull()
  expect(bearerToken(`Bearer ${token} ${token}`)).toBeNull()
})
