import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { arrival, decide } from './guard'
import type { Viewer } from './viewer'

const viewerIn = (workspace: Viewer['workspace']) => ({ workspace, hats: [] }) as unknown as Viewer
const page = (
  path: string,
  meta: Record<string, unknown> = {},
  query: Record<string, string> = {},
) => ({
  name: meta['name'] as string | undefined,
  path,
  fullPath: path,
  meta,
  query,
})

beforeEach(() => vi.stubEnv('BASE_URL', '/member/'))
afterEach(() => vi.unstubAllEnvs())

describe('without a session', () => {
  test('a page leads to the sign-in and is remembered', () => {
    expect(decide(null, page('/assessment'))).toEqual({
      name: 'sign-in',
      query: { to: '/assessment' },
    })
  })

  test('the bare address needs no remembering', () => {
    expect(decide(null, page('/'))).toEqual({ name: 'sign-in', query: {} })
  })
})

describe('with a session', () => {
  test('a coordinator works in the portal and not in the Review workspace', () => {
    const viewer = viewerIn('MEMBER')

    expect(decide(viewer, page('/assessment'))).toBe(true)
    expect(decide(viewer, page('/review', { layout: 'review' }))).toEqual({
      name: 'other-hat',
      query: { to: '/review' },
    })
  })

  test('a reviewer who opens the portal arrives in the Review workspace', () => {
    expect(decide(viewerIn('REVIEW'), page('/'))).toBe('/review')
  })

  test('a reviewer is not let into the own administration', () => {
    expect(decide(viewerIn('REVIEW'), page('/disclosure'))).toMatchObject({ name: 'other-hat' })
  })

  test('the secretariat is told about its hat, on the bare address too', () => {
    expect(decide(viewerIn('SECRETARIAT'), page('/'))).toEqual({
      name: 'other-hat',
      query: { to: '/' },
    })
  })

  test('the sign-in leads on to the page that was wanted', () => {
    const signIn = page('/sign-in', { name: 'sign-in' }, { to: '/results' })

    expect(decide(viewerIn('MEMBER'), signIn)).toBe('/results')
  })
})

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  'https://elsewhere.example',
  '',
  undefined,
])('nobody is sent to %s after the sign-in', (wanted) => {
  expect(arrival(wanted)).toBe('/')
})

test('a hat that lacks its second factor is led to the set-up and nowhere else, then back', () => {
  const confined = { ...viewerIn('MEMBER'), secondFactor: { isOutstanding: true } } as Viewer
  const setUp = { ...page('/second-factor'), name: 'second-factor', query: { to: '/assessment' } }

  expect(decide(confined, page('/assessment'))).toEqual({
    name: 'second-factor',
    query: { to: '/assessment' },
  })
  expect(decide(confined, setUp)).toBe(true)
  expect(decide(viewerIn('MEMBER'), setUp)).toBe('/assessment')
})

test('a page that stands in both workspaces opens in the own one', () => {
  const twins = { REVIEW: '/review/settings/security' }

  expect(
    decide(viewerIn('REVIEW'), page('/settings/security', { twins }, { identity: 'LINKED' })),
  ).toEqual({ path: '/review/settings/security', query: { identity: 'LINKED' } })
  expect(decide(viewerIn('MEMBER'), page('/settings/security', { twins }))).toBe(true)
})
