import { expect, test } from 'vitest'
import { groupPeople, matching, type DemonstrationPerson } from './demonstration-groups'

const person = (name: string, roleName: string, code?: string): DemonstrationPerson => ({
  roleId: `${name} ${roleName}`,
  name,
  roleName,
  administration: code ? { code, name: code === 'XVA' ? 'Royaume de Valdée' : code } : null,
})
const team = ['Coordinator', 'Approver', 'Contributor', 'Viewer'].map((role) =>
  person(`Hélène ${role}`, role, 'XVA'),
)

test('whole teams stand before administrations that two people stand for', () => {
  const pair = [person('Ada Almor', 'Coordinator', 'XAM'), person('Bela Brenk', 'Approver', 'XAM')]

  const { teams, others } = groupPeople([...pair, ...team])

  expect(teams.map(({ code, name }) => [code, name])).toEqual([['XVA', 'Royaume de Valdée']])
  expect(others.map(({ code, people }) => [code, people.length])).toEqual([['XAM', 2]])
})

test('the secretariat is a group of its own, however few', () => {
  expect(groupPeople([person('Ines Calder', 'Cycle officer')]).teams).toMatchObject([
    { code: '', name: null },
  ])
})

test.each([
  ['helene appr', ['Hélène Approver']],
  ['VALDEE viewer', ['Hélène Viewer']],
  ['xva', team.map(({ name }) => name)],
  ['nobody of that name', []],
])('looking for “%s” finds them by name, role and administration', (wanted, found) => {
  expect(matching(team, wanted).map(({ name }) => name)).toEqual(found)
})
