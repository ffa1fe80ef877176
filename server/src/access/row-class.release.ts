import { MEMBER, NOBODY, PARTNER, PUBLIC } from './audience'
import type { AudienceMask } from './audience'
import { column, type Row } from './row'
import { coversKpi } from './scopes'
import { isMember, isReviewer, wears, type Viewer } from './viewer'

const SERVED = ['PUBLISHED', 'SUPERSEDED']

/** Held by every hat of a member and every reviewer, for rows open to all members. */
export const heldAsMember = (viewer: Viewer): AudienceMask =>
  isMember(viewer) || isReviewer(viewer) ? MEMBER : NOBODY

/** Held by a partner whose scopes cover public rows, and this KPI where the scopes name KPIs. */
export const heldAsPartner = (viewer: Viewer, row: Row): AudienceMask =>
  covers(viewer, 'read:public', row) ? PARTNER : NOBODY

/** Audiences of a frozen release row; `opensToMember` says whether this viewer may have the members' edition. */
export function heldInRelease(viewer: Viewer, row: Row, opensToMember: boolean): AudienceMask {
  const edition = column(row, 'edition')
  const status = String(column(row, 'status'))
  if (edition === 'MEMBERS') {
    return opensToMember && SERVED.includes(status) ? heldAsMember(viewer) : NOBODY
  }
  if (edition !== 'PUBLIC') throw new Error('column edition holds an unknown value')
  if (SERVED.includes(status)) return PUBLIC | heldAsPartner(viewer, row)
  return status === 'EMBARGOED' && covers(viewer, 'read:embargo', row) ? PARTNER : NOBODY
}

function covers(viewer: Viewer, scope: string, row: Row): boolean {
  if (!wears(viewer, 'PARTNER') || !viewer.scopes.includes(scope)) return false
  return typeof row.kpiCode !== 'string' || coversKpi(viewer, row.kpiCode)
}
