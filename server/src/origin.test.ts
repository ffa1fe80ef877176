import { expect, test } from 'vitest'
import { originAllowed } from './origin'

const PUBLIC = 'https://pmm.example'

test.each([
  ['a program on this machine', { host: '127.0.0.1:4000' }],
  ['our page by name', { host: 'localhost:4000', origin: 'http://localhost:4000' }],
  ['our page by address', { host: '[::1]:4000', origin: 'http://[::1]:4000' }],
  ['our page, as the browser says', { host: 'localhost', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }],
])('on loopback %s may ask', (_who, headers) => {
  expect(originAllowed(headers, undefined)).toBe(true)
}) // prettier-ignore

test.each([
  ['a name that was made to lead here', { host: 'evil.example', origin: 'http://evil.example' }],
  ['the same without an origin', { host: 'evil.example' }],
  ['a name that begins like this machine', { host: 'localhost.evil.example' }],
  ['no name at all', {}],
  ['another port', { host: 'localhost:4000', origin: 'http://localhost:4001' }],
  ['another scheme', { host: 'localhost:4000', origin: 'https://localhost:4000' }],
  ['a sandboxed page', { host: 'localhost:4000', origin: 'null' }],
  ['a foreign page', { host: 'localhost:4000', 'sec-fetch-site': 'cross-site' }],
])('A38: on loopback %s may not', (_who, headers) => {
  expect(originAllowed(headers, undefined)).toBe(false)
})

test.each([
  [{ host: 'evil.example' }, true],
  [{ host: 'evil.example', origin: PUBLIC }, true],
  [{ host: 'pmm.example', origin: 'http://pmm.example' }, false],
  [{ host: 'evil.example', origin: 'https://evil.example' }, false],
])('behind a public origin %j is judged by its origin alone', (headers, isAllowed) => {
  expect(originAllowed(headers, PUBLIC)).toBe(isAllowed)
})
