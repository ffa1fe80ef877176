import type { Db } from '#platform'
import type { DryRun } from './dry-run/dry-run.type'
import { readReport } from './dry-run/report'
import type { FrameworkApproval } from './framework-approval'
import type { FrameworkRemark } from './framework-remark'

/** Decisions on versions, the oldest first. */
export async function approvalsOfVersions(
  db: Db,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FrameworkApproval[]>> {
  const rows = await db
    .selectFrom('frameworkApproval as a')
    .innerJoin('frameworkVersion as v', 'v.id', 'a.versionId')
    .selectAll('a')
    .select('v.status')
    .where('a.versionId', 'in', versionIds)
    .orderBy('a.recordedAt')
    .orderBy('a.id')
    .execute()
  return Map.groupBy(rows, (row) => row.versionId)
}

/** Remarks on versions, the oldest first. */
export async function remarksOfVersions(
  db: Db,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FrameworkRemark[]>> {
  const rows = await db
    .selectFrom('frameworkRemark as r')
    .innerJoin('frameworkVersion as v', 'v.id', 'r.versionId')
    .selectAll('r')
    .select('v.status')
    .where('r.versionId', 'in', versionIds)
    .orderBy('r.createdAt')
    .orderBy('r.id')
    .execute()
  return Map.groupBy(rows, (row) => row.versionId)
}

/** Notes the secretariat keeps for itself. */
export async function notesOfVersions(
  db: Db,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db
    .selectFrom('frameworkNote')
    .select(['versionId', 'internalNotes'])
    .where('versionId', 'in', versionIds)
    .execute()
  return new Map(rows.map(({ versionId, internalNotes }) => [versionId, internalNotes]))
}

/** The latest report of checks stored with each version; reports in an earlier form are left out. */
export async function dryRunsOfVersions(
  db: Db,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, DryRun>> {
  const rows = await db
    .selectFrom('dryRun as d')
    .innerJoin('frameworkVersion as v', 'v.id', 'd.versionId')
    .distinctOn('d.versionId')
    .selectAll('d')
    .select('v.status')
    .where('d.versionId', 'in', versionIds)
    .orderBy('d.versionId')
    .orderBy('d.createdAt', 'desc')
    .orderBy('d.id', 'desc')
    .execute()
  return new Map(
    rows.flatMap((row) => {
      const report = readReport(row.report)
      return report ? [[row.versionId, { ...row, report } as unknown as DryRun]] : []
    }),
  )
}
