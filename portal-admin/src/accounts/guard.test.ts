import { expect, test } from 'vitest'
import { decide } from './guard'
import type { Viewer } from './viewer'

const viewerIn = (workspace: Viewer['workspace']) => ({ workspace, hats: [] }) as unknown as Viewer
const page = (path: string) => ({ name: undefined, path, fullPath: path, meta: {}, query: {} })

test('the secretariat works in its portal', () => {
  expect(decide(viewerIn('SECRETARIAT'), page('/monitoring'))).toBe(true)
})

test.each(['MEMBER', 'REVIEW', 'PROGRAM'] as const)(
  'a hat of %s is told that the page is not its own',
  (workspace) => {
    expect(decide(viewerIn(workspace), page('/'))).toEqual({
      name: 'other-hat',
      query: { to: '/' },
    })
  },
)

test('nobody is asked to sign in, and comes back to the page', () => {
  expect(decide(null, page('/releases'))).toEqual({ name: 'sign-in', query: { to: '/releases' } })
})

test('a hat that lacks its second factor is led to the set-up and nowhere else, then back', () => {
  const confined = { ...viewerIn('SECRETARIAT'), secondFactor: { isOutstanding: true } } as Viewer
  const setUp = { ...page('/second-factor'), name: 'second-factor', query: { to: '/releases' } }

  expect(decide(confined, page('/releases'))).toEqual({
    name: 'second-factor',
    query: { to: '/releases' },
  })
  expect(decide(confined, setUp)).toBe(true)
  expect(decide(viewerIn('SECRETARIAT'), setUp)).toBe('/releases')
})
