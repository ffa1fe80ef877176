import { expect, test } from 'vitest'
import { firstCircle } from './first-circle'

const none = { hasSecretariat: true, isAsked: false, internal: 0, secretariat: 0 }

test.each([
  ['nothing is said', none, 'internal'],
  ['only the secretariat asks', { ...none, secretariat: 1 }, 'secretariat'],
  ['colleagues discuss as well', { ...none, internal: 1, secretariat: 1 }, 'internal'],
  ['one was led to the secretariat', { ...none, internal: 2, isAsked: true }, 'secretariat'],
  ['the role has no part in it', { ...none, hasSecretariat: false, isAsked: true }, 'internal'],
] as const)('where %s, the comments begin in the right circle', (_where, threads, circle) => {
  expect(firstCircle(threads)).toBe(circle)
})
