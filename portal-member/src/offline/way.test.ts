import { expect, test } from 'vitest'
import { wayOf, type Shell } from './way'

const ORIGIN = 'https://pmm.example'
const shell: Shell = { release: 'a', page: '/member/', files: ['/member/assets/index-1234.js'] }
const way = (
  path: string,
  { method = 'GET', mode = 'cors', origin = ORIGIN }: { method?: string; mode?: RequestMode; origin?: string } = {},
) => wayOf({ method, mode, url: origin + path }, shell, ORIGIN) // prettier-ignore

test.each(['/member/', '/member/assessment/kpi/TF-01-1?cycle=C2024', '/member/sign-in', '/member/nowhere'])(
  'without a network the page %s is the kept one',
  (path) => expect(way(path, { mode: 'navigate' })).toBe('page'),
) // prettier-ignore

test('a file of the shell comes from the device', () => {
  expect(way('/member/assets/index-1234.js')).toBe('file')
})

test.each([
  '/graphql', '/graphql?documentId=x', '/files/upload/x', '/files/evidence/x', '/files/receipts/QVM.1.pdf',
  '/oidc/start?portal=member', '/oidc/callback', '/livez', '/readyz', '/admin/', '/', '/framework/PMM-V1-DEMO', '/explore',
  '/schema.graphql', '/member/worker.js', '/member/', '/member/assets/other-5678.js', '/assets/index-1234.js',
  '/member/assets/index-1234.js?x', '/member/assets/index-1234.js/../../graphql',
])('what is at %s is not its business', (path) => expect(way(path)).toBeNull()) // prettier-ignore

test.each(['/graphql', '/files/receipts/QVM.1.pdf', '/oidc/start', '/admin/', '/', '/member'])(
  'nor is %s as a page',
  (path) => expect(way(path, { mode: 'navigate' })).toBeNull(),
)

test.each(['POST', 'PUT', 'HEAD', 'DELETE'])('nor is anything asked by %s', (method) => {
  expect(way('/member/', { method, mode: 'navigate' })).toBeNull()
  expect(way('/member/assets/index-1234.js', { method })).toBeNull()
})

test('nor is anything of another origin', () => {
  const origin = 'https://elsewhere.example'
  expect(way('/member/', { mode: 'navigate', origin })).toBeNull()
  expect(way('/member/assets/index-1234.js', { origin })).toBeNull()
})
