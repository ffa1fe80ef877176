import { expect, test } from 'vitest'
import { Hat } from './hat'
import { Place, placesOf } from './place'

const hatsOf = (place: Place) =>
  (Object.keys(Hat) as (keyof typeof Hat)[]).filter((hat) => placesOf(hat).includes(place))

// Written from the readers that the access rules name for what stands at each place.
test.each<[Place, ...(keyof typeof Hat)[]]>([
  ['ASSESSMENT', 'CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER'],
  ['DISCLOSURE', 'COORDINATOR', 'APPROVER', 'VIEWER'],
  ['RESULTS', 'COORDINATOR', 'APPROVER', 'VIEWER'],
  ['PEER_REVIEW', 'COORDINATOR', 'APPROVER', 'VIEWER'],
  ['READERS', 'COORDINATOR', 'APPROVER'],
  ['REVIEW_ASSIGNMENTS', 'REVIEWER', 'LEAD_REVIEWER'],
  ['MONITORING', 'CYCLE_OFFICER'],
  ['REVIEWS', 'CYCLE_OFFICER'],
  ['FRAMEWORK', 'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'PMMPT_OBSERVER'],
  ['RELEASES', 'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'PMMPT_OBSERVER'],
  ['PEOPLE', 'CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER', 'ADMINISTRATOR'],
  ['PARTNERS', 'CYCLE_OFFICER', 'ADMINISTRATOR'],
  ['SUPPORT', 'ADMINISTRATOR'],
  ['AUDIT_LOG', 'COORDINATOR', 'APPROVER', 'CYCLE_OFFICER', 'ADMINISTRATOR'],
  ['AUDIT_ANCHORS', 'ADMINISTRATOR'],
])('%s is offered to those who can use it and to nobody else', (place, ...hats) => {
  expect(hatsOf(place)).toEqual(hats)
})

test('every place is offered to somebody, and programs have none', () => {
  for (const place of Object.keys(Place) as Place[]) expect(hatsOf(place)).not.toEqual([])
  expect(placesOf('PARTNER')).toEqual([])
})
