import { registerEnumType } from 'type-graphql'
import type { Hat } from '#access'

export const Place = {
  ASSESSMENT: 'ASSESSMENT',
  DISCLOSURE: 'DISCLOSURE',
  RESULTS: 'RESULTS',
  PEER_REVIEW: 'PEER_REVIEW',
  READERS: 'READERS',
  REVIEW_ASSIGNMENTS: 'REVIEW_ASSIGNMENTS',
  OVERVIEW: 'OVERVIEW',
  CYCLES: 'CYCLES',
  MONITORING: 'MONITORING',
  REVIEWS: 'REVIEWS',
  FRAMEWORK: 'FRAMEWORK',
  PROPOSALS: 'PROPOSALS',
  RELEASES: 'RELEASES',
  REGISTER: 'REGISTER',
  PEOPLE: 'PEOPLE',
  PARTNERS: 'PARTNERS',
  SUPPORT: 'SUPPORT',
  AUDIT_LOG: 'AUDIT_LOG',
  AUDIT_ANCHORS: 'AUDIT_ANCHORS',
} as const
export type Place = keyof typeof Place

registerEnumType(Place, {
  name: 'Place',
  description:
    'Part of the work that a hat has something to do or to read in. Clients must accept unknown values.',
  valuesConfig: {
    ASSESSMENT: { description: 'Self-assessment of the own administration.' },
    DISCLOSURE: { description: 'Who sees what of the own administration.' },
    RESULTS: { description: 'Scores of the own administration beside the groups.' },
    PEER_REVIEW: { description: 'Peer reviews of the own administration.' },
    READERS: { description: 'Who read what is not public of the own administration.' },
    REVIEW_ASSIGNMENTS: { description: 'Reviews of others that the reviewer is assigned to.' },
    OVERVIEW: { description: 'What is on at the secretariat.' },
    CYCLES: { description: 'Cycles, planned and past.' },
    MONITORING: { description: 'How far the administrations of a cycle are.' },
    REVIEWS: { description: 'Peer reviews of all administrations.' },
    FRAMEWORK: { description: 'Versions of the framework, drafts included.' },
    PROPOSALS: { description: 'Proposals to change the framework.' },
    RELEASES: { description: 'Releases, unpublished ones included.' },
    REGISTER: { description: 'Register of the administrations.' },
    PEOPLE: { description: 'People: of the own administration, or all for the administrator.' },
    PARTNERS: { description: 'Programs of partners and their tokens.' },
    SUPPORT: { description: 'Support access that people have opened.' },
    AUDIT_LOG: { description: 'Audit log, as far as the hat may read it.' },
    AUDIT_ANCHORS: { description: 'Anchoring of the audit log outside the database.' },
  },
})

// Offered, not granted: behind each place the rules on rows, fields and commands decide as everywhere.
const PLACES: Readonly<Record<Hat, readonly Place[]>> = {
  CONTRIBUTOR: ['ASSESSMENT', 'PEOPLE'],
  COORDINATOR: ['ASSESSMENT', 'DISCLOSURE', 'RESULTS', 'PEER_REVIEW', 'READERS', 'PEOPLE', 'AUDIT_LOG'],
  APPROVER: ['ASSESSMENT', 'DISCLOSURE', 'RESULTS', 'PEER_REVIEW', 'READERS', 'PEOPLE', 'AUDIT_LOG'],
  VIEWER: ['ASSESSMENT', 'DISCLOSURE', 'RESULTS', 'PEER_REVIEW', 'PEOPLE'],
  REVIEWER: ['REVIEW_ASSIGNMENTS'],
  LEAD_REVIEWER: ['REVIEW_ASSIGNMENTS'],
  METHODOLOGY_EDITOR: ['OVERVIEW', 'CYCLES', 'FRAMEWORK', 'PROPOSALS', 'RELEASES', 'REGISTER'],
  CYCLE_OFFICER: [
    'OVERVIEW', 'CYCLES', 'MONITORING', 'REVIEWS', 'FRAMEWORK', 'PROPOSALS', 'RELEASES', 'REGISTER', 'PARTNERS',
    'AUDIT_LOG',
  ],
  ADMINISTRATOR: ['OVERVIEW', 'CYCLES', 'REGISTER', 'PEOPLE', 'PARTNERS', 'SUPPORT', 'AUDIT_LOG', 'AUDIT_ANCHORS'],
  PMMPT_OBSERVER: ['OVERVIEW', 'CYCLES', 'FRAMEWORK', 'PROPOSALS', 'RELEASES', 'REGISTER'],
  PARTNER: [],
} // prettier-ignore

/** Parts of the work a hat has a use for. */
export const placesOf = (hat: Hat): readonly Place[] => PLACES[hat]
