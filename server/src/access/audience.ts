import { MEMBER_HATS, REVIEWER_HATS, SECRETARIAT_HATS, type Viewer } from './viewer'

// An audience is the relation of the viewer to one row. Each is one bit, several make a mask.
export const PUBLIC = 1
export const PARTNER = 2
export const MEMBER = 4
export const OWNER = 8
export const REVIEWER = 16
export const SECRETARIAT = 32

export type Audience =
  | typeof PUBLIC
  | typeof PARTNER
  | typeof MEMBER
  | typeof OWNER
  | typeof REVIEWER
  | typeof SECRETARIAT

/** Any number of audiences, as bits; 0 means that the row does not exist for the viewer. */
export type AudienceMask = number

export const NOBODY: AudienceMask = 0
export const EVERYBODY: AudienceMask = PUBLIC | PARTNER | MEMBER | OWNER | REVIEWER | SECRETARIAT

export interface AudienceName {
  readonly bit: Audience
  readonly name: 'PUBLIC' | 'PARTNER' | 'MEMBER' | 'OWNER' | 'REVIEWER' | 'SECRETARIAT'
  readonly letters: string
}

/** All audiences, from the widest to the narrowest, with their names and first letters. */
export const AUDIENCES: readonly AudienceName[] = [
  { bit: PUBLIC, name: 'PUBLIC', letters: 'PUB' },
  { bit: PARTNER, name: 'PARTNER', letters: 'PAR' },
  { bit: MEMBER, name: 'MEMBER', letters: 'MEM' },
  { bit: OWNER, name: 'OWNER', letters: 'OWN' },
  { bit: REVIEWER, name: 'REVIEWER', letters: 'REV' },
  { bit: SECRETARIAT, name: 'SECRETARIAT', letters: 'SEC' },
]

/** Names of the audiences in a mask. */
export const audienceNames = (mask: AudienceMask): readonly AudienceName['name'][] =>
  AUDIENCES.filter(({ bit }) => (mask & bit) !== 0).map(({ name }) => name)

/** At the root there is no row, so the hat alone decides; ownership is left to the action policy. */
export function audiencesAtRoot({ hat }: Viewer): AudienceMask {
  if (hat === null) return PUBLIC
  if (hat === 'PARTNER') return PUBLIC | PARTNER
  if (MEMBER_HATS.has(hat)) return PUBLIC | MEMBER
  if (REVIEWER_HATS.has(hat)) return PUBLIC | REVIEWER
  if (SECRETARIAT_HATS.has(hat)) return PUBLIC | SECRETARIAT
  return PUBLIC
}
