import { createHash } from 'node:crypto'
import { anonymous, appendAudit } from '#access'
import { loadSnapshot } from '#framework'
import { insertRows, type Db, type Ids, type WriteScope } from '#platform'
import { minimumOf, type Edition } from '../edition'
import { cellsOf, type Cell } from './cells'
import { auditRelease } from './disclosure-audit'
import { openedScores } from './opened-scores'
import { rowsOf, type ReleasedRow, type SubmittedAnswer } from './rows'
import { acceptedSubmissions, submittedAnswers, type AcceptedSubmission } from './submitted-answers'

/** Version of the rules a release was built by; stored with it. */
export const METHOD = 'PMM-RELEASE-1'
const EDITIONS: readonly Edition[] = ['MEMBERS', 'PUBLIC']

/**
 * Fills a release that is BUILDING: freezes the accepted submissions at the levels in force, both
 * editions, with their group figures, and audits the result. Doing it again changes nothing.
 */
export async function buildRelease(
  { db }: Pick<WriteScope, 'db'>,
  ids: Ids,
  releaseId: string,
  now: Date,
): Promise<void> {
  const release = await db
    .selectFrom('release as r')
    .innerJoin('cycle as c', 'c.id', 'r.cycleId')
    .select(['r.id', 'r.cycleId', 'c.frameworkVersionId', 'c.membersMinimum', 'c.publicMinimum'])
    .where('r.id', '=', releaseId)
    .where('r.status', '=', 'BUILDING')
    .forUpdate('r')
    .executeTakeFirst()
  if (!release) return
  const snapshot = await loadSnapshot(db, release.frameworkVersionId)
  if (!snapshot) throw new Error('the version of the cycle is gone')
  const submissions = await acceptedSubmissions(db, release.cycleId)
  const answers = await submittedAnswers(db, submissions)
  const byAdministration = Map.groupBy(answers, (answer) => answer.administrationId)
  const rows = EDITIONS.flatMap((edition) =>
    submissions.flatMap(({ administrationId }) =>
      rowsOf(
        edition,
        administrationId,
        snapshot.kpis,
        byAdministration.get(administrationId) ?? [],
      ),
    ),
  )
  const minimum = minimumOf(release)
  const byKpi = Map.groupBy(answers, (answer) => answer.kpiCode)
  const cells = snapshot.kpis.flatMap((kpi) =>
    cellsOf(kpi, 'ALL', byKpi.get(kpi.code) ?? [], minimum),
  )
  const report = auditRelease(rows, cells, answers, snapshot.kpis, minimum)

  const kpis = snapshot.kpis.map(({ code, outcomeNode }) => ({
    code,
    dimension: outcomeNode.dimensionNode.code,
  }))
  await writeRows(db, ids, releaseId, submissions, rows, byAdministration, kpis)
  await writeCells(db, ids, releaseId, cells)
  await insertRows(db, 'releaseInternal', [
    {
      releaseId,
      auditReport: report,
      auditPassed: report.passed,
      suppressionLog: cells
        .filter(({ rule }) => rule !== 'SHOWN')
        .map(({ edition, kpiCode, groupCode, rule }) => ({ edition, kpiCode, groupCode, rule })),
      parameters: {
        method: METHOD,
        minimumPublic: minimum.PUBLIC,
        minimumMembers: minimum.MEMBERS,
      },
      failure: null,
    },
  ])
  await db
    .updateTable('release')
    .set({
      status: 'BUILT',
      builtAt: now,
      contentHash: hashOf(rows, cells),
    })
    .where('id', '=', releaseId)
    .execute()
  await appendAudit(db, anonymous(now), 'worker', now, [
    {
      action: 'releaseBuilt',
      objectType: 'Release',
      objectId: releaseId,
      administrationId: null,
      cycleId: release.cycleId,
      facts: { from: 'BUILDING', to: 'BUILT', auditPassed: report.passed },
    },
  ])
}

async function writeRows(
  db: Db,
  ids: Ids,
  releaseId: string,
  submissions: readonly AcceptedSubmission[],
  rows: readonly ReleasedRow[],
  answers: ReadonlyMap<string, readonly SubmittedAnswer[]>,
  kpis: readonly { readonly code: string; readonly dimension: string }[],
): Promise<void> {
  const numbers = new Map(submissions.map((each) => [each.administrationId, each]))
  const heads = new Map<string, string>()
  const keyOf = (row: ReleasedRow) => `${row.edition}:${row.administrationId}`
  for (const row of rows) if (!heads.has(keyOf(row))) heads.set(keyOf(row), ids.next())
  await insertRows(
    db,
    'releaseAssessment',
    [...heads].map(([key, id]) => {
      const [edition, administrationId] = key.split(':') as [Edition, string]
      const submission = numbers.get(administrationId)!
      return {
        id,
        releaseId,
        edition,
        administrationId,
        submissionNumber: submission.number,
        dimensionScores: openedScores(
          submission.dimensionScores,
          edition,
          answers.get(administrationId) ?? [],
          kpis,
        ),
      }
    }),
  )
  await insertRows(
    db,
    'releaseValue',
    rows.map((row) => ({
      id: ids.next(),
      releaseId,
      releaseAssessmentId: heads.get(keyOf(row)),
      ...row,
    })),
  )
}

async function writeCells(
  db: Db,
  ids: Ids,
  releaseId: string,
  cells: readonly Cell[],
): Promise<void> {
  const withIds = cells.map((cell) => ({ cell, id: ids.next() }))
  await insertRows(
    db,
    'releaseCell',
    withIds.map(({ cell, id }) => ({
      id,
      releaseId,
      edition: cell.edition,
      kpiCode: cell.kpiCode,
      groupCode: cell.groupCode,
      access: cell.access,
      n: cell.n,
      nBand: cell.nBand,
      mean: cell.mean,
      method: METHOD,
    })),
  )
  await insertRows(
    db,
    'releaseCellInternal',
    withIds.map(({ cell, id }) => ({
      cellId: id,
      releaseId,
      rule: cell.rule,
      exactN: cell.exactN,
      hiddenN: cell.hiddenN,
    })),
  )
}

function hashOf(rows: readonly ReleasedRow[], cells: readonly Cell[]): string {
  const shown = cells.map(({ edition, kpiCode, groupCode, access, n, nBand, mean }) => [
    edition, kpiCode, groupCode, access, n, nBand, mean,
  ]) // prettier-ignore
  return createHash('sha256')
    .update(JSON.stringify([rows, shown]))
    .digest('hex')
}
