import type { CommandScope, Context } from '#access'
import { catalogueOf } from '../catalogue'
import { contentHashOf } from '../content-hash'
import { findLineage, restateLineage } from '../lineage'
import type { GuidedSnapshot, VersionSnapshot } from '../snapshot'
import { loadGuided, loadSnapshot } from '../snapshot.rows'
import { checksOf, problemsOf } from './checks'
import { impactOf } from './impact'
import { reportOf, type DryRunReport } from './report'

/** A version with everything found about it, for exactly this content. */
export interface Examined {
  readonly snapshot: GuidedSnapshot
  readonly contentHash: string
  readonly problems: ReturnType<typeof problemsOf>
  readonly report: DryRunReport
}

/** Examines a version inside a command; the lineage of a draft is written down first. */
export async function examine(
  context: Context,
  { db, now, newId }: CommandScope,
  versionId: string,
): Promise<Examined> {
  const first = (await loadGuided(db, versionId))!
  const base = await baseIn(context, db, first)
  const isDraft = first.version.status === 'DRAFT'
  if (isDraft) await restateLineage(db, base, first, newId)
  const snapshot = isDraft ? (await loadGuided(db, versionId))! : first
  const lineage = findLineage(base, snapshot, snapshot.stated)
  const checks = checksOf(base, snapshot, lineage)
  const impact = await impactOf(db, { base, version: snapshot, lineage, now, inMemory: (id) => catalogueOf(context).byId(id) }) // prettier-ignore
  return {
    snapshot,
    contentHash: contentHashOf(snapshot),
    problems: problemsOf(checks),
    report: reportOf(base, snapshot, lineage, checks, impact),
  }
}

/** Stores a report with its version. */
export async function storeDryRun(
  { db, viewer, now, newId }: CommandScope,
  versionId: string,
  { contentHash, problems, report }: Examined,
): Promise<void> {
  await db
    .insertInto('dryRun')
    .values({
      id: newId(),
      versionId,
      contentHash,
      report: JSON.stringify(report),
      passed: problems.length === 0,
      createdBy: viewer.personId!,
      createdAt: now,
    })
    .execute()
}

/** The version it developed from, from memory or, inside a command, from the database. */
export async function baseIn(
  context: Context,
  db: CommandScope['db'],
  { version }: Pick<VersionSnapshot, 'version'>,
): Promise<VersionSnapshot | null> {
  const id = version.baseVersionId
  if (id === null) return null
  return catalogueOf(context).byId(id) ?? (await loadSnapshot(db, id))
}
