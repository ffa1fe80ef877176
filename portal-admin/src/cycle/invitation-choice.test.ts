import { expect, test } from 'vitest'
import { changed, difference, narrowed, type Invitee } from './invitation-choice'

const of = (code: string, region: string, over: Partial<Invitee> = {}): Invitee => ({
  id: code,
  code,
  name: `Éstara ${code}`,
  region,
  isInvited: true,
  hasStarted: false,
  ...over,
})
const all = [of('XAA', 'EUR'), of('XAB', 'AMS', { hasStarted: true }), of('XAC', 'AMS', { isInvited: false })] // prettier-ignore
const codes = (those: readonly Invitee[]) => those.map(({ code }) => code)

test('the list is narrowed by region and by part of a name or code', () => {
  expect(codes(narrowed(all, { region: 'AMS', search: '' }))).toEqual(['XAB', 'XAC'])
  expect(codes(narrowed(all, { region: '', search: 'estara xa' }))).toHaveLength(3)
  expect(codes(narrowed(all, { region: 'EUR', search: 'xac' }))).toEqual([])
})

test('whoever has started stays, whatever is taken out', () => {
  const chosen = changed(new Set(['XAA', 'XAB']), all, false)

  expect([...chosen]).toEqual(['XAB'])
  expect([...changed(chosen, all, true)].sort()).toEqual(['XAA', 'XAB', 'XAC'])
})

test('a choice is told by whom it adds and whom it takes out', () => {
  const { added, removed } = difference(all, new Set(['XAB', 'XAC']))

  expect([codes(added), codes(removed)]).toEqual([['XAC'], ['XAA']])
})
