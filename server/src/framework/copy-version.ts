import type { Selectable } from 'kysely'
import { insertRows, type Db } from '#platform'
import type { FrameworkVersionTable } from '../../migrations/tables'
import { statusOfCopy } from './translation/restate-version'
import { copyTranslations } from './translation/write-texts'

type BaseVersion = Selectable<FrameworkVersionTable>

export interface CopyOptions {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly number: number
  readonly name: unknown
  readonly changeNotes: unknown
  readonly createdBy: string | null
  readonly createdAt: Date
}

const TABLES = ['instrument', 'dataElement', 'validationRule', 'outcomeMapping'] as const

/** Copies a version with all its content into a new draft: one read and one write a table. */
export async function copyVersion(
  db: Db,
  newId: () => string,
  base: BaseVersion,
  options: CopyOptions,
): Promise<void> {
  await insertRows(db, 'frameworkVersion', [
    {
      ...options,
      status: 'DRAFT',
      baseVersionId: base.id,
      isDemonstration: base.isDemonstration,
      notice: base.notice,
      scoringMethod: base.scoringMethod,
      scales: base.scales,
      reasonCodes: base.reasonCodes,
      provenance: base.provenance,
      translationStatus: statusOfCopy(base, options),
      version: 1,
    },
  ])
  const content = (table: 'kpi' | 'dimension' | 'expectedOutcome' | (typeof TABLES)[number]) =>
    db
      .selectFrom(table as 'kpi')
      .selectAll()
      .where('versionId', '=', base.id)
      .execute() as Promise<readonly Copied[]>
  const copied = (row: Copied): Copied => ({
    ...row,
    id: newId(),
    versionId: options.id,
    version: 1,
  })

  const dimensions = await content('dimension')
  const newDimensions = dimensions.map(copied)
  await insertRows(db, 'dimension', newDimensions)
  const dimensionIds = idsFrom(dimensions, newDimensions)

  const outcomes = await content('expectedOutcome')
  const newOutcomes = outcomes.map((row) => ({
    ...copied(row),
    dimensionId: dimensionIds.get(row.dimensionId!),
  }))
  await insertRows(db, 'expectedOutcome', newOutcomes)
  const outcomeIds = idsFrom(outcomes, newOutcomes)

  for (const table of TABLES) await insertRows(db, table, (await content(table)).map(copied))
  const kpis = await content('kpi')
  const newKpis = kpis.map((row) => ({
    ...copied(row),
    outcomeId: outcomeIds.get(row.outcomeId!),
    ancestorId: row.id,
    relation: 'SAME',
  }))
  await insertRows(db, 'kpi', newKpis)
  const kpiIds = idsFrom(kpis, newKpis)

  const guidance = await db
    .selectFrom('kpiGuidance')
    .selectAll()
    .where('versionId', '=', base.id)
    .execute()
  await insertRows(
    db,
    'kpiGuidance',
    guidance.map(({ kpiId, body }) => ({ kpiId: kpiIds.get(kpiId), versionId: options.id, body })),
  )
  await copyTranslations(db, base.id, options.id)
}

interface Copied {
  readonly id: string
  readonly versionId: string
  readonly version: number
  readonly dimensionId?: string
  readonly outcomeId?: string
}

const idsFrom = (old: readonly { id: string }[], fresh: readonly { id: string }[]) =>
  new Map(old.map(({ id }, index) => [id, fresh[index]!.id]))
