import type { Viewer } from '#access'

/** Each release is frozen twice: one copy for members, one for the public. */
export type Edition = 'MEMBERS' | 'PUBLIC'

/** Administrations a value must come from at the least before a group figure is shown. */
export const MINIMUM: Readonly<Record<Edition, number>> = { MEMBERS: 5, PUBLIC: 10 }

const READS_MEMBERS_ROWS = new Set(['COORDINATOR', 'REVIEWER', 'LEAD_REVIEWER'])
const READS_MEMBERS_CELLS = new Set([...READS_MEMBERS_ROWS, 'CONTRIBUTOR', 'APPROVER', 'VIEWER'])

/** The copy of single results this viewer reads: level WCO names contact points and peer reviewers. */
export const editionOfRows = ({ hat }: Viewer): Edition =>
  hat !== null && READS_MEMBERS_ROWS.has(hat) ? 'MEMBERS' : 'PUBLIC'

/** The copy of group figures this viewer reads: every hat of a member reads the members' one. */
export const editionOfCells = ({ hat }: Viewer): Edition =>
  hat !== null && READS_MEMBERS_CELLS.has(hat) ? 'MEMBERS' : 'PUBLIC'
