import {
  NOBODY,
  audiencesOf,
  ensure,
  expectVersion,
  type CommandScope,
  type Context,
} from '#access'
import {
  frameworkOf,
  holdAssessmentRow,
  openPlacesIn,
  queueForContent,
  type AssessmentSubject,
  type OpenPlaces,
} from '#assessment'
import type { VersionSnapshot } from '#framework'
import { notFound, uuidOf, type Db } from '#platform'
import { canEditEvidence } from './policies'

/** The assessment evidence is written into, held against a submission. */
export interface EvidencePlace {
  readonly subject: AssessmentSubject
  readonly framework: VersionSnapshot
  readonly open: OpenPlaces
}

/** An item somebody wants to change. */
export interface LockedEvidence extends EvidencePlace {
  readonly id: string
  readonly title: string
  readonly revision: number
  readonly version: number
  readonly kpiCodes: readonly string[]
}

const PATH = ['input', 'evidenceId']

export async function holdPlace(
  context: Context,
  db: Db,
  assessmentId: string,
  path: readonly string[],
): Promise<EvidencePlace> {
  const subject = await holdAssessmentRow(db, assessmentId, path)
  const framework = await frameworkOf(context, db, subject)
  return { subject, framework, open: await openPlacesIn(db, subject, framework) }
}

/** The item behind an id in the working copy, as far as it exists for the viewer; nothing is locked yet. */
export async function findEvidence(
  context: Context,
  { db, viewer }: Pick<CommandScope, 'db' | 'viewer'>,
  id: string | null,
): Promise<LockedEvidence> {
  const row = id === null ? undefined : await rowOf(db, id)
  if (!row) throw notFound(PATH)
  const place = await holdPlace(context, db, row.assessmentId, PATH)
  await queueForContent(db, row.assessmentId)
  const uses = await db
    .selectFrom('evidenceUse')
    .select('kpiCode')
    .where('evidenceId', '=', row.id)
    .orderBy('kpiCode')
    .execute()
  const kpiCodes = uses.map(({ kpiCode }) => kpiCode)
  // To a contributor what backs the KPIs of others is not there.
  const held = audiencesOf(viewer, 'CONTENT', { copy: 'WORKING', ...row, kpiCodes })
  // Somebody may have changed it while this command waited for its turn.
  const present = await rowOf(db, row.id)
  if (held === NOBODY || !present) throw notFound(PATH)
  return { ...place, ...present, kpiCodes }
}

/** The same, open to the viewer and in the version the change was made on. */
export async function lockEvidence(
  context: Context,
  scope: Pick<CommandScope, 'db' | 'viewer'>,
  input: { readonly evidenceId: string; readonly expectedVersion?: number | null },
): Promise<LockedEvidence> {
  const locked = await findEvidence(context, scope, uuidOf('EV', input.evidenceId))
  ensure(canEditEvidence(scope.viewer, locked.subject, locked.kpiCodes, locked.open), PATH)
  expectVersion(locked, input.expectedVersion ?? 0, { evidenceId: locked.id })
  return locked
}

const rowOf = (db: Db, id: string) =>
  db
    .selectFrom('evidence')
    .select(['id', 'assessmentId', 'administrationId', 'title', 'revision', 'version'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
