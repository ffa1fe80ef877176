import type { Viewer } from '#access'
import { LEAST_CONTRIBUTORS } from '#cycle'

/** Each release is frozen twice: one copy for members, one for the public. */
export type Edition = 'MEMBERS' | 'PUBLIC'

/** Administrations a value must come from at the least before a group figure is shown. */
export type Minimum = Readonly<Record<Edition, number>>

/** The minimum of a cycle, which only ever raises the one of the method. */
export const minimumOf = (cycle: {
  readonly membersMinimum: number
  readonly publicMinimum: number
}): Minimum => ({
  MEMBERS: Math.max(LEAST_CONTRIBUTORS.MEMBERS, cycle.membersMinimum),
  PUBLIC: Math.max(LEAST_CONTRIBUTORS.PUBLIC, cycle.publicMinimum),
})

const READS_MEMBERS_ROWS = new Set(['COORDINATOR', 'REVIEWER', 'LEAD_REVIEWER'])
const READS_MEMBERS_CELLS = new Set([...READS_MEMBERS_ROWS, 'CONTRIBUTOR', 'APPROVER', 'VIEWER'])

/** The copy of single results this viewer reads: level WCO names contact points and peer reviewers. */
export const editionOfRows = ({ hat }: Viewer): Edition =>
  hat !== null && READS_MEMBERS_ROWS.has(hat) ? 'MEMBERS' : 'PUBLIC'

/** The copy of group figures this viewer reads: every hat of a member reads the members' one. */
export const editionOfCells = ({ hat }: Viewer): Edition =>
  hat !== null && READS_MEMBERS_CELLS.has(hat) ? 'MEMBERS' : 'PUBLIC'
