import { expect, test } from 'vitest'
import { actsFor, isMember, isReadOnly, isReviewer, isSecretariat, wears } from './viewer'
import { FREEDONIA, NOW, SYLVANIA, wearing } from './viewer.fixture'

test.each([
  [null, false, false, false],
  ['CONTRIBUTOR', true, false, false],
  ['COORDINATOR', true, false, false],
  ['APPROVER', true, false, false],
  ['VIEWER', true, false, false],
  ['REVIEWER', false, true, false],
  ['LEAD_REVIEWER', false, true, false],
  ['METHODOLOGY_EDITOR', false, false, true],
  ['CYCLE_OFFICER', false, false, true],
  ['ADMINISTRATOR', false, false, true],
  ['PMMPT_OBSERVER', false, false, true],
  ['PARTNER', false, false, false],
] as const)('%s: member %s, reviewer %s, secretariat %s', (hat, ...expected) => {
  const viewer = wearing(hat)

  expect([isMember(viewer), isReviewer(viewer), isSecretariat(viewer)]).toEqual(expected)
})

test('a hat is worn alone', () => {
  expect(wears(wearing('VIEWER'), 'APPROVER', 'VIEWER')).toBe(true)
  expect(wears(wearing('VIEWER'), 'APPROVER', 'COORDINATOR')).toBe(false)
  expect(wears(wearing(null), 'APPROVER')).toBe(false)
})

test('a member acts for the own administration, and nobody for none', () => {
  expect(actsFor(wearing('VIEWER'), FREEDONIA)).toBe(true)
  expect(actsFor(wearing('VIEWER'), SYLVANIA)).toBe(false)
  expect(actsFor(wearing('REVIEWER', { administrationId: FREEDONIA }), FREEDONIA)).toBe(false)
  expect(actsFor(wearing('VIEWER', { administrationId: null }), null)).toBe(false)
})

test('a support view may look and nothing else', () => {
  const supportView = { id: 'view', personId: 'd', name: 'D', startedAt: NOW, endsAt: NOW }

  expect(isReadOnly(wearing('VIEWER'))).toBe(false)
  expect(isReadOnly(wearing('VIEWER', { supportView }))).toBe(true)
})
