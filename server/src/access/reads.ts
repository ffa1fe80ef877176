import { sql } from 'kysely'
import type { Db, Ids } from '#platform'
import type { Row } from './row'
import type { RowClass } from './row-class'
import { actsFor, type Viewer } from './viewer'

/**
 * Content that is not public: being edited, frozen at a submission, open to members only, or not published
 * yet.
 */
export type ReadKind = 'WORKING' | 'SUBMITTED' | 'MEMBERS_EDITION' | 'EMBARGOED_EDITION'

interface Read {
  readonly kind: ReadKind
  readonly administration: unknown
  readonly assessment: unknown
  readonly release: unknown
  readonly responses: Set<unknown>
  readonly figures: Set<unknown>
}

// What says which content it is, and nothing of it.
const NAMES: ReadonlySet<string> = new Set([
  'id', 'access', 'copy', 'kpi', 'kpiCode', 'element', 'elementCode', 'instrument', 'instrumentCode', 'year',
  'period', 'administration', 'cycle',
]) // prettier-ignore
// Of a frozen copy as a whole; the rest of it says when and by whom it was submitted.
const OF_THE_WHOLE: ReadonlySet<string> = new Set(['scores', 'overallNote'])

/** Whether a field of such rows tells content; found out once at start. */
export function tellsContent(rowClass: RowClass, field: string): boolean {
  if (rowClass === 'CONTENT') return !NAMES.has(field)
  return rowClass === 'ASSESSMENT' && OF_THE_WHOLE.has(field)
}

const reads = new WeakMap<Viewer, Map<string, Read>>()

/**
 * Keeps in mind that this viewer is given content of this row. Called for each such field, hence
 * synchronous and over at once for owners and for what is public.
 */
export function noteRead(viewer: Viewer, row: Row): void {
  const kind = kindOf(row)
  // Who looks through somebody's eyes comes from outside, whosever eyes they are.
  const isOwn = actsFor(viewer, row.administrationId) && !viewer.supportView
  if (kind === null || isOwn) return
  const { administrationId: administration, assessmentId: assessment = null } = row
  const release = row.copy === 'RELEASED' ? row.releaseId : null
  const key = `${kind} ${String(administration)} ${String(assessment)} ${String(release)}`
  let own = reads.get(viewer)
  if (!own) reads.set(viewer, (own = new Map()))
  let read = own.get(key)
  if (!read) {
    own.set(
      key,
      (read = {
        kind,
        administration,
        assessment,
        release,
        responses: new Set(),
        figures: new Set(),
      }),
    )
  }
  if (row.elementCode !== undefined)
    read.figures.add(`${String(row.elementCode)} ${String(row.year)}`) // prettier-ignore
  else if (row.instrumentCode !== undefined) read.figures.add(row.instrumentCode)
  else if (row.kpiCode !== undefined) read.responses.add(row.kpiCode)
}

function kindOf(row: Row): ReadKind | null {
  if (row.copy === 'WORKING' || row.copy === 'SUBMITTED') return row.copy
  // A stub tells nothing.
  if (row.copy !== 'RELEASED' || row.access !== 'VISIBLE') return null
  if (row.edition === 'MEMBERS') return row.isMembersOnly === false ? null : 'MEMBERS_EDITION'
  return row.status === 'EMBARGOED' ? 'EMBARGOED_EDITION' : null
}

/** What the viewer has been given since it was last asked; forgotten by asking. */
export function takeReads(viewer: Viewer): readonly Read[] {
  const own = reads.get(viewer)
  if (!own) return []
  reads.delete(viewer)
  return [...own.values()]
}

/** One line for each administration and kind, in the log its owner reads. */
export async function appendReads(
  db: Db,
  ids: Ids,
  viewer: Viewer,
  requestId: string,
  taken: readonly Read[],
): Promise<void> {
  const entries = taken.map(({ responses, figures, ...read }) => ({
    id: ids.next(),
    ...read,
    responses: responses.size,
    figures: figures.size,
  }))
  await sql`select access_log_append(${requestId}, ${viewer.now.toISOString()}::timestamptz,
    ${viewer.apiClientId}::uuid, ${JSON.stringify(entries)}::jsonb)`.execute(db)
}
